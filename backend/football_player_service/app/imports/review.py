"""The review file: lines that wait as CSV, to be decided in a spreadsheet and read back."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import orjson
from sqlmodel import Session, col, select

from football_player_service.app.db import session_scope
from football_player_service.app.imports.decisions import NEW, Undecidable, decide
from football_player_service.app.imports.file_names import SeasonName
from football_player_service.app.imports.models import WaitingLine
from football_player_service.app.imports.tables import UnusableFile, open_table
from football_player_service.app.imports.waiting import SKIP, undecided
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import Span

CANDIDATES = 5
COLUMNS = (
    "decision", "name", "born", "nationality", "position", "club", "competition", "season",
    "minutes", *(f"candidate_{number}" for number in range(1, CANDIDATES + 1)),
    "provider", "player_key",
)  # fmt: skip


@dataclass(frozen=True)
class Decision:
    """A decision in a review file."""

    line: int
    provider: str
    provider_id: str
    decision: str


def write(path: Path) -> int:
    """Write one row per player whose lines wait or were decided; the number that wait.

    The column `decision` takes the id of a player, "new" or "skip".
    """
    with session_scope(writes=False) as session:
        rows = list(_rows(session))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return sum(not row["decision"] for row in rows)


def _rows(session: Session) -> Iterator[dict[str, str]]:
    waiting = undecided(session)
    candidates = {row.id: orjson.loads(row.candidates) for row in waiting}
    ids = {c["player_id"] for found in candidates.values() for c in found}
    statement = select(Player).where(col(Player.id).in_(ids))
    known = {player.id: player for player in session.exec(statement)}
    for (provider, key), group in groupby(waiting, lambda row: (row.provider, row.provider_id)):
        lines = list(group)
        person = orjson.loads(lines[0].person)
        shown = [
            _candidate(known[c["player_id"]], c)
            for c in candidates[lines[0].id][:CANDIDATES]
            if c["player_id"] in known
        ]
        shown += [""] * (CANDIDATES - len(shown))
        figures = [orjson.loads(line.line) for line in lines]
        yield {
            "decision": lines[0].decision or "",
            "name": person["name"],
            "born": _born(person),
            "nationality": ", ".join(person.get("nationalities", ())),
            "position": _joined(line["position"] for line in figures),
            "club": _joined(line["club"] for line in figures),
            "competition": _joined(line["competition"] for line in figures),
            "season": _joined(str(SeasonName(Span(f["span"]), f["year"])) for f in figures),
            "minutes": f"{sum(line['minutes'] or 0 for line in figures):g}",
            **{f"candidate_{number}": text for number, text in enumerate(shown, 1)},
            "provider": provider,
            "player_key": key,
        }


def _born(person: dict[str, Any]) -> str:
    born = person.get("date_of_birth") or person.get("birth_year")
    if born:
        return str(born)
    return f"aged {person['age']}" if person.get("age") else ""


def _joined(texts: Iterator[str | None]) -> str:
    return ", ".join(dict.fromkeys(filter(None, texts)))


def _candidate(player: Player, candidate: dict[str, Any]) -> str:
    """`123: Ivo Testarossa (born 2001-05-17, Fictional FC): same name, same club`."""
    facts = [f"born {player.date_of_birth}" if player.date_of_birth else "", player.current_team]
    about = ", ".join(filter(None, facts))
    return f"{player.id}: {player.full_name} ({about}): {', '.join(candidate['reasons'])}"


def read(path: Path) -> list[Decision]:
    """The decisions in a review file. Raises `UnusableFile`, naming every wrong one."""
    table = open_table(path)
    at = table.positions(("decision", "provider", "player_key"))
    found, problems = [], []
    for line, cells in table.rows():
        if not cells:
            problems.append(f"line {line}: not as many cells as the header")
            continue
        decision = cells[at["decision"]].strip().casefold().removesuffix(".0")
        if not decision:
            continue
        if decision not in (NEW, SKIP) and not decision.isdecimal():
            problems.append(
                f"line {line}, decision: {cells[at['decision']]!r} is neither the id of a player "
                f'nor "{NEW}" nor "{SKIP}"'
            )
        provider, key = cells[at["provider"]], cells[at["player_key"]]
        found.append(Decision(line, provider, key, decision))
    if problems:
        raise UnusableFile(f"{path.name}:\n" + "\n".join(problems) + "\nNothing was changed.")
    return found


def apply(path: Path, decisions: Sequence[Decision], *, username: str | None = None) -> int:
    """Carry out the decisions that differ from those before, all or none; how many there were.

    Raises `UnusableFile`.
    """
    problems, count = [], 0
    with session_scope() as session:
        for one in decisions:
            if one.decision == _current(session, one):
                continue
            count += 1
            try:
                decide(
                    session,
                    provider=one.provider,
                    provider_id=one.provider_id,
                    decision=one.decision,
                    username=username,
                )
            except Undecidable as problem:
                problems.append(f"line {one.line}: {problem}.")
        if problems:
            session.rollback()
    if problems:
        raise UnusableFile(f"{path.name}:\n" + "\n".join(problems) + "\nNothing was changed.")
    return count


def _current(session: Session, decision: Decision) -> str | None:
    statement = select(WaitingLine.decision).where(
        WaitingLine.provider == decision.provider, WaitingLine.provider_id == decision.provider_id
    )
    return session.exec(statement).first()
