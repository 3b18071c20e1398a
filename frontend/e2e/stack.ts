import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BACKEND = new URL("../../backend/", import.meta.url).pathname;
const READY_WITHIN_MS = 90_000;

export const ADMIN = { username: "admin", password: "admin123" };

export interface Stack {
  url: string;
  stop: () => Promise<void>;
}

const givenPorts = new Set<number>();

/** A free port that this process has not given out before: a stack binds it seconds later. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  if (givenPorts.has(port)) return freePort();
  givenPorts.add(port);
  return port;
}

/** The environment without the settings of an installation on this machine. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "LANG", "TMPDIR"];
  const entries = Object.entries(environment).filter(([name]) => kept.includes(name));
  return { ...Object.fromEntries(entries), ENV_FILE: "/dev/null" };
}

export function python(command: string[], env: Record<string, string> = {}): ChildProcess {
  const [program = "", ...args] = command;
  return spawn(join(BACKEND, ".venv/bin", program), args, {
    cwd: BACKEND,
    env: { ...withoutSettings(process.env), ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

export async function stopped(child: ChildProcess) {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** Starts the whole service like `make run`, on free ports and with its own data. */
export async function startStack(extra: Record<string, string> = {}): Promise<Stack> {
  const data = await mkdtemp(join(tmpdir(), "scouting-e2e-"));
  const [api, ai, redis, web] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const child = python(["python", "scripts/run.py"], {
    ENVIRONMENT: "test",
    ADMIN_PASSWORD: ADMIN.password,
    DATA_DIR: data,
    API_PORT: String(api),
    AI_PORT: String(ai),
    REDIS_PORT: String(redis),
    WEB_PORT: String(web),
    RATE_LIMIT: "100000/minute",
    WORKER_CONCURRENCY: "2",
    ...extra,
  });
  const url = `http://127.0.0.1:${String(web)}`;
  // It prints this once every part is ready, and stops if one fails.
  await untilSaid(child, "The scouting desk is running.");
  return {
    url,
    stop: async () => {
      await stopped(child);
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function untilSaid(child: ChildProcess, words: string) {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(words)) resolve();
    });
    child.on("exit", () => {
      reject(new Error(`It stopped, having said: ${said}`));
    });
  });
}

/** Waits for 200 from `url`, as long as `child` lives. */
export async function untilReady(url: string, child: ChildProcess) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing ready at ${url}`);
}
