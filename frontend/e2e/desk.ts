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

  async readPlayer(id: number): Promise<StoredPlayer | undefined> {
    const answer = await this.request.get(`${this.url}/api/players/${String(id)}`);
    return answer.ok() ? ((await answer.json()) as StoredPlayer) : undefined;
  }
}
