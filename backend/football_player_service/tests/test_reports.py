"""Reports: listed, read, compared, and marked when cited evidence has changed."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from football_player_service.app.db import session_scope, utc_now
from football_player_service.app.scouting import dossier
from football_player_service.app.scouting.models import Report
from football_player_service.app.scouting.schemas import BriefOut, Dossier, Replaced
from football_player_service.tests import careers
from football_player_service.tests.reports import claim, content, cut, fact, store, striker, write


def read(client: TestClient, path: str) -> Any:
    """The body of a successful GET."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def code(client: TestClient, path: str) -> tuple[int, str]:
    """Status and code of a failing GET."""
    answer = client.get(path)
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["code"]


VALUE = claim("summary", "He is worth €45,000,000.", "value.now")
GOALS = claim("strengths", "He scored 24 goals in 2025/26.", "season.2025.goals")


def revalue(client: TestClient, player: int, euros: int) -> None:
    """Change the market value."""
    answer = client.patch(f"/players/{player}", json={"market_value": euros})
    assert answer.status_code == 200, answer.text


def test_reports_are_listed_newest_first_and_paged(client: TestClient) -> None:
    player, other = striker(), careers.player(full_name="Other Striker")
    start = utc_now() - timedelta(days=1)
    ids = [str(store(player, VALUE, created_at=start + timedelta(hours=hour))) for hour in range(5)]
    store(other, claim("summary", "Nothing."))
    first = read(client, f"/players/{player}/reports?limit=2")
    assert [r["id"] for r in first["reports"]] == ids[:-3:-1]
    assert {k: first[k] for k in ("total", "page", "limit", "pages")} == {
        "total": 5,
        "page": 1,
        "limit": 2,
        "pages": 3,
    }
    last = read(client, f"/players/{player}/reports?limit=2&page=3")
    assert [r["id"] for r in last["reports"]] == ids[:1]
    assert read(client, f"/players/{player}/reports?page=9")["reports"] == []


def test_no_reports_and_an_unknown_player(client: TestClient) -> None:
    player = careers.player()
    assert read(client, f"/players/{player}/reports")["total"] == 0
    assert code(client, "/players/999999/reports") == (404, "player_not_found")
    assert code(client, f"/players/{player}/reports?pgae=2") == (422, "validation_error")


def test_a_report_contains_claims_and_evidence(client: TestClient) -> None:
    player = striker()
    rejected = cut("weaknesses", "He lacks a velvet touch.", "there is no evidence on technique")
    report = read(client, f"/reports/{store(player, VALUE, GOALS, rejected)}")
    assert (report["checked"], report["cut"]) == (2, 1)
    assert [c["text"] for c in report["claims"]] == [c["text"] for c in (VALUE, GOALS, rejected)]
    assert report["claims"][2]["reasons"] == ["there is no evidence on technique"]
    assert (report["verdict"], report["confidence"]) == ("monitor", "medium")
    evidence = {item["id"]: item["value"] for item in report["dossier"]["evidence"]}
    assert (evidence["value.now"], evidence["season.2025.goals"]) == (45_000_000, 24)
    pinned = Dossier.model_validate(report["dossier"])
    assert dossier.fingerprint(pinned) == report["dossier_hash"]
    assert (report["out_of_date"], report["changed"], report["changes"]) == (False, 0, [])


@pytest.mark.parametrize("path", ["", "/compare/{known}", "/export?format=pdf"])
def test_an_unknown_report_is_404(client: TestClient, path: str) -> None:
    known = store(careers.player(), claim("summary", "Nothing."))
    url = f"/reports/{uuid4()}{path.format(known=known)}"
    assert code(client, url) == (404, "report_not_found")
    assert code(client, f"/reports/nonsense{path.format(known=known)}") == (404, "not_found")


