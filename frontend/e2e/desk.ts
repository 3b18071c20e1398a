import type { APIRequestContext } from "@playwright/test";
import { ADMIN } from "./stack.ts";

export interface Account {
  username: string;
  password: string;
}

export interface StoredPlayer {
  id: number;
  full_name: string;
  version: number;
  market_value: number | null;
  scouting_report: string | null;
}

export interface StoredClaim {
  section: string;
  text: string;
  evidence: string[];
  status: "checked" | "cut";
  reasons: string[];
}

export interface StoredReport {
  id: string;
  player_id: number;
  verdict: string;
  claims: StoredClaim[];
  dossier: {
    evidence: {
      id: string;
      label: string;
      value: number | string | null;
      as_of: string | null;
    }[];
  };
}

const SCOUTED_WITHIN_MS = 30_000;

let counter = 0;

/** A name that no other test uses, and that is no part of another. */
export function unique(word: string): string {
  counter += 1;
  return `${word} ${process.pid.toString(36)}z${Date.now().toString(36)}z${counter.toString(36)}z`;
}

/** The API as a test uses it to prepare its own data and to look at what became of it. */
export class Desk {
  constructor(
    private readonly request: APIRequestContext,
    private readonly url: string,
  ) {}

  async token({ username, password }: Account): Promise<string> {
    const answer = await this.request.post(`${this.url}/api/token`, {
      form: { username, password },
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  private async call<T>(method: string, path: string, account: Account, data?: object): Promise<T> {
    const answer = await this.request.fetch(`${this.url}/api${path}`, {
      method,
      data,
      headers: { Authorization: `Bearer ${await this.token(account)}` },
    });
    if (!answer.ok())
      throw new Error(`${method} ${path}: ${String(answer.status())} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async createAccount(role: "user" | "admin" = "user"): Promise<Account> {
    const account = { username: unique("scout").replace(" ", "."), password: "first-password" };
    await this.call("POST", "/users", ADMIN, { ...account, role });
    return account;
  }

  changePassword({ username, password }: Account, new_password: string) {
    const body = { current_password: password, new_password };
    return this.call("POST", "/users/me/password", { username, password }, body);
  }

  createPlayer(facts: Record<string, unknown> = {}) {
    const body = { full_name: unique("Player"), country: "Norway", status: "active", ...facts };
    return this.call<StoredPlayer>("POST", "/players", ADMIN, body);
  }

  patchPlayer(id: number, facts: Record<string, unknown>) {
    return this.call<StoredPlayer>("PATCH", `/players/${String(id)}`, ADMIN, facts);
  }

  /** The player of that very name in the data that was loaded. */
  async findPlayer(name: string): Promise<StoredPlayer> {
    const found = await this.read<{ players: StoredPlayer[] }>(
      `/players?q=${encodeURIComponent(name)}`,
    );
    const player = found.players.find(({ full_name }) => full_name === name);
    if (!player) throw new Error(`There is no player ${name}`);
    return player;
  }

  /** Has a report written, and waits for it. */
  async scout(playerId: number): Promise<StoredReport> {
    const path = `/players/${String(playerId)}/scout`;
    const { task_id } = await this.call<{ task_id: string }>("POST", path, ADMIN);
    const deadline = Date.now() + SCOUTED_WITHIN_MS;
    while (Date.now() < deadline) {
      const task = await this.read<{ status: string; error: string | null }>(`/tasks/${task_id}`);
      if (task.status === "completed") return this.newestReport(playerId);
      if (task.status !== "pending" && task.status !== "running") throw new Error(task.error ?? "");
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No report on player ${String(playerId)} in time`);
  }

  readTask(id: string) {
    return this.read<{ result_id: string | null }>(`/tasks/${id}`);
  }

  readValuations(playerId: number) {
    return this.read<{ day: string; value: number }[]>(`/players/${String(playerId)}/valuations`);
  }

  async newestReport(playerId: number): Promise<StoredReport> {
    const path = `/players/${String(playerId)}/reports?limit=1`;
    const [newest] = (await this.read<{ reports: { id: string }[] }>(path)).reports;
    if (!newest) throw new Error(`There is no report on player ${String(playerId)}`);
    return this.read<StoredReport>(`/reports/${newest.id}`);
  }

  private async read<T>(path: string): Promise<T> {
    const answer = await this.request.get(`${this.url}/api${path}`);
    if (!answer.ok()) throw new Error(`GET ${path}: ${String(answer.status())}`);
    return (await answer.json()) as T;
  }

  async readPlayer(id: number): Promise<StoredPlayer | undefined> {
    const answer = await this.request.get(`${this.url}/api/players/${String(id)}`);
    return answer.ok() ? ((await answer.json()) as StoredPlayer) : undefined;
  }
}
