"""Users, roles and passwords."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import extract_parameters
from fastapi.testclient import TestClient
from pwdlib.hashers.argon2 import Argon2Hasher
from pwdlib.hashers.bcrypt import BcryptHasher

from football_player_service.app import db, security
from football_player_service.app.auth import service
from football_player_service.app.auth.models import Role, User
from football_player_service.app.main import create_app
from football_player_service.app.settings import get_settings

LONG = "a-password-long-enough-for-an-admin"


@pytest.fixture
def production(admin: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The application in production, signed in as an admin whose password is not the default."""
    set_password("admin", LONG)
    monkeypatch.setenv("ENVIRONMENT", "production")
    monkeypatch.setenv("ADMIN_PASSWORD", LONG)
    get_settings.cache_clear()
    with TestClient(create_app()) as client:
        client.headers.update(login(client, "admin", LONG))
        yield client
    monkeypatch.undo()
    get_settings.cache_clear()


def set_password(username: str, password: str) -> None:
    """Store another password, as a script with access to the database could."""
    with db.session_scope() as session:
        user = service.find(session, username=username)
        assert user is not None
        user.hashed_password = security.hash_password(password)


def login(client: TestClient, username: str, password: str) -> dict[str, str]:
    """The headers of a signed-in user."""
    answer = client.post("/token", data={"username": username, "password": password})
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def add_user(client: TestClient, username: str = "scout", role: str = "user") -> int:
    """Add a user with the password long-enough; their id."""
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
    assert signed_in.get("/users/me", headers=scout).status_code == 401, "it stays revoked"
    login(signed_in, "scout", "long-enough")


def test_auth_roles_are_read_on_each_request(signed_in: TestClient) -> None:
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
    assert other.status_code == 401, "others are not limited"


def test_auth_a_login_clears_the_failures(client: TestClient) -> None:
    for _ in range(3):
        for _ in range(4):
            client.post("/token", data={"username": "admin", "password": "wrong"})
        login(client, "admin", "admin123")


def wrong_logins(client: TestClient, names: list[str], address: str = "") -> Counter[int]:
    """The statuses of simultaneous logins with a wrong password.

    503, from a machine too busy to check a password in time, counts as 401: it was not refused.
    """
    headers = {"X-Forwarded-For": address} if address else {}

    def attempt(username: str) -> int:
        data = {"username": username, "password": "wrong"}
        status = client.post("/token", data=data, headers=headers).status_code
        return 401 if status == 503 else status

    with ThreadPoolExecutor(len(names)) as threads:
        return Counter(threads.map(attempt, names))


def test_auth_simultaneous_guesses_are_counted_before_they_are_evaluated(
    client: TestClient,
) -> None:
    assert wrong_logins(client, ["admin"] * 40) == {401: 5, 429: 35}


@pytest.mark.parametrize("configured", [{"REDIS_URL": "redis://127.0.0.1:1/0"}], indirect=True)
def test_auth_guesses_are_limited_while_redis_is_down(configured: TestClient) -> None:
    assert wrong_logins(configured, ["admin"] * 40) == {401: 5, 429: 35}


def test_auth_guesses_are_counted_whatever_the_case_of_the_name(client: TestClient) -> None:
    names = ["admin", "ADMIN", "Admin", "aDMIN", "\uff41dmin", "adMIN"]
    assert wrong_logins(client, names) == {401: 5, 429: 1}


def test_auth_one_address_guesses_only_some_names(client: TestClient) -> None:
    assert wrong_logins(client, [f"name-{n}" for n in range(24)]) == {401: 20, 429: 4}


@pytest.mark.parametrize("configured", [{"TRUSTED_PROXIES": "testclient"}], indirect=True)
def test_auth_many_addresses_guess_one_name_only_so_often(configured: TestClient) -> None:
    answers = [wrong_logins(configured, ["admin"] * 5, f"203.0.113.{n}") for n in range(5)]
    assert sum(answers, Counter()) == {401: 20, 429: 5}


@pytest.mark.parametrize("configured", [{"TRUSTED_PROXIES": "testclient"}], indirect=True)
def test_auth_one_address_does_not_lock_out_a_name(configured: TestClient) -> None:
    wrong_logins(configured, ["admin"] * 40, "203.0.113.1")
    form = {"username": "admin", "password": "admin123"}
    elsewhere = {"X-Forwarded-For": "203.0.113.2"}
    assert configured.post("/token", data=form, headers=elsewhere).status_code == 200


def test_auth_successful_logins_are_not_limited(client: TestClient) -> None:
    for _ in range(25):
        login(client, "admin", "admin123")


def test_auth_guesses_of_the_current_password_are_limited(signed_in: TestClient) -> None:
    def guess(_: int) -> int:
        body = {"current_password": "guess", "new_password": "even-longer"}
        return signed_in.post("/users/me/password", json=body).status_code

    with ThreadPoolExecutor(20) as threads:
        assert Counter(threads.map(guess, range(20)))[429] == 15