def test_only_signed_in_readers_see_who_requested_a_report(signed_in: TestClient) -> None:
    player = striker()
    url = f"/reports/{store(player, VALUE)}"
    reports = f"/players/{player}/reports"
    assert read(signed_in, url)["requested_by"] == "admin"
    assert read(signed_in, reports)["reports"][0]["requested_by"] == "admin"
    assert read(signed_in, f"{url}/export?format=json")["requested_by"] == "admin"
    assert "Requested by" in signed_in.get(f"{url}/export?format=markdown").text
    del signed_in.headers["Authorization"]
    assert read(signed_in, url)["requested_by"] is None
    assert read(signed_in, reports)["reports"][0]["requested_by"] is None
    assert read(signed_in, f"{url}/export?format=json")["requested_by"] is None
    assert "Requested by" not in signed_in.get(f"{url}/export?format=markdown").text


def test_no_route_changes_a_report(signed_in: TestClient) -> None:
    report = store(striker(), VALUE)
    before = _rows()
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert signed_in.request(method, f"/reports/{report}", json={}).status_code == 405
    assert _rows() == before


def _rows() -> list[dict[str, Any]]:
    with session_scope(writes=False) as session:
        return [row.model_dump() for row in session.exec(select(Report)).all()]


def test_changed_evidence_makes_a_report_out_of_date(signed_in: TestClient) -> None:
    player = striker()
    cites, does_not = store(player, VALUE, GOALS), store(player, GOALS)
    revalue(signed_in, player, 40_000_000)
    report = read(signed_in, f"/reports/{cites}")
    assert report["out_of_date"] is True
    assert report["changes"] == [
        {
            "id": "value.now",
            "label": "Market value",
            "unit": "eur",
            "was": 45_000_000,
            "now": 40_000_000,
        }
    ]
    assert read(signed_in, f"/reports/{does_not}")["out_of_date"] is False
    listed = read(signed_in, f"/players/{player}/reports")["reports"]
    changed = {r["id"]: (r["out_of_date"], r["changed"]) for r in listed}
    assert changed == {str(cites): (True, 1), str(does_not): (False, 0)}
    revalue(signed_in, player, 45_000_000)
    assert read(signed_in, f"/reports/{cites}")["out_of_date"] is False, "the old value is back"


def test_evidence_of_cut_claims_does_not_count(signed_in: TestClient) -> None:
    player = striker()
    report = store(player, GOALS, cut("risks", "Dear.", "vague") | {"evidence": ["value.now"]})
    revalue(signed_in, player, 1)
    assert read(signed_in, f"/reports/{report}")["out_of_date"] is False


def test_missing_evidence_counts_as_a_change(signed_in: TestClient) -> None:
    player = striker()
    rank = "season.2025.goals_per_90.position"
    report = store(player, VALUE, claim("strengths", "In the top tenth.", rank))
    signed_in.patch(f"/players/{player}", json={"market_value": None})
    _shrink_the_cohort(signed_in, but=player)
    changes = {c["id"]: c for c in read(signed_in, f"/reports/{report}")["changes"]}
    assert set(changes) == {"value.now", rank}
    assert (changes["value.now"]["was"], changes["value.now"]["now"]) == (45_000_000, None)
    assert (changes[rank]["unit"], changes[rank]["now"]) == ("percentile", None)


def _shrink_the_cohort(client: TestClient, *, but: int) -> None:
    others = [p["id"] for p in read(client, "/players?limit=100")["players"] if p["id"] != but]
    for player in others[:5]:
        assert client.delete(f"/players/{player}").status_code == 204
    careers.compute()


def test_a_list_builds_the_dossier_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    player, calls, build = striker(), [], dossier.build
    other = BriefOut(replaces=Replaced(id=careers.player(), name="Marko Example"))
    store(player, VALUE)
    for brief in (BriefOut(age_max=20), BriefOut(age_max=25), other, other):
        write(player, fact("value", "He is worth €45m.", "value.now"), brief=brief)

    def counted(*args: Any, **kwargs: Any) -> Dossier:
        calls.append(1)
        return build(*args, **kwargs)

    monkeypatch.setattr(dossier, "build", counted)
    assert read(client, f"/players/{player}/reports")["total"] == 5
    assert len(calls) == 2, "one more for the player to replace"


