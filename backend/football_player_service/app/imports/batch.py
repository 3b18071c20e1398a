"""One batch of an import: what each row means for the players there are, then the writing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import orjson
from sqlalchemy import Row as Known
from sqlmodel import Session

from football_player_service.app import pagecache
from football_player_service.app.db import after_commit
from football_player_service.app.imports import store, transfermarkt
from football_player_service.app.imports.merge import Merged, merge
from football_player_service.app.imports.reader import Row
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import FACTS, Said, Source
from football_player_service.app.players import derived
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today
from football_player_service.app.players.schemas import PlayerFields

# As long as the field it goes into.
_ID = re.compile("[0-9]{1,60}")


@dataclass
class Plan:
    """What a batch will write, and what there is to say of it."""

    new: list[dict[str, Any]] = field(default_factory=list)  # columns
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)  # columns by player id
    said: dict[str, str] = field(default_factory=dict)  # facts as JSON by source id
    summary: Summary = field(default_factory=Summary)


def plan(
    session: Session, source: Source, rows: Sequence[Row], *, first_lines: dict[str, int]
) -> Plan:
    """Decide on each row; `first_lines` holds where each player_id was met first."""
    batch = Plan(summary=Summary(read=len(rows)))
    once = []
    for line, cells in rows:
        if not cells:
            batch.summary.skip("not as many cells as the header", line)
        elif not _ID.fullmatch(cells[0]):
            batch.summary.skip("player_id: not a number of 1 to 60 digits", line, cells[0])
        elif first_lines.setdefault(cells[0], line) != line:
            batch.summary.skip("player_id: met before in the file", line, cells[0])
        else:
            once.append((line, cells))
    said_of = []
    for said in transfermarkt.read(source, once):
        if said.unusable:
            batch.summary.skip(said.unusable, said.line)
        else:
            said_of.append(said)
            for what in said.notes:
                batch.summary.note(what, said.line)
    known = store.known(session, [said.source_id for said in said_of])
    before = store.last_said(session, [here.id for here in known.values()])
    day = today()
    for said in said_of:
        if here := known.get(said.source_id):
            _compare(batch, said, here=here, before=before.get(here.id))
        else:
            _add(batch, said, day)
    return batch


def write(session: Session, batch: Plan) -> None:
    """Carry out a plan."""
    store.add(session, batch.new)
    store.change(session, batch.changed)
    store.record(session, batch.said)
    if batch.new or batch.changed:
        after_commit(session, pagecache.invalidate)


def _add(batch: Plan, said: Said, day: date) -> None:
    facts = said.facts
    follows = derived.columns(
        full_name=facts["full_name"],
        current_team=facts.get("current_team"),
        date_of_birth=facts.get("date_of_birth"),
        contract_until=facts.get("contract_until"),
        day=day,
    )
    batch.new.append({**store.NEW, "source_id": said.source_id, **facts, **follows})
    batch.said[said.source_id] = _json(said)
    batch.summary.inserted += 1


def _compare(batch: Plan, said: Said, *, here: Known[Any], before: str | None) -> None:
    facts = _json(said)
    merged = _merge(here, said, before)
    for name in merged.kept:
        batch.summary.keep(name, said.line)
    if facts != before:
        batch.said[said.source_id] = facts
    if merged.changed:
        batch.changed[here.id] = _columns(here, merged)
        batch.summary.updated += 1
    else:
        batch.summary.unchanged += 1


def _merge(here: Known[Any], said: Said, before: str | None) -> Merged:
    facts = here[-len(FACTS) :]
    if facts == tuple(map(said.facts.get, FACTS)):
        return Merged(said.facts)
    ours = dict(zip(FACTS, facts, strict=True))
    said_before = None if before is None else orjson.loads(before)
    merged = merge(said_before=said_before, here=ours, said=said.facts)
    high, now = merged.facts["highest_market_value"], merged.facts["market_value"]
    if high is not None and now is not None and high < now:
        merged.give_up("market_value", "highest_market_value", here=ours)
    return merged


def _columns(here: Known[Any], merged: Merged) -> dict[str, Any]:
    others = {name: getattr(here, name) for name in store.KEPT}
    if any(getattr(here, name) is not None for name in merged.changed):
        others["data_as_of"] = None  # the file has no date, and the old one is not its
    values = players.columns(PlayerFields.model_validate(others | merged.facts))
    if values["date_of_birth"] == here.date_of_birth:
        values["date_of_birth_is_estimate"] = here.date_of_birth_is_estimate
    return values


def _json(said: Said) -> str:
    return orjson.dumps(said.facts).decode()
