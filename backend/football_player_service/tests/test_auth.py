"""Users, roles and passwords."""

import json
import time

import pytest
from fastapi.testclient import TestClient
from pwdlib.hashers.bcrypt import BcryptHasher

from football_player_service.app import db, security
from football_player_service.app.auth import service
from football_player_service.app.auth.models import Role, User
from football_player_service.app.settings import get_settings


def login(client: TestClient, username: str, password: str) -> dict[str, str]:
    """The header of somebody signed in."""
    answer = client.post("/token", data={"username": username, "password": password})
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def add_user(client: TestClient, username: str = "scout", role: str = "user") -> int:
    """Add a person with the password long-enough; his id."""
    body = {"username": username, "password": "long-enough", "role": role}
    answer = client.post("/users", json=body)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


def test_auth_me(signed_in: TestClient) -> None:
    me = signed_in.get("/users/me").json()
    assert (me["username"], me["role"], me["is_active"]) == ("admin", "admin", True)
    assert "password" not in str(me)


def test_auth_users_are_for_admins(signed_in: TestClient) -> None:
    user_id = add_user(signed_in)
    scout = login(signed_in, "scout", "long-enough")
    for method, path in (
        ("GET", "/users"), ("POST", "/users"), ("PATCH", f"/users/{user_id}"),
    ):  # fmt: skip
        body = {"username": "other", "password": "long-enough"} if method == "POST" else {}
        answer = signed_in.request(method, path, json=body, headers=scout)
        assert (answer.status_code, answer.json()["code"]) == (403, "admin_only")
    assert [user["username"] for user in signed_in.get("/users").json()] == ["admin", "scout"]


def test_auth_a_user_may_work_with_players(signed_in: TestClient) -> None:
    add_user(signed_in)
    scout = login(signed_in, "scout", "long-enough")
    body = {"full_name": "Fictional Man", "country": "Chile", "status": "active"}
    assert signed_in.post("/players", json=body, headers=scout).status_code == 201


def test_auth_disabling_ends_the_session_and_the_login(signed_in: TestClient) -> None:
    user_id = add_user(signed_in)
    scout = login(signed_in, "scout", "long-enough")
    assert signed_in.patch(f"/users/{user_id}", json={"is_active": False}).status_code == 200
    answer = signed_in.get("/users/me", headers=scout)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_revoked")
    again = signed_in.post("/token", data={"username": "scout", "password": "long-enough"})
    assert again.json()["code"] == "wrong_credentials"
    signed_in.patch(f"/users/{user_id}", json={"is_active": True})
    assert signed_in.get("/users/me", headers=scout).status_code == 401, "the old one stays ended"
    login(signed_in, "scout", "long-enough")


def test_auth_roles_are_read_anew_on_each_request(signed_in: TestClient) -> None:
    user_id = add_user(signed_in, role="admin")
    scout = login(signed_in, "scout", "long-enough")
    assert signed_in.get("/users", headers=scout).status_code == 200
    signed_in.patch(f"/users/{user_id}", json={"role": "user"})
    assert signed_in.get("/users", headers=scout).status_code == 403


@pytest.mark.parametrize("change", [{"role": "user"}, {"is_active": False}])
def test_auth_the_last_admin_stays(signed_in: TestClient, change: dict[str, object]) -> None:
    me = signed_in.get("/users/me").json()["id"]
    answer = signed_in.patch(f"/users/{me}", json=change)
    assert (answer.status_code, answer.json()["code"]) == (409, "last_admin")


def test_auth_change_of_password_ends_old_tokens(signed_in: TestClient) -> None:
    add_user(signed_in)
    old = login(signed_in, "scout", "long-enough")
    body = {"current_password": "long-enough", "new_password": "even-longer"}
    answer = signed_in.post("/users/me/password", json=body, headers=old)
    assert answer.status_code == 200
    assert signed_in.get("/users/me", headers=old).status_code == 401
    new = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert signed_in.get("/users/me", headers=new).status_code == 200
    login(signed_in, "scout", "even-longer")


def test_auth_change_of_password_needs_the_current_one(signed_in: TestClient) -> None:
    body = {"current_password": "guess", "new_password": "even-longer"}
    answer = signed_in.post("/users/me/password", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "current_password"
    short = {"current_password": "admin123", "new_password": "short"}
    refused = signed_in.post("/users/me/password", json=short)
    assert refused.json()["errors"][0]["field"] == "new_password"
    assert "short" not in str(refused.json()["errors"][0]["value"]), "a password is never echoed"


@pytest.mark.parametrize(
    "name",
    [
        "x", "with space", "nul\x00", "ta\tb", "a" * 61,
        "\u0430dmin",  # Cyrillic and Latin letters
        "adm\u0456n",
        "\u03b1dmin",  # Greek
        "\ufdfa",  # NFKC has spaces in it
        "\ud800dmin",
    ],
)  # fmt: skip
def test_auth_bad_usernames_are_refused(signed_in: TestClient, name: str) -> None:
    body = {"username": name, "password": "long-enough"}
    json_type = {"Content-Type": "application/json"}
    answer = signed_in.post("/users", content=json.dumps(body), headers=json_type)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "username")


