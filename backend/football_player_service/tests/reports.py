"""Reports for the tests, stored as the worker stores them; all texts are fictional."""

from typing import Any
from uuid import UUID, uuid4

import orjson

from football_player_service.app.db import session_scope
from football_player_service.app.scouting import dossier, service
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import BriefOut, ReportOut
from football_player_service.tests import careers


def fact(id: str, text: str, *evidence: str, used: bool = True) -> dict[str, Any]:
    """A claim of a report, and the ids of its evidence."""
    return {
        "id": id,
        "type": "fictional",
        "topic": "fiction",
        "polarity": "neutral",
        "text": text,
        "evidence": list(evidence),
        "used": used,
    }


def content(*facts: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """A report whose summary states the used facts, the first of which is the reason."""
    stated = [
        {"text": one["text"], "claims": [one["id"]], "evidence": one["evidence"]}
        for one in facts
        if one["used"]
    ]
    summary = {"name": "summary", "title": "Summary", "paragraphs": [stated]}
    usual = {
        "language": "en",
        "versions": {"claims": "test"},
        "answer": {"title": "Follow up", "headline": "A fictional headline.",
                   "reasons": stated[:1]},
        "sections": [summary],
        "brief": [],
        "method": [],
        "facts": list(facts),
        "plan": {"headline": [], "sections": {}},
        "repairs": [],
    }  # fmt: skip
    return usual | parts


def claim(section: str, text: str, *evidence: str) -> dict[str, Any]:
    """A checked sentence of a report of an earlier version, and the ids of its evidence."""
    return {
        "section": section,
        "text": text,
        "evidence": evidence,
        "status": "checked",
        "reasons": [],
    }


def cut(section: str, text: str, *reasons: str) -> dict[str, Any]:
    """A sentence that was cut from a report of an earlier version."""
    return {"section": section, "text": text, "evidence": [], "status": "cut", "reasons": reasons}


CLAIMS = [
    claim(
        "summary", "Ivo Testarossa is a centre-forward of Heronmoor Rovers.", "sub_position", "club"
    ),
    claim(
        "strengths",
        "His 0.70 goals per 90 of 2025/26 are in the top tenth.",
        "season.2025.goals_per_90",
        "season.2025.goals_per_90.position",
        "season.2025.goals_per_90.league",
    ),
    claim("risks", "The contract ends on 30 June 2027.", "contract.until"),
    claim("recommendation", "Monitor him: he is dear.", "value.now"),
    cut("weaknesses", "He lacks a velvet touch.", "there is no evidence on technique"),
]


def whole(report: UUID) -> ReportOut:
    """The report as an anonymous reader gets it."""
    with session_scope(writes=False) as session:
        return service.get(session, report_id=report, reader=None)


def write(
    player_id: int, *facts: dict[str, Any], brief: BriefOut | None = None, **columns: Any
) -> UUID:
    """Store a report that states these facts; its id."""
    usual: dict[str, Any] = {
        "content": orjson.dumps(content(*facts)).decode(),
        "brief": brief.model_dump_json() if brief else None,
        "verdict": "follow_up",
    }
    return store(player_id, **(usual | columns))


def store(player_id: int, *claims: dict[str, Any], **columns: Any) -> UUID:
    """Store a report of an earlier version, based on the current evidence; its id."""
    careers.compute()
    stored_brief = columns.get("brief")
    brief = BriefOut.model_validate_json(stored_brief) if stored_brief else None
    with session_scope(writes=False) as session:
        evidence = dossier.build(session, player_id=player_id, brief=brief)
    usage = {"requests": 0, "input_tokens": None, "output_tokens": None, "cost_usd": None}
    usual: dict[str, Any] = {
        "task_id": uuid4(),
        "requested_by": "admin",
        "source": "simulated",
        "model": "built-in",
        "prompt_version": "built-in-v2",
        "verdict": "monitor",
        "confidence": "medium",
        "report": "## Summary\n\nA fictional report.\n",
        "claims": orjson.dumps(claims).decode(),
        "dossier": evidence.model_dump_json(),
        "dossier_hash": dossier.fingerprint(evidence),
        "usage": orjson.dumps(usage).decode(),
    }
    report = Report(player_id=player_id, **(usual | columns))
    with session_scope() as session:
        session.add(report)
    return report.id


def striker() -> int:
    """An attacking player with two seasons among thirty others, valuations and a transfer."""
    league = "Granit Liga (Norway)"
    player = careers.player(
        full_name="Ivo Testarossa",
        country="Norway",
        status="active",
        position="Attack",
        sub_position="Centre-Forward",
        foot="left",
        height_cm=187,
        date_of_birth="2002-03-09",
        current_team="Heronmoor Rovers",
        league=league,
        market_value=45_000_000,
        highest_market_value=50_000_000,
        contract_until="2027-06-30",
    )
    careers.others(30, 2025, "Attack", league=league, goals=4, yellow_cards=3)
    careers.season(player, 2024, league=league, games=31, minutes=2310, goals=12, assists=3)
    careers.season(player, 2025, league=league, games=38, minutes=3105, goals=24, assists=7)
    careers.valuations(
        player, {"2024-06-05": 12_000_000, "2025-06-08": 30_000_000, "2026-06-10": 45_000_000}
    )
    careers.transfer(player, "2024-08-12", "Bonkekolk", "Heronmoor Rovers", 9_500_000)
    return player
