// Fails where more JavaScript than allowed has to arrive before the list of players shows.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const ALLOWED = 160_000;
const DIST = new URL("../dist/", import.meta.url);
const ENTRY = "index.html";
// The list is part of the entry; a page of its own would be named here.
const ROUTE = "src/pages/players/PlayersPage.tsx";

const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));
const needed = new Set();

function need(key) {
  if (needed.has(key)) return;
  needed.add(key);
  manifest[key].imports?.forEach(need);
}

need(ENTRY);
if (ROUTE in manifest) need(ROUTE);

let total = 0;
for (const key of needed) {
  const { file } = manifest[key];
  const size = gzipSync(readFileSync(new URL(file, DIST))).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  bytes compressed, of ${ALLOWED} allowed`);

const html = readFileSync(new URL(ENTRY, DIST), "utf8");
const inline = /<script(?![^>]*\bsrc=)[^>]*>/.test(html);
if (inline) console.error("index.html has an inline script, which the policy forbids.");
process.exit(total > ALLOWED || inline ? 1 : 0);