@pytest.mark.parametrize(
    ("name", "stored"),
    [("\uff41\uff42", "ab"), ("Иван", "Иван"), ("日本のたろう", "日本のたろう"), ("ﬁona", "fiona")],
)
def test_auth_usernames_are_normalised(signed_in: TestClient, name: str, stored: str) -> None:
    body = {"username": name, "password": "long-enough"}
    assert signed_in.post("/users", json=body).json()["username"] == stored
    login(signed_in, name, "long-enough")


@pytest.mark.parametrize("name", ["SCOUT", "Scout", "\uff53cout"])
def test_auth_usernames_are_unique_whatever_their_case(signed_in: TestClient, name: str) -> None:
    add_user(signed_in)
    answer = signed_in.post("/users", json={"username": name, "password": "long-enough"})
    assert (answer.status_code, answer.json()["code"]) == (409, "username_taken")
    me = signed_in.get("/users/me", headers=login(signed_in, name, "long-enough"))
    assert me.json()["username"] == "scout"


@pytest.mark.parametrize("password", [" " * 8, "\u200b" * 8, "   short   ", "\ud800" * 8])
def test_auth_bad_passwords_are_refused(signed_in: TestClient, password: str) -> None:
    json_type = {"Content-Type": "application/json"}
    user = json.dumps({"username": "scout", "password": password})
    answer = signed_in.post("/users", content=user, headers=json_type)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "password")
    change = json.dumps({"current_password": "admin123", "new_password": password})
    answer = signed_in.post("/users/me/password", content=change, headers=json_type)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "new_password")


def test_auth_a_name_is_taken_once(signed_in: TestClient) -> None:
    add_user(signed_in)
    body = {"username": "scout", "password": "long-enough"}
    answer = signed_in.post("/users", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "username_taken")
    assert signed_in.patch("/users/9999", json={"role": "user"}).status_code == 404


@pytest.mark.parametrize("username", ["nul\x00", "\ud800".encode("utf-8", "replace").decode()])
def test_auth_odd_names_at_login_are_just_wrong(client: TestClient, username: str) -> None:
    answer = client.post("/token", data={"username": username, "password": "x"})
    assert answer.status_code == 401


def test_auth_bcrypt_hashes_are_verified_and_upgraded(client: TestClient) -> None:
    with db.session_scope() as session:
        hashed = BcryptHasher().hash("an-old-password")
        session.add(
            User(username="veteran", username_key="veteran", hashed_password=hashed, role=Role.USER)
        )
    login(client, "veteran", "an-old-password")
    with db.session_scope(writes=False) as session:
        user = service.find(session, username="veteran")
        assert user is not None
        assert user.hashed_password.startswith("$argon2id$")
    login(client, "veteran", "an-old-password")


def test_auth_five_failures_then_wait(client: TestClient) -> None:
    wrong = {"username": "admin", "password": "wrong"}
    for _ in range(5):
        assert client.post("/token", data=wrong).status_code == 401
    right = {"username": "admin", "password": "admin123"}
    answer = client.post("/token", data=right)
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_failed_logins")
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    other = client.post("/token", data={"username": "somebody", "password": "wrong"})
    assert other.status_code == 401, "others are not held up"


def test_auth_a_login_clears_the_failures(client: TestClient) -> None:
    for _ in range(3):
        for _ in range(4):
            client.post("/token", data={"username": "admin", "password": "wrong"})
        login(client, "admin", "admin123")


def test_auth_unknown_user_takes_as_long_as_a_wrong_password(admin: str) -> None:
    def seconds(username: str) -> float:
        started = time.perf_counter()
        matches, _ = security.verify_password("wrong", service_hash(username))
        assert not matches
        return time.perf_counter() - started

    known = min(seconds("admin") for _ in range(5))
    unknown = min(seconds("nobody") for _ in range(5))
    assert 0.5 < known / unknown < 2


def service_hash(username: str) -> str | None:
    """The stored hash of a user, or None."""
    with db.session_scope(writes=False) as session:
        user = service.find(session, username=username)
        return user.hashed_password if user else None


def test_auth_seeding_the_admin_happens_once(database: str) -> None:
    with db.session_scope() as session:
        assert service.seed_admin(session, settings=get_settings()) is True
    with db.session_scope() as session:
        assert service.seed_admin(session, settings=get_settings()) is False
        assert len(service.list_all(session)) == 1
