// Sets the colour scheme before the first paint. A file, because the content security policy
// forbids inline scripts such as Mantine's ColorSchemeScript.
(() => {
  const stored = localStorage.getItem("color_scheme");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = stored === "light" || stored === "dark" ? stored : dark ? "dark" : "light";
  document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
})();
