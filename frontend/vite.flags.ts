import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const { resolve } = createRequire(import.meta.url);
const folder = join(dirname(resolve("country-flag-icons/package.json")), "3x2");
const address = "/assets/flags/";

/** Serves every country's flag as a separate file, so that none is part of a script. */
export function flags(): Plugin {
  const files = readdirSync(folder).filter((name) => name.endsWith(".svg"));
  return {
    name: "flags",
    config: () => ({
      define: {
        __FLAG_CODES__: JSON.stringify(files.map((name) => name.replace(".svg", "")).join(" ")),
      },
    }),
    configureServer(server) {
      server.middlewares.use(address, (request, response, next) => {
        const name = request.url?.slice(1) ?? "";
        if (!files.includes(name)) {
          next();
          return;
        }
        response.setHeader("Content-Type", "image/svg+xml");
        response.end(readFileSync(join(folder, name)));
      });
    },
    generateBundle() {
      for (const name of files) {
        this.emitFile({
          type: "asset",
          fileName: `${address.slice(1)}${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
  };
}
