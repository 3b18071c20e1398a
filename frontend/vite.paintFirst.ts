import type { Plugin } from "vite";

const ENTRY = /<script type="module"[^>]* src="(\/assets\/index-[^"]+)"><\/script>/;

/**
 * Leaves it to boot.js to run the app, which it does once the bar of the desk is painted; until
 * then the line belongs to what that needs.
 */
export function paintFirst(): Plugin {
  return {
    name: "paint-first",
    apply: "build",
    enforce: "post",
    transformIndexHtml(html) {
      return html
        .replace(ENTRY, '<link rel="modulepreload" crossorigin href="$1" id="entry">')
        .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"');
    },
  };
}