def test_a_report_from_before_claims_were_checked(signed_in: TestClient) -> None:
    player = striker()
    empty = Dossier(player="Ivo Testarossa", as_of=careers.DAY, evidence=[])
    old = store(player, dossier=empty.model_dump_json())
    revalue(signed_in, player, 1)
    report = read(signed_in, f"/reports/{old}")
    assert (report["checked"], report["cut"], report["out_of_date"]) == (0, 0, False)
    new = store(player, GOALS)
    change = read(signed_in, f"/reports/{new}/compare/{old}")
    assert (change["evidence"], change["claims_gone"]) == ([], [])
    assert [c["text"] for c in change["claims_new"]] == [GOALS["text"]]


def test_two_reports_are_compared_in_either_order(signed_in: TestClient) -> None:
    player = striker()
    rejected = cut("risks", "He sulks.", "there is no evidence on character")
    kept = claim("risks", "The contract ends on 30 June 2027.", "contract.until")
    earlier = store(player, VALUE, kept, rejected)
    revalue(signed_in, player, 48_000_000)
    careers.season(player, 2026, games=3, minutes=200, goals=1)
    new = claim("summary", "He is worth €48,000,000.", "value.now", "season.2026.goals")
    later = store(player, new, kept, verdict="sign")
    change = read(signed_in, f"/reports/{earlier}/compare/{later}")
    assert change == read(signed_in, f"/reports/{later}/compare/{earlier}")
    assert (change["earlier"], change["later"]) == (str(earlier), str(later))
    assert (change["verdict_was"], change["verdict_now"]) == ("monitor", "sign")
    assert [(c["id"], c["was"], c["now"]) for c in change["evidence"]] == [
        ("value.now", 45_000_000, 48_000_000),
        ("season.2026.goals", None, 1),
    ]
    assert [c["text"] for c in change["claims_gone"]] == [VALUE["text"]]
    assert [c["text"] for c in change["claims_new"]] == [new["text"]]
    same = read(signed_in, f"/reports/{later}/compare/{later}")
    assert (same["evidence"], same["claims_gone"], same["claims_new"]) == ([], [], [])


def test_reports_on_different_players_are_not_compared(client: TestClient) -> None:
    one, other = (store(careers.player(), claim("summary", "Nothing.")) for _ in range(2))
    expected = (422, "reports_of_different_players")
    assert code(client, f"/reports/{one}/compare/{other}") == expected


def test_reports_are_deleted_with_their_player(signed_in: TestClient) -> None:
    player = striker()
    report: UUID = store(player, VALUE)
    signed_in.delete(f"/players/{player}")
    assert code(signed_in, f"/reports/{report}") == (404, "report_not_found")


WORTH = fact("value", "He is worth €45m.", "value.now")
SCORED = fact("goals", "He scored 24 goals in 2025/26.", "season.2025.goals")
UNUSED = fact("age", "He is 24.", "age", used=False)


def test_a_report_from_claims_contains_its_content(client: TestClient) -> None:
    player = striker()
    report = read(client, f"/reports/{write(player, WORTH, SCORED, UNUSED)}")
    assert report["content"] == content(WORTH, SCORED, UNUSED)
    assert (report["headline"], report["sentences"]) == ("A fictional headline.", 2)
    assert (report["claims"], report["checked"], report["cut"]) == ([], 0, 0)
    assert (report["verdict"], report["brief"]) == ("follow_up", None)
    old = read(client, f"/reports/{store(player, VALUE, GOALS)}")
    assert (old["content"], old["headline"], old["sentences"]) == (None, None, 2)
    listed = read(client, f"/players/{player}/reports")["reports"]
    assert [(r["headline"], r["sentences"], r["checked"]) for r in listed] == [
        (None, 2, 2), ("A fictional headline.", 2, 0),
    ]  # fmt: skip


