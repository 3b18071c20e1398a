// Runs before the first paint, from a file because inline scripts are not allowed.
(() => {
  const root = document.documentElement;
  const chosen = localStorage.getItem("color_scheme");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = chosen === "light" || chosen === "dark" ? chosen : dark ? "dark" : "light";
  root.setAttribute("data-mantine-color-scheme", scheme);
  // Who is signed in sees the bar of the desk at once, and who is not, the login.
  if (localStorage.getItem("access_token")) root.setAttribute("data-signed-in", "");

  // The app starts once the bar is painted; a page in the background is not painted at all.
  const start = () => {
    const entry = document.getElementById("entry");
    if (entry) import(entry.href);
  };
  const painted = () => requestAnimationFrame(() => setTimeout(start));
  addEventListener("DOMContentLoaded", () => (document.hidden ? start() : painted()));
})();
