export const SCHEMES = ["system", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

// public/boot.js reads the same key before the first paint.
const KEY = "color_scheme";
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export function chosenScheme(): Scheme {
  return SCHEMES.find((scheme) => scheme === localStorage.getItem(KEY)) ?? "system";
}

export function shownScheme(): "light" | "dark" {
  const chosen = chosenScheme();
  return chosen === "system" ? (system.matches ? "dark" : "light") : chosen;
}

function apply() {
  document.documentElement.dataset.mantineColorScheme = shownScheme();
  for (const listener of listeners) listener();
}

system.addEventListener("change", apply);

export function chooseScheme(scheme: Scheme) {
  localStorage.setItem(KEY, scheme);
  apply();
}

export function subscribeToScheme(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
