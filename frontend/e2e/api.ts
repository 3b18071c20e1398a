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

export interface ListedPlayer extends StoredPlayer {
  last_season: number | null;
  status: string | null;
  stats: Record<
    string,
    {
      value: number | null;
      per_90: number | null;
      percentile: number | null;
      league_percentile: number | null;
    }
  >;
}

export interface StoredClaim {
  section: string;
  text: string;
  evidence: string[];
  status: "checked" | "cut";
  reasons: string[];
}

export interface StoredSentence {
  text: string;
  evidence: string[];
}

export interface StoredFact extends StoredSentence {
  id: string;
  topic: string;
  used: boolean;
}

export interface StoredContent {
  answer: { title: string; headline: string; reasons: StoredSentence[] };
  sections: { name: string; title: string; paragraphs: StoredSentence[][] }[];
  brief: (StoredSentence & { label: string; result: string })[];
  method: StoredSentence[];
  facts: StoredFact[];
}

export interface StoredReport {
  id: string;
  player_id: number;
  verdict: string;
  /** Of an old report. */
  claims: StoredClaim[];
  /** Null for an old report. */
  content: StoredContent | null;
  brief: { age_max?: number | null; question?: string | null } | null;
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

const tokens = new Map<string, Promise<string>>();

let counter = 0;

/** A name that no other test uses and that is not part of another. */
export function unique(word: string): string {
  counter += 1;
  return `${word} ${process.pid.toString(36)}z${Date.now().toString(36)}z${counter.toString(36)}z`;
}

/** The API, with which a test prepares its data and checks the result. */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly url: string,
  ) {}

  /** A login per account and worker is enough: checking passwords is slow on purpose. */
  token(account: Account): Promise<string> {
    const key = [this.url, account.username, account.password].join(" ");
    const token = tokens.get(key) ?? this.login(account);
    tokens.set(key, token);
    return token;
  }

  private async login({ username, password }: Account): Promise<string> {
    const response = await this.request.post(`${this.url}/api/token`, {
      form: { username, password },
    });
    if (!response.ok()) throw new Error(`Login of ${username}: ${String(response.status())}`);
    return ((await response.json()) as { access_token: string }).access_token;
  }

  private async call<T>(method: string, path: string, account: Account, data?: object): Promise<T> {
    const response = await this.request.fetch(`${this.url}/api${path}`, {
      method,
      data,
      headers: { Authorization: `Bearer ${await this.token(account)}` },
    });
    if (!response.ok())
      throw new Error(`${method} ${path}: ${String(response.status())} ${await response.text()}`);
    return (await response.json()) as T;
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

  /** The player with exactly this name in the loaded data. */
  async findPlayer(name: string): Promise<StoredPlayer> {
    const found = await this.read<{ players: StoredPlayer[] }>(
      `/players?q=${encodeURIComponent(name)}`,
    );
    const player = found.players.find(({ full_name }) => full_name === name);
    if (!player) throw new Error(`There is no player ${name}`);
    return player;
  }

  /** Creates a report and waits for it. */
  async scout(playerId: number, brief: Record<string, unknown> = {}): Promise<StoredReport> {
    const path = `/players/${String(playerId)}/scout`;
    const { task_id } = await this.call<{ task_id: string }>("POST", path, ADMIN, brief);
    const deadline = Date.now() + SCOUTED_WITHIN_MS;
    while (Date.now() < deadline) {
      const task = await this.read<{ status: string; error: string | null }>(`/tasks/${task_id}`);
      if (task.status === "completed") return this.newestReport(playerId);
      if (task.status !== "pending" && task.status !== "running") throw new Error(task.error ?? "");
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No report on player ${String(playerId)} in time`);
  }

  /** A page of players; the query as in the address of the API. */
  listPlayers(query: Record<string, string | number>) {
    const params = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, String(value)]),
    );
    return this.read<{ total: number; players: ListedPlayer[] }>(`/players?${params.toString()}`);
  }

  readFilterOptions() {
    return this.read<{ newest_season: number | null; status_unknown: number }>(
      "/players/filter-options",
    );
  }

  /** The season of a provider with this label, such as 2025/26. */
  async findSeason(provider: string, label: string) {
    const seasons =
      await this.read<{ id: number; provider_label: string; label: string }[]>("/seasons");
    const season = seasons.find((one) => one.provider_label === provider && one.label === label);
    if (!season) throw new Error(`There is no season ${provider} ${label}`);
    return season.id;
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
    const response = await this.request.get(`${this.url}/api${path}`);
    if (!response.ok()) throw new Error(`GET ${path}: ${String(response.status())}`);
    return (await response.json()) as T;
  }

  async readPlayer(id: number): Promise<StoredPlayer | undefined> {
    const response = await this.request.get(`${this.url}/api/players/${String(id)}`);
    return response.ok() ? ((await response.json()) as StoredPlayer) : undefined;
  }
}