def test_only_evidence_of_sentences_makes_a_report_out_of_date(signed_in: TestClient) -> None:
    player = striker()
    states = write(player, WORTH, SCORED)
    method = {"text": "Values are estimates.", "claims": ["value"], "evidence": ["value.now"]}
    leaves_out = content(SCORED, WORTH | {"used": False}, method=[method])
    does_not = write(player, content=orjson.dumps(leaves_out).decode())
    item = {"label": "Budget", "result": "met", "text": "He is worth less.", "claim": "value",
            "evidence": ["value.now"]}  # fmt: skip
    of_brief = content(SCORED, WORTH | {"used": False}, brief=[item])
    has_brief = write(player, content=orjson.dumps(of_brief).decode())
    revalue(signed_in, player, 40_000_000)
    changes = {
        id: [change["id"] for change in read(signed_in, f"/reports/{id}")["changes"]]
        for id in (states, does_not, has_brief)
    }
    assert changes == {states: ["value.now"], does_not: [], has_brief: ["value.now"]}


def test_reports_from_claims_are_compared_by_claims(signed_in: TestClient) -> None:
    player = striker()
    kept = fact("contract", "The contract ends on 30 June 2027.", "contract.until")
    club = fact("club", "He plays for Heronmoor Rovers.", "club")
    tall = fact("height", "He is 1.87 m.", "height", used=False)
    earlier = write(player, WORTH, kept, club, tall)
    revalue(signed_in, player, 48_000_000)
    careers.season(player, 2026, games=3, minutes=200, goals=1)
    worth = fact("value", "He is worth €48m.", "value.now")
    new = fact("goals.2026", "He scored once in 2026/27.", "season.2026.goals")
    unused = fact("minutes.2026", "He played 200 minutes.", "season.2026.minutes", used=False)
    reworded = kept | {"text": "He is under contract until 30 June 2027.", "used": False}
    later = write(player, worth, reworded, new, unused, verdict="keep_watching")
    change = read(signed_in, f"/reports/{earlier}/compare/{later}")
    assert change == read(signed_in, f"/reports/{later}/compare/{earlier}")
    assert (change["verdict_was"], change["verdict_now"]) == ("follow_up", "keep_watching")
    assert change["facts_gone"] == [club]
    assert change["facts_new"] == [new]
    assert change["facts_changed"] == [
        {"id": "value", "was": "He is worth €45m.", "now": "He is worth €48m."}
    ]
    assert [(c["id"], c["was"], c["now"]) for c in change["evidence"]] == [
        ("value.now", 45_000_000, 48_000_000),
        ("season.2026.goals", None, 1),
    ]
    assert (change["claims_gone"], change["claims_new"]) == ([], [])


def test_a_report_of_an_earlier_version_is_compared_with_a_new_one(client: TestClient) -> None:
    player = striker()
    old, new = store(player, VALUE), write(player, SCORED, UNUSED)
    change = read(client, f"/reports/{old}/compare/{new}")
    assert [c["text"] for c in change["claims_gone"]] == [VALUE["text"]]
    assert (change["facts_gone"], change["facts_changed"], change["claims_new"]) == ([], [], [])
    assert [f["id"] for f in change["facts_new"]] == ["goals"]
    assert (change["verdict_was"], change["verdict_now"]) == ("monitor", "follow_up")


def test_rates_of_earlier_versions_have_not_changed(client: TestClient) -> None:
    """They had four decimals."""
    player, rate = striker(), "season.2025.goals_per_90"

    def changes(stated: float) -> list[str]:
        found = careers.evidence(player, day=careers.DAY)
        rounded = [
            item.model_copy(update={"value": stated if item.id == rate else item.value})
            for item in found.values()
        ]
        old = Dossier(player="Ivo Testarossa", as_of=careers.DAY, evidence=rounded)
        claims = claim("strengths", "He scores.", rate)
        report = read(client, f"/reports/{store(player, claims, dossier=old.model_dump_json())}")
        return [change["id"] for change in report["changes"]]

    assert changes(0.6957) == [], "24 goals in 3,105 minutes"
    assert changes(0.6958) == [rate]
