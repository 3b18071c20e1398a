// Writes the API's types from its OpenAPI document, or with --check fails where they differ.
//   node scripts/schema.mjs [--check] [openapi.json]
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const TYPES = new URL("../src/services/schema.d.ts", import.meta.url);
const BACKEND = new URL("../../backend/", import.meta.url);
const PRINT =
  "import json; from football_player_service.app.main import app; print(json.dumps(app.openapi()))";

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith("--"));
const document = file
  ? readFileSync(file, "utf8")
  : execFileSync(new URL(".venv/bin/python", BACKEND).pathname, ["-c", PRINT], {
      cwd: BACKEND,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });

const types = astToString(await openapiTS(JSON.parse(document)));
if (!args.includes("--check")) {
  writeFileSync(TYPES, types);
} else if (types !== readFileSync(TYPES, "utf8")) {
  console.error("src/services/schema.d.ts differs from the API: run `npm run schema`.");
  process.exit(1);
}
