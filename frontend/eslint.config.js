import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Forbids imports between layers: pages → hooks → services; components and lib know no API. */
const layer = (folder, forbidden) => ({
  files: [`src/${folder}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: forbidden.map((other) => ({
          regex: `(^@|\\.\\.)/(.*/)?${other}(/|$)`,
          message: `${folder} do not import ${other}.`,
        })),
      },
    ],
  },
});

export default defineConfig(
  { ignores: ["dist", "test-results", "playwright-report", "src/services/schema.d.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
  },
  { files: ["src/**/*.tsx"], extends: [jsxA11y.flatConfigs.strict] },
  { files: ["src/**"], extends: [reactHooks.configs.flat["recommended-latest"]] },
  {
    files: ["scripts/**", "*.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ["public/**"],
    languageOptions: { globals: globals.browser },
  },
  layer("pages", ["services"]),
  layer("hooks", ["pages"]),
  layer("services", ["hooks", "pages", "components"]),
  layer("components", ["hooks", "services", "pages"]),
  layer("lib", ["hooks", "services", "pages", "components"]),
);
