"""Arbitrary bodies for `POST /generate`: every answer is documented, and none is a 500."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ai_service.main import create_app
from ai_service.plain import PlainPlayer
from ai_service.settings import Settings
from ai_service.tests.dossiers import ALL
from ai_service.tests.strategies import dossiers, wild_dossiers

BODIES: list[dict[str, Any]] = [make().model_dump(mode="json") for make in ALL]
NAMES = sorted({name for body in BODIES for item in body["evidence"] for name in item})
# With surrogates: JSON can hold them, UTF-8 cannot.
TEXTS = st.text(st.characters(codec=None), max_size=20) | st.sampled_from(
    [
        "0000",
        "0001-01-01",
        "9999-12-31",
        "9999",
        "9999/00",
        "0000/01",
        "club",
        "season.9999.minutes",
    ]
)
NUMBERS = st.one_of(
    st.integers(), st.floats(), st.sampled_from([10**309, -(10**400), 10**12, 1e308, -0.0])
)
LEAVES = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = create_app(Settings(_env_file=None, ai_provider="built-in"))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@st.composite
def changed_dossiers(draw: st.DrawFn) -> Any:
    """A valid dossier with up to four fields of the body or its evidence replaced or added."""
    body = json.loads(json.dumps(draw(st.sampled_from(BODIES))))
    for _ in range(draw(st.integers(1, 4))):
        value = draw(VALUES)
        target = draw(st.sampled_from([body, *body["evidence"]]))
        if isinstance(target.get("cohort"), dict) and draw(st.booleans()):
            target = target["cohort"]
        target[draw(st.sampled_from([*NAMES, *target]) | TEXTS)] = value
        if not isinstance(body["evidence"], list) or not all(
            isinstance(item, dict) for item in body["evidence"]
        ):
            break
    return body


def post(client: TestClient, content: bytes) -> Response:
    return client.post("/generate", content=content, headers={"Content-Type": "application/json"})


def check(answer: Response) -> None:
    assert answer.status_code in (200, 400, 422), answer.text
    body = json.loads(answer.content, parse_constant=pytest.fail)
    if answer.status_code != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert body["status"] == answer.status_code
        assert bool(body["errors"]) == (answer.status_code == 422)


RUNS = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])


def _value(number: Any) -> Any:
    first, *others = BODIES[0]["evidence"]
    return BODIES[0] | {"evidence": [first | {"value": number}, *others]}


def _club(period: str) -> Any:
    club = next(item for item in BODIES[0]["evidence"] if item["id"] == "club")
    return BODIES[0] | {"evidence": [club | {"period": period}]}


@RUNS
@given(body=changed_dossiers())
@example(body=_value(10**309))
@example(body=_value(float("nan")))
@example(body=_value(float("inf")))
@example(body=BODIES[0] | {"\ud800": 1})
@example(body=BODIES[0] | {"as_of": float("nan")})
@example(body=BODIES[0] | {"as_of": "0001-01-01"})
@example(body=BODIES[0] | {"as_of": "9999-12-31"})
@example(body=_club("9999/00"))
@example(body=_club("0000"))
def test_changed_dossiers_cause_no_server_error(client: TestClient, body: Any) -> None:
    check(post(client, json.dumps(body).encode()))


ODD_DATES = st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29"])
ODD_PERIODS = st.sampled_from(["9999/00", "0000/01", "9999", "2025/27"])
ODD_NUMBERS = st.sampled_from([10**12, -(10**12), 0, 0.1, 1e-300])


@st.composite
def odd_dossiers(draw: st.DrawFn) -> Any:
    """A valid dossier with extreme dates, periods and numbers in valid places."""
    body = draw(dossiers() | wild_dossiers()).model_dump(mode="json")
    for item in body["evidence"]:
        change = draw(st.sampled_from(["none", "period", "as_of", "value", "year", "number"]))
        if change == "period":
            item["period"] = draw(ODD_PERIODS)
        elif change == "as_of":
            item["as_of"] = draw(ODD_DATES)
        elif change == "value" and item["unit"] in ("text", "date"):
            item["value"] = draw(ODD_DATES | ODD_PERIODS)
        elif change == "year":
            item["id"] = item["id"].replace("2025", draw(st.sampled_from(["9999", "0000"])))
        elif change == "number":
            item["value"] = draw(ODD_NUMBERS)
    body["as_of"] = draw(ODD_DATES | st.just(body["as_of"]))
    return body


@RUNS
@given(body=odd_dossiers())
def test_odd_dossiers_cause_no_server_error(client: TestClient, body: Any) -> None:
    check(post(client, json.dumps(body).encode()))


FIELDS = ("full_name", "player_name", *PlainPlayer.model_fields)


@RUNS
@given(body=st.dictionaries(st.sampled_from(FIELDS) | TEXTS, VALUES, max_size=6))
@example(body={"full_name": "Ivo", "market_value": float("nan")})
@example(body={"full_name": "Ivo", "market_value": 10**309})
@example(body={"full_name": "Ivo", "age": 10**400})
@example(body={"full_name": "Ivo", "contract_until": "0001-01-01"})
@example(body={"player_name": "Ivo", "position": "Attack", "status": "retired"})
def test_plain_players_cause_no_server_error(client: TestClient, body: Any) -> None:
    check(post(client, json.dumps(body).encode()))


@RUNS
@given(body=VALUES)
def test_other_json_causes_no_server_error(client: TestClient, body: Any) -> None:
    check(post(client, json.dumps(body).encode()))


@RUNS
@given(content=st.binary(max_size=200))
def test_bytes_cause_no_server_error(client: TestClient, content: bytes) -> None:
    check(post(client, content))