def test_auth_an_unknown_user_costs_as_much_as_a_wrong_password(
    monkeypatch: pytest.MonkeyPatch, client: TestClient
) -> None:
    verified = []
    original = Argon2Hasher.verify

    def verify(self: Argon2Hasher, password: str | bytes, hash: str | bytes) -> bool:
        verified.append(extract_parameters(str(hash)))
        return original(self, password, hash)

    monkeypatch.setattr(Argon2Hasher, "verify", verify)
    for name in ("admin", "nobody"):
        client.post("/token", data={"username": name, "password": "wrong"})
    known, unknown = verified
    assert known == unknown


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_auth_passwords_are_hashed_outside_write_transactions(
    signed_in: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Argon2Hasher.hash
    path = get_settings().database.removeprefix("sqlite:///")
    hashed = []

    def hash_while_others_write(self: Argon2Hasher, *args: object, **options: object) -> str:
        with sqlite3.connect(path, timeout=0) as other:
            other.execute("BEGIN IMMEDIATE")  # fails where this request holds the lock
        hashed.append(True)
        return original(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Argon2Hasher, "hash", hash_while_others_write)
    add_user(signed_in)
    body = {"current_password": "admin123", "new_password": "even-longer"}
    assert signed_in.post("/users/me/password", json=body).status_code == 200
    assert len(hashed) == 2


def test_auth_refresh_gives_a_new_token_while_the_old_one_is_valid(client: TestClient) -> None:
    old = login(client, "admin", "admin123")
    answer = client.post("/token/refresh", headers=old)
    assert answer.json().keys() == {"access_token", "token_type", "expires_in"}
    assert answer.json()["expires_in"] == 30 * 60
    new = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert new != old
    for headers in (old, new):
        assert client.get("/users/me", headers=headers).status_code == 200


def test_auth_refresh_needs_a_valid_token(signed_in: TestClient) -> None:
    add_user(signed_in)
    scout = login(signed_in, "scout", "long-enough")
    body = {"current_password": "long-enough", "new_password": "even-longer"}
    signed_in.post("/users/me/password", json=body, headers=scout)
    for headers in (scout, {"Authorization": "Bearer nonsense"}, {"Authorization": ""}):
        assert signed_in.post("/token/refresh", headers=headers).status_code == 401


def test_auth_tokens_are_not_stored_by_caches(signed_in: TestClient) -> None:
    form = {"username": "admin", "password": "admin123"}
    change = {"current_password": "admin123", "new_password": "even-longer"}
    for answer in (
        signed_in.post("/token", data=form),
        signed_in.post("/token/refresh"),
        signed_in.post("/users/me/password", json=change),
    ):
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_auth_a_lone_surrogate_in_a_login_is_an_error_of_the_request(client: TestClient) -> None:
    # UTF-7 is the one charset of a form in which a lone surrogate can be written.
    parts = {"username": "admin", "password": "+2AA-+2AA-"}
    body = "".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parts.items()
    )
    answer = client.post(
        "/token",
        content=f"{body}--b--\r\n",
        headers={"Content-Type": "multipart/form-data; boundary=b; charset=utf-7"},
    )
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "password")


def test_auth_health_shows_the_default_login_only_while_it_works(signed_in: TestClient) -> None:
    assert signed_in.get("/health").json()["default_login"] is True
    body = {"current_password": "admin123", "new_password": "even-longer"}
    assert signed_in.post("/users/me/password", json=body).status_code == 200
    assert signed_in.get("/health").json()["default_login"] is False


def test_auth_production_never_shows_the_default_login(production: TestClient) -> None:
    set_password("admin", "admin123")
    assert production.get("/health").json()["default_login"] is False


def test_auth_production_refuses_the_stored_default_password(
    admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The data directory was first used in development."""
    monkeypatch.setenv("ENVIRONMENT", "production")
    monkeypatch.setenv("ADMIN_PASSWORD", LONG)
    get_settings.cache_clear()
    with pytest.raises(RuntimeError, match="public default"), TestClient(create_app()):
        pass
    set_password("admin", LONG)
    with TestClient(create_app()) as client:
        assert client.get("/health").status_code == 200
    monkeypatch.undo()
    get_settings.cache_clear()


def test_auth_admins_in_production_need_longer_passwords(production: TestClient) -> None:
    short = {"username": "second", "password": "eleven-char", "role": "admin"}
    answer = production.post("/users", json=short)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "password")
    assert production.post("/users", json=short | {"role": "user"}).status_code == 201
    change = {"current_password": LONG, "new_password": "eleven-char"}
    answer = production.post("/users/me/password", json=change)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "new_password")
    change["new_password"] = "twelve-chars"
    assert production.post("/users/me/password", json=change).status_code == 200


def test_auth_seeding_the_admin_happens_once(database: str) -> None:
    with db.session_scope() as session:
        assert service.seed_admin(session, settings=get_settings()) is True
    with db.session_scope() as session:
        assert service.seed_admin(session, settings=get_settings()) is False
        assert len(service.list_all(session)) == 1
