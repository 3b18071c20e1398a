"""One batch of an import: what each row means for the players there are, then the writing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import Row as Known
from sqlmodel import Session

from football_player_service.app import pagecache
from football_player_service.app.db import after_commit
from football_player_service.app.imports import store, transfermarkt, validate
from football_player_service.app.imports.merge import Merged, merge
from football_player_service.app.imports.reader import Row
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.transfermarkt import FACTS, Said, Source
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerFields


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
        elif not (cells[0].isascii() and cells[0].isdigit()):
            batch.summary.skip("player_id: not a number", line, cells[0])
        elif first_lines.setdefault(cells[0], line) != line:
            batch.summary.skip("player_id: met before in the file", line, cells[0])
        else:
            once.append((line, cells))
    said_of = transfermarkt.read(source, once)
    known = store.known(session, [said.source_id for said in said_of])
    before = store.last_said(session, [here.id for here in known.values()])
    for said in said_of:
        here = known.get(said.source_id)
        try:
            _decide(batch, said, here=here, before=before.get(here.id) if here else None)
        except validate.Skip as skip:
            batch.summary.skip(str(skip), said.line, skip.value)
        else:
            for what in said.notes:
                batch.summary.note(what, said.line)
    return batch


def write(session: Session, batch: Plan) -> None:
    """Carry out a plan."""
    store.add(session, batch.new)
    store.change(session, batch.changed)
    store.record(session, batch.said)
    if batch.new or batch.changed:
        after_commit(session, pagecache.invalidate)


def _decide(batch: Plan, said: Said, *, here: Known[Any] | None, before: str | None) -> None:
    if here is None:
        fields = validate.fields(said)
        batch.new.append(players.columns(fields))
        batch.said[said.source_id] = _json(said)
        batch.summary.inserted += 1
        return
    facts = _json(said)
    if facts != before:  # what is stored was validated then
        validate.fields(said)
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
