import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadStatistics } from "./statistics.ts";
import { python, startStack } from "./stack.ts";
import type { Stack } from "./stack.ts";

/** A stack with careers and the statistics of a second provider. */
export async function startReportStack(): Promise<Stack & { data: string }> {
  const data = await mkdtemp(join(tmpdir(), "scouting-e2e-reports-"));
  let stack: Stack | undefined;
  const stop = async () => {
    await stack?.stop();
    await rm(data, { recursive: true, force: true });
  };
  try {
    stack = await startStack({ DATA_DIR: data });
    await loadCareers(data);
    await loadStatistics(data);
    return { url: stack.url, data, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Loads the fictional sample with its careers. */
async function loadCareers(data: string) {
  const loader = python(
    ["python", "scripts/load_csv_data.py", "--dir", "data_scraper/sample", "--limit", "0"],
    { DATA_DIR: data },
  );
  loader.stdout?.resume();
  const [status] = (await once(loader, "exit")) as [number];
  if (status !== 0) throw new Error("The sample could not be loaded");
}
