import { once } from "node:events";
import type { StoredClaim } from "./api.ts";
import { python } from "./stack.ts";

// Migrated reports of earlier versions, without content: with checked claims, or only Markdown.
const STORE = `
import json, sys
from uuid import uuid4
from football_player_service.app.db import session_scope
from football_player_service.app.players.models import Player
from football_player_service.app.scouting.models import Report

player, text, claims, evidence = int(sys.argv[1]), *sys.argv[2:]
usage = {"requests": 0, "input_tokens": None, "output_tokens": None, "cost_usd": None}
dossier = {"player": "As he was", "as_of": "2026-01-01", "evidence": json.loads(evidence)}
with session_scope() as session:
    assert session.get(Player, player)
    session.add(Report(
        player_id=player, task_id=uuid4(), requested_by="unknown", source="simulated",
        model="built-in writer", prompt_version="1", verdict="monitor", confidence="low",
        report=text, claims=claims, dossier_hash="0" * 64, usage=json.dumps(usage),
        dossier=json.dumps(dossier),
    ))
`;

interface OldReport {
  markdown: string;
  claims?: StoredClaim[];
  evidence?: object[];
}

/** Stores a report of an earlier version; the service no longer creates them. */
export async function storeOldReport(
  dataDir: string,
  playerId: number,
  { markdown, claims = [], evidence = [] }: OldReport,
) {
  const args = [String(playerId), markdown, JSON.stringify(claims), JSON.stringify(evidence)];
  const child = python(["python", "-c", STORE, ...args], { DATA_DIR: dataDir });
  const [status] = (await once(child, "exit")) as [number];
  if (status !== 0) throw new Error("The old report could not be stored");
}
