"""Players over HTTP: create, read, update and delete, with and without authentication."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from fastapi.testclient import TestClient

from football_player_service.app.players.ages import age_on, today, years_before
from football_player_service.app.settings import get_settings
from football_player_service.tests.players import a_player, add


def problem_fields(answer: Any) -> list[str]:
    """The names of the invalid fields of a 422."""
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return [error["field"] for error in answer.json()["errors"]]


def test_create_player_answers_201_with_location_and_etag(signed_in: TestClient) -> None:
    answer = signed_in.post("/players", json=a_player())
    assert answer.status_code == 201
    player = answer.json()
    assert answer.headers["location"] == f"/players/{player['id']}"
    assert answer.headers["etag"] == f'"{player["version"]}"'
    assert player["full_name"] == "Ivo Testarossa"
    assert player["scouting_report"] is None
    assert signed_in.get(answer.headers["location"]).json() == player


def test_list_of_an_empty_database(client: TestClient) -> None:
    body = client.get("/players").json()
    assert body == {"players": [], "total": 0, "page": 1, "limit": 20, "pages": 1}


def test_read_unknown_player_is_404_with_a_code(client: TestClient) -> None:
    answer = client.get("/players/999999")
    assert answer.status_code == 404
    assert answer.json()["code"] == "player_not_found"


@pytest.mark.parametrize("player_id", ["0", "9223372036854775808"])
def test_an_id_out_of_range_is_422(client: TestClient, player_id: str) -> None:
    assert client.get(f"/players/{player_id}").status_code == 422


@pytest.mark.parametrize("player_id", ["-1", "abc"])
def test_an_id_that_is_no_number_is_404(client: TestClient, player_id: str) -> None:
    assert client.get(f"/players/{player_id}").status_code == 404


def test_methods_of_one_path_are_not_those_of_another(signed_in: TestClient) -> None:
    answer = signed_in.put("/players/filter-options", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_age_is_as_of_today(signed_in: TestClient) -> None:
    eve = years_before(today(), 20) + timedelta(days=1)
    assert add(signed_in, date_of_birth=eve.isoformat())["age"] == 19
    birthday = years_before(today(), 20)
    assert add(signed_in, date_of_birth=birthday.isoformat())["age"] == 20


def test_age_alone_becomes_an_estimated_birth_date(signed_in: TestClient) -> None:
    player = add(signed_in, date_of_birth=None, age=24)
    assert player["age"] == 24
    assert player["date_of_birth_is_estimate"] is True
    assert player["date_of_birth"] == years_before(today(), 24).isoformat()


def test_age_that_contradicts_the_birth_date_is_refused(signed_in: TestClient) -> None:
    answer = signed_in.post("/players", json=a_player(date_of_birth="2001-05-17", age=12))
    assert answer.status_code == 422
    assert "does not match the birth date" in answer.text


def test_replace_with_the_same_age_keeps_the_birth_date(signed_in: TestClient) -> None:
    player = add(signed_in)
    body = a_player(age=player["age"])
    del body["date_of_birth"]
    changed = signed_in.put(f"/players/{player['id']}", json=body).json()
    assert changed["date_of_birth"] == player["date_of_birth"]
    assert changed["date_of_birth_is_estimate"] is False


def test_replace_player(signed_in: TestClient) -> None:
    player = add(signed_in)
    body = {"full_name": "Ivo Nuovo", "country": "Italy", "status": "free_agent"}
    answer = signed_in.put(f"/players/{player['id']}", json=body)
    assert answer.status_code == 200
    changed = answer.json()
    assert changed["full_name"] == "Ivo Nuovo"
    assert changed["current_team"] is None, "PUT replaces all fields"
    assert changed["version"] == player["version"] + 1
    assert changed["updated_at"] > player["updated_at"]


def test_replace_with_the_same_data_is_no_change(signed_in: TestClient) -> None:
    player = add(signed_in)
    again = signed_in.put(f"/players/{player['id']}", json=a_player()).json()
    assert again == player


def test_patch_changes_only_the_given_fields(signed_in: TestClient) -> None:
    player = add(signed_in)
    changed = signed_in.patch(f"/players/{player['id']}", json={"market_value": 1}).json()
    same = {"market_value", "version", "updated_at"}
    assert {k: v for k, v in changed.items() if k not in same} == {
        k: v for k, v in player.items() if k not in same
    }
    assert changed["market_value"] == 1


def test_patch_the_age_only(signed_in: TestClient) -> None:
    player = add(signed_in)
    changed = signed_in.patch(f"/players/{player['id']}", json={"age": 33}).json()
    assert (changed["age"], changed["date_of_birth_is_estimate"]) == (33, True)


def test_patch_is_checked_with_the_other_fields(signed_in: TestClient) -> None:
    player = add(signed_in, market_value=5, highest_market_value=9)
    answer = signed_in.patch(f"/players/{player['id']}", json={"market_value": 10})
    assert answer.status_code == 422
    assert "career-high value must not be less than the market value" in answer.text
    assert problem_fields(
        signed_in.patch(f"/players/{player['id']}", json={"full_name": None})
    ) == ["full_name"]


def test_delete_player(signed_in: TestClient) -> None:
    player = add(signed_in)
    assert signed_in.delete(f"/players/{player['id']}").status_code == 204
    assert signed_in.get(f"/players/{player['id']}").status_code == 404
    assert signed_in.delete(f"/players/{player['id']}").status_code == 404


def test_the_id_of_a_deleted_player_is_not_reused(signed_in: TestClient) -> None:
    first = add(signed_in)
    signed_in.delete(f"/players/{first['id']}")
    assert add(signed_in)["id"] > first["id"]


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_if_match_of_an_older_version_is_412(signed_in: TestClient, method: str) -> None:
    player = add(signed_in)
    url = f"/players/{player['id']}"
    mine = {"If-Match": signed_in.get(url).headers["etag"]}
    theirs = signed_in.patch(url, json={"agent": "Another Agent"}).json()
    body = {} if method == "delete" else {"json": a_player(agent="Me")}
    answer = getattr(signed_in, method)(url, headers=mine, **body)
    assert answer.status_code == 412
    assert answer.json()["code"] == "version_conflict"
    assert signed_in.get(url).json() == theirs, "nothing was overwritten"
    current = {"If-Match": signed_in.get(url).headers["etag"]}
    assert getattr(signed_in, method)(url, headers=current, **body).is_success


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", "X"),
        ("full_name", ""),
        ("full_name", "x" * 101),
        ("full_name", None),
        ("full_name", "Nul\x00l"),
        ("full_name", "Lone \ud800 surrogate"),
        ("country", "I"),
        ("country", "x" * 61),
        ("country", None),
        ("status", "injured"),
        ("status", None),
        ("position", "Libero"),
        ("foot", "three"),
        ("pronoun", "it"),
        ("height_cm", 119),
        ("height_cm", 231),
        ("height_cm", "184"),
        ("date_of_birth", "2001-02-30"),
        ("date_of_birth", 0),
        ("date_of_birth", "0"),
        ("date_of_birth", "990057600"),
        ("date_of_birth", "2001-05-17T00:00:00"),
        ("date_of_birth", "２００１-05-17"),
        ("date_of_birth", (today() + timedelta(days=1)).isoformat()),
        ("age", -1),
        ("age", 121),
        ("age", True),
        ("current_team", "x" * 121),
        ("league", "x" * 121),
        ("market_value", -1),
        ("market_value", 10_000_000_001),
        ("market_value", 1.5),
        ("contract_until", "soon"),
        ("contract_until", "0"),
        ("contract_until", 20270630),
        ("contract_until", "30/06/2027"),
        ("data_as_of", "0"),
        ("data_as_of", (today() + timedelta(days=1)).isoformat()),
        ("colour", "blue"),
    ],
)
def test_validation_names_the_field(signed_in: TestClient, field: str, value: object) -> None:
    body = a_player()
    if field == "age":
        del body["date_of_birth"]
    answer = signed_in.request(
        "POST",
        "/players",
        content=_json(body | {field: value}),
        headers={"content-type": "application/json"},
    )
    assert field in problem_fields(answer)
    assert signed_in.get("/players").json()["total"] == 0


def _json(body: dict[str, Any]) -> str:
    import json  # noqa: PLC0415 - the client's own encoder refuses a lone surrogate

    return json.dumps(body)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", "Jô"),
        ("full_name", "x" * 100),
        ("height_cm", 120),
        ("height_cm", 230),
        ("market_value", 0),
        ("market_value", 10_000_000_000),
        ("market_value", None),
        ("current_team", "x" * 120),
        ("data_as_of", today().isoformat()),
    ],
)
def test_bounds_are_inclusive(signed_in: TestClient, field: str, value: object) -> None:
    assert add(signed_in, **{field: value})[field] == value


def test_all_missing_fields_are_named(signed_in: TestClient) -> None:
    assert problem_fields(signed_in.post("/players", json={})) == ["full_name", "country", "status"]


def test_a_body_that_is_not_json_is_422(signed_in: TestClient) -> None:
    answer = signed_in.post("/players", content="{", headers={"content-type": "application/json"})
    assert answer.status_code == 422


@pytest.mark.parametrize("name", ["Eto'o", "Scott McCartney", "Frenkie de Jong", "N'Golo", "PC"])
def test_a_name_is_stored_as_written(signed_in: TestClient, name: str) -> None:
    assert add(signed_in, full_name=name)["full_name"] == name


def test_names_are_cleaned(signed_in: TestClient) -> None:
    decomposed, marks = "Jose\u0301", "\u200eAn\u200bna\u202e"
    assert add(signed_in, full_name=f"  {decomposed} {marks} ")["full_name"] == "José Anna"


def test_blank_fields_become_null(signed_in: TestClient) -> None:
    assert add(signed_in, agent="", league="")["league"] is None


def test_source_and_source_id_are_unique_together(signed_in: TestClient) -> None:
    add(signed_in, source="csv", source_id="7")
    add(signed_in, source="csv", source_id="8")
    answer = signed_in.post("/players", json=a_player(source="csv", source_id="7"))
    assert (answer.status_code, answer.json()["code"]) == (409, "duplicate_source")
    assert signed_in.post("/players", json=a_player(source="csv")).status_code == 422


def test_idempotency_key_creates_once(signed_in: TestClient) -> None:
    key = {"Idempotency-Key": "add-ivo-1"}
    first = signed_in.post("/players", json=a_player(), headers=key)
    again = signed_in.post("/players", json=a_player(), headers=key)
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["location"] == first.headers["location"]
    assert signed_in.get("/players").json()["total"] == 1
    other = signed_in.post("/players", json=a_player(full_name="Other Name"), headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


# --- authentication -------------------------------------------------------------------------------


def test_login(client: TestClient) -> None:
    body = client.post("/token", data={"username": "admin", "password": "admin123"}).json()
    assert body["token_type"] == "bearer"
    assert body["expires_in"] == 1800
    claims = jwt.decode(body["access_token"], options={"verify_signature": False})
    assert (claims["sub"], claims["role"]) == ("admin", "admin")
    assert claims["exp"] - claims["iat"] == 1800
    assert claims["jti"]


def test_login_with_valid_credentials_returns_token(client: TestClient) -> None:
    answer = client.post("/token", data={"username": "admin", "password": "admin123"})
    assert answer.status_code == 200
    assert answer.json()["access_token"]


def test_login_with_invalid_credentials_returns_401(client: TestClient) -> None:
    wrong = client.post("/token", data={"username": "admin", "password": "wrong"})
    nobody = client.post("/token", data={"username": "nobody", "password": "wrong"})
    assert wrong.status_code == nobody.status_code == 401
    assert wrong.headers["www-authenticate"] == "Bearer"
    assert wrong.json() == nobody.json(), "unknown usernames are not revealed"


def test_create_player_without_token_returns_401(client: TestClient) -> None:
    answer = client.post("/players", json=a_player())
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.json()["code"] == "not_authenticated"


def test_create_player_with_valid_token_succeeds(signed_in: TestClient) -> None:
    assert signed_in.post("/players", json=a_player()).status_code == 201


def test_update_player_requires_authentication(signed_in: TestClient) -> None:
    player = add(signed_in)
    del signed_in.headers["Authorization"]
    for method in ("PUT", "PATCH"):
        answer = signed_in.request(method, f"/players/{player['id']}", json=a_player())
        assert answer.status_code == 401


def test_delete_player_requires_authentication(signed_in: TestClient) -> None:
    player = add(signed_in)
    del signed_in.headers["Authorization"]
    assert signed_in.delete(f"/players/{player['id']}").status_code == 401
    assert signed_in.get(f"/players/{player['id']}").status_code == 200


def test_scout_player_requires_authentication(signed_in: TestClient) -> None:
    player = add(signed_in)
    token = signed_in.headers.pop("Authorization")
    assert signed_in.post(f"/players/{player['id']}/scout").status_code == 401
    signed_in.headers["Authorization"] = token
    assert signed_in.post(f"/players/{player['id']}/scout").status_code == 202


@pytest.mark.parametrize("token", ["nonsense", "a.b.c", "Bearer", ""])
def test_invalid_token_returns_401(client: TestClient, token: str) -> None:
    answer = client.post("/players", json=a_player(), headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


def forged(**claims: Any) -> dict[str, str]:
    """A header with a token of these claims, signed with the real secret."""
    now = datetime.now(UTC)
    whole = {"sub": "admin", "role": "admin", "ver": 1, "jti": "x", "iat": now}
    whole |= {"exp": now + timedelta(minutes=5)}
    secret = get_settings().secret_key.get_secret_value()
    return {"Authorization": f"Bearer {jwt.encode(whole | claims, secret, algorithm='HS256')}"}


def test_expired_token_simulation(client: TestClient) -> None:
    assert client.get("/users/me", headers=forged()).status_code == 200
    expired = client.get("/users/me", headers=forged(exp=int(time.time()) - 1))
    assert (expired.status_code, expired.json()["code"]) == (401, "token_expired")
    other = jwt.encode({"sub": "admin"}, "another-secret-of-at-least-32-bytes!", algorithm="HS256")
    answer = client.get("/users/me", headers={"Authorization": f"Bearer {other}"})
    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")


def test_auth_unsigned_token_is_refused(client: TestClient) -> None:
    claims = {"sub": "admin", "role": "admin", "ver": 1, "jti": "x", "iat": 0, "exp": 2**40}
    token = jwt.encode(claims, "", algorithm="none")
    answer = client.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


def test_public_reads_need_no_auth(signed_in: TestClient) -> None:
    player = add(signed_in)
    task = signed_in.post(f"/players/{player['id']}/scout").json()["task_id"]
    del signed_in.headers["Authorization"]
    for path in ("/health", "/players", f"/players/{player['id']}", f"/tasks/{task}"):
        assert signed_in.get(path).status_code == 200, path


def test_age_on_a_leap_day() -> None:
    born = today().replace(year=2004, month=2, day=29)
    assert age_on(born, born.replace(year=2026, day=28)) == 21
    assert age_on(born, born.replace(year=2026, month=3, day=1)) == 22


def test_a_player_has_a_pronoun_or_none(signed_in: TestClient) -> None:
    player = add(signed_in)
    assert player["pronoun"] is None
    url = f"/players/{player['id']}"
    for sent, stored in (("she", "she"), ("they", "they"), ("", None), ("he", "he")):
        answer = signed_in.patch(url, json={"pronoun": sent})
        assert (answer.status_code, answer.json()["pronoun"]) == (200, stored)
    assert signed_in.get("/players").json()["players"][0]["pronoun"] == "he"
    body = {"full_name": "Ivo Testarossa", "country": "Italy", "status": "active"}
    assert signed_in.put(url, json=body).json()["pronoun"] is None
