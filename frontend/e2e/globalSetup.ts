import { execFileSync } from "node:child_process";
import { startAiStandIn } from "./aiStandIn.ts";
import { startReportStack } from "./reportStack.ts";
import { freePort, startStack } from "./stack.ts";

/**
 * Builds the app, then starts three stacks: the whole one, one whose AI service is not there, and
 * one with careers and a model.
 */
export default async function globalSetup() {
  execFileSync("npm", ["run", "build"], { stdio: "ignore" });
  const aiPort = await freePort();
  // A stack only comes up with everything it needs; its AI service goes away afterwards.
  const standIn = await startAiStandIn(aiPort);
  const starting = [
    startStack(),
    startStack({ AI_SERVICE_URL: `http://127.0.0.1:${String(aiPort)}` }),
    startReportStack(),
  ] as const;
  // All are awaited, so that where one fails the others do not stay behind.
  const ends = await Promise.allSettled(starting);
  await standIn.stop();
  const up = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  if (up.length < ends.length) await Promise.all(up.map((stack) => stack.stop()));
  const stacks = await Promise.all(starting);
  process.env.E2E_MAIN_STACK = stacks[0].url;
  process.env.E2E_LONELY_STACK = stacks[1].url;
  process.env.E2E_REPORT_STACK = stacks[2].url;
  process.env.E2E_REPORT_DATA = stacks[2].data;
  process.env.E2E_AI_PORT = String(aiPort);
  return async () => {
    await Promise.all(stacks.map((stack) => stack.stop()));
  };
}
