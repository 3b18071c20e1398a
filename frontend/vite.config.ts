import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };
import { flags } from "./vite.flags.ts";

const api = `http://localhost:${process.env.API_PORT ?? "8000"}`;

export default defineConfig({
  plugins: [react(), flags()],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  server: {
    port: 3000,
    proxy: { "/api": { target: api, rewrite: (path) => path.replace(/^\/api/, "") } },
  },
  build: {
    target: "es2023",
    // The content security policy allows fonts and scripts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { include: ["src/**/*.test.ts"] },
});
