import { execFileSync } from "node:child_process";
import { startAiStandIn } from "./aiStandIn.ts";
import { startReportStack } from "./reportStack.ts";
import { freePort, startStack } from "./stack.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/**
 * Builds the app if it is out of date, then starts three stacks: the whole one, one without its
 * AI service, and one with careers.
 */
export default async function globalSetup() {
  execFileSync("make", ["frontend/dist/index.html"], { cwd: ROOT, stdio: "ignore" });
  const aiPort = await freePort();
  // A stack starts only with everything it needs; this AI service is stopped afterwards.
  const standIn = await startAiStandIn(aiPort);
  const starting = [
    startStack(),
    startStack({ AI_SERVICE_URL: `http://127.0.0.1:${String(aiPort)}` }),
    startReportStack(),
  ] as const;
  // All are awaited, so that the others are stopped if one fails.
  const ends = await Promise.allSettled(starting);
  await standIn.stop();
  const up = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  if (up.length < ends.length) await Promise.all(up.map((stack) => stack.stop()));
  const stacks = await Promise.all(starting);
  process.env.E2E_MAIN_STACK = stacks[0].url;
  process.env.E2E_AI_DOWN_STACK = stacks[1].url;
  process.env.E2E_REPORT_STACK = stacks[2].url;
  process.env.E2E_REPORT_DATA = stacks[2].data;
  process.env.E2E_AI_PORT = String(aiPort);
  return async () => {
    await Promise.all(stacks.map((stack) => stack.stop()));
  };
}
