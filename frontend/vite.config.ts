import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };
import { flags } from "./vite.flags.ts";
import { paintFirst } from "./vite.paintFirst.ts";

const api = `http://localhost:${process.env.API_PORT ?? "8000"}`;

/** What every page needs: other people's code, which outlives our changes, and our own. */
const VENDOR =
  /node_modules\/(react|react-dom|scheduler|axios|use-sync-external-store|clsx|@tanstack\/[\w-]+)\//;
const DESK = new RegExp(
  [
    "src/(hooks|services)/",
    "src/lib/(money|dates|words|positions|countries|queryString|playerSearch|colorScheme|random)",
    "src/components/(Brand|Button|IconButton|LinkButton|Flag|PositionTag|States|widget)",
    "@mantine/hooks/esm/use-(local-storage|window-event|isomorphic-effect|media-query|document-title)",
    "@tabler/icons-react/dist/esm/(createReactComponent|defaultAttributes)",
    "vite/preload-helper",
  ].join("|"),
);

export default defineConfig({
  plugins: [react(), flags(), paintFirst()],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  server: {
    port: 3000,
    proxy: { "/api": { target: api, rewrite: (path) => path.replace(/^\/api/, "") } },
  },
  build: {
    target: "es2023",
    manifest: true,
    // The content security policy allows fonts and scripts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Few files: they compress better, and a slow line asks for fewer of them.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "vendor", test: VENDOR },
            { name: "desk", test: DESK },
          ],
        },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
});
