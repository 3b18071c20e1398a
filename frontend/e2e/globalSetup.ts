import { execFileSync } from "node:child_process";
import { startAiStandIn } from "./aiStandIn.ts";
import { freePort, startStack } from "./stack.ts";

/** Builds the app, then starts two stacks: the whole one, and one whose AI service is not there. */
export default async function globalSetup() {
  execFileSync("npm", ["run", "build"], { stdio: "ignore" });
  const aiPort = await freePort();
  // A stack only comes up with everything it needs; its AI service goes away afterwards.
  const standIn = await startAiStandIn(aiPort);
  const stacks = await Promise.all([
    startStack(),
    startStack({ AI_SERVICE_URL: `http://127.0.0.1:${String(aiPort)}` }),
  ]);
  await standIn.stop();
  process.env.E2E_MAIN_STACK = stacks[0].url;
  process.env.E2E_LONELY_STACK = stacks[1].url;
  process.env.E2E_AI_PORT = String(aiPort);
  return async () => {
    await Promise.all(stacks.map((stack) => stack.stop()));
  };
}
