"""Limits, headers and problem documents: what every answer has in common."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.routing import Route

from football_player_service.app import errors
from football_player_service.app.main import create_app
from football_player_service.web import create_web

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


def settings(**values: str) -> pytest.MarkDecorator:
    """Run the test with these settings."""
    return pytest.mark.parametrize("configured", [values], indirect=True)


@settings(RATE_LIMIT="3/minute")
def test_rate_limit(configured: TestClient) -> None:
    for remaining in (2, 1, 0):
        answer = configured.get("/players")
        assert answer.status_code == 200
        assert answer.headers["x-ratelimit-limit"] == "3"
        assert answer.headers["x-ratelimit-remaining"] == str(remaining)
        assert int(answer.headers["x-ratelimit-reset"]) > 1_700_000_000
    refused = configured.get("/players")
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert refused.headers["x-ratelimit-remaining"] == "0"
    assert refused.headers["x-content-type-options"] == "nosniff"
    assert configured.get("/health/ready").status_code == 429
    assert configured.get("/health").status_code == 200, "health checks are free"
    assert "x-ratelimit-limit" not in configured.get("/health").headers


@settings(RATE_LIMIT="3/minute")
def test_rate_limit_is_shared_by_several_backends(configured: TestClient) -> None:
    with TestClient(create_app()) as second:
        for client in (configured, second, configured):
            assert client.get("/players").status_code == 200
        assert second.get("/players").status_code == 429


@settings(RATE_LIMIT="1/minute")
def test_forwarded_addresses_are_ignored(configured: TestClient) -> None:
    assert configured.get("/players", headers={"X-Forwarded-For": "203.0.113.1"}).is_success
    again = configured.get("/players", headers={"X-Forwarded-For": "203.0.113.2"})
    assert again.status_code == 429


@settings(RATE_LIMIT="1/minute", TRUSTED_PROXIES="testclient, 10.0.0.0/8")
def test_forwarded_addresses_of_a_trusted_proxy_count(configured: TestClient) -> None:
    for address in ("203.0.113.1", "203.0.113.2", "203.0.113.3, 10.1.2.3"):
        assert configured.get("/players", headers={"X-Forwarded-For": address}).is_success
    spoofed = {"X-Forwarded-For": "198.51.100.7, 203.0.113.1"}
    assert configured.get("/players", headers=spoofed).status_code == 429, "the last hop counts"
    secure = configured.get("/health", headers={"X-Forwarded-Proto": "https"})
    assert secure.headers["strict-transport-security"].startswith("max-age=")


@settings(REDIS_URL="redis://127.0.0.1:1/0")
def test_without_redis_pages_and_health_still_answer(configured: TestClient) -> None:
    assert configured.get("/health").status_code == 200
    ready = configured.get("/health/ready")
    assert ready.status_code == 503
    assert ready.json()["parts"]["database"]["status"] == "ok"
    assert ready.json()["parts"]["ai_service"]["status"] == "down"


def test_security_headers_are_on_every_answer(client: TestClient) -> None:
    for answer in (
        client.get("/health"),
        client.get("/players/0"),
        client.get("/nowhere"),
        client.post("/players", json={}),
    ):
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert "strict-transport-security" not in answer.headers, "only behind TLS"


def test_cors_is_for_the_configured_origins(client: TestClient) -> None:
    asked = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "If-Match"}
    ours = {"Origin": "http://localhost:3000"}
    allowed = client.options("/players/1", headers=asked | ours)
    assert allowed.headers["access-control-allow-origin"] == ours["Origin"]
    exposed = client.get("/players", headers=ours).headers["access-control-expose-headers"]
    assert "ETag" in exposed
    theirs = {"Origin": "https://evil.example"}
    assert "access-control-allow-origin" not in client.get("/players", headers=theirs).headers
    refused = client.options("/players/1", headers=asked | theirs)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_request")


def test_a_body_over_a_mebibyte_is_413(signed_in: TestClient) -> None:
    json_type = {"content-type": "application/json"}
    limit = 1024 * 1024
    answer = signed_in.post("/players", content=b"x" * (limit + 1), headers=json_type)
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    exact = signed_in.post("/players", content=b"x" * limit, headers=json_type)
    assert exact.status_code == 422

    def undeclared() -> Iterator[bytes]:
        for _ in range(17):
            yield b"x" * 65_536

    chunked = signed_in.post("/players", content=undeclared(), headers=json_type)
    assert (chunked.status_code, chunked.json()["code"]) == (413, "body_too_large")


def test_unknown_paths_and_methods_are_problems(client: TestClient) -> None:
    missing = client.get("/nowhere")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")
    wrong = client.delete("/players")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")
    assert wrong.headers["allow"] == "GET, HEAD, POST"
    assert client.post("/players/1").headers["allow"] == "DELETE, GET, HEAD, PATCH, PUT"
    assert client.get("/token").headers["allow"] == "POST"
    for answer in (missing, wrong):
        assert answer.headers["content-type"] == "application/problem+json"
        errors.Problem.model_validate(answer.json())


def test_every_domain_error_has_a_status_and_a_code_of_its_own() -> None:
    kinds = [k for k in errors.AppError.__subclasses__() if k.__module__ == errors.__name__]
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert all(400 <= kind.status < 600 for kind in kinds)
    tree = errors.__doc__ or ""
    for kind in kinds:
        assert f"{kind.__name__} " in tree, "the docstring draws every error"
        assert str(kind.status) in tree
        assert kind.__doc__


def test_a_bug_is_a_500_without_internals(admin: str, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_request: object) -> None:
        raise RuntimeError("secret internals")

    app = create_app()
    app.router.routes.append(Route("/broken", broken))
    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/broken", headers={"Origin": "http://localhost:3000"})
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "secret" not in answer.text
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert answer.headers["access-control-allow-origin"] == "http://localhost:3000"
    reference = answer.json()["detail"].removeprefix("Internal error, logged (reference ")[:8]
    logged = capsys.readouterr().err
    assert f"reference={reference}" in logged
    assert "secret internals" in logged


@pytest.mark.parametrize("path", ["/health", "/players", "/users/me", "/docs", "/openapi.json"])
def test_head_answers_like_get_without_a_body(signed_in: TestClient, path: str) -> None:
    got, head = signed_in.get(path), signed_in.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-length", "content-type", "content-security-policy"):
        assert head.headers[name] == got.headers[name]


def test_head_of_what_does_not_exist(client: TestClient) -> None:
    assert client.head("/players/1").status_code == 404
    wrong = client.head("/token")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")


def test_locations_lead_to_the_api_behind_the_web_app(admin: str, tmp_path: Path) -> None:
    with TestClient(create_web(tmp_path)) as web:
        form = {"username": "admin", "password": "admin123"}
        token = web.post("/api/token", data=form).json()["access_token"]
        web.headers["Authorization"] = f"Bearer {token}"
        _locations_lead_to_what_was_made(web, "/api")
        assert "x-ratelimit-limit" not in web.get("/api/health").headers
        assert '"/api/openapi.json"' in web.get("/api/docs").text.replace("'", '"')


@settings(TRUSTED_PROXIES="testclient")
def test_locations_have_the_prefix_of_a_trusted_proxy(configured: TestClient) -> None:
    form = {"username": "admin", "password": "admin123"}
    token = configured.post("/token", data=form).json()["access_token"]
    configured.headers.update({"Authorization": f"Bearer {token}", "X-Forwarded-Prefix": "/api"})
    created = configured.post("/players", json=PLAYER)
    assert created.headers["location"] == f"/api/players/{created.json()['id']}"
    again = configured.post("/players", json=PLAYER, headers={"X-Forwarded-Prefix": "//evil"})
    assert again.headers["location"] == f"/players/{again.json()['id']}"


def test_locations_have_no_prefix_of_anyone_else(signed_in: TestClient) -> None:
    signed_in.headers["X-Forwarded-Prefix"] = "/api"
    _locations_lead_to_what_was_made(signed_in, "")


PLAYER = {"full_name": "Ivo Testarossa", "country": "Italy", "status": "active"}


def _locations_lead_to_what_was_made(client: TestClient, prefix: str) -> None:
    created = client.post(f"{prefix}/players", json=PLAYER)
    assert created.headers["location"] == f"{prefix}/players/{created.json()['id']}"
    assert client.get(created.headers["location"]).json()["id"] == created.json()["id"]
    accepted = client.post(f"{created.headers['location']}/scout")
    assert accepted.headers["location"] == f"{prefix}/tasks/{accepted.json()['task_id']}"
    assert client.get(accepted.headers["location"]).status_code == 200


@settings(ALLOWED_HOSTS="scout.example.org, *.example.net")
def test_only_allowed_hosts_are_answered(configured: TestClient) -> None:
    for host in ("scout.example.org", "SCOUT.example.org:8000", "a.example.net", "localhost:3000"):
        assert configured.get("/health", headers={"Host": host}).status_code == 200
    for host in ("evil.example.org", "example.org", "scout.example.org.evil", ""):
        refused = configured.get("/health", headers={"Host": host})
        assert (refused.status_code, refused.json()["code"]) == (400, "bad_request")
        assert refused.headers["x-content-type-options"] == "nosniff"


def test_a_body_that_cannot_be_parsed_is_a_documented_400(signed_in: TestClient) -> None:
    json_type = {"content-type": "application/json"}
    answer = signed_in.post("/players", content=b'{"full_name": "\xff"}', headers=json_type)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    paths = signed_in.get("/openapi.json").json()["paths"]
    assert "400" in paths["/players"]["post"]["responses"]


@settings(ENVIRONMENT="production", ADMIN_PASSWORD="a-password-long-enough", DOCS_ENABLED="")
def test_documentation_is_off_in_production(configured: TestClient) -> None:
    for path in ("/docs", "/openapi.json", "/docs/assets/swagger-ui.css"):
        assert configured.get(path).status_code == 404


@settings(ENVIRONMENT="production", ADMIN_PASSWORD="a-password-long-enough", DOCS_ENABLED="true")
def test_documentation_can_be_turned_on_in_production(configured: TestClient) -> None:
    for path in ("/docs", "/openapi.json", "/docs/assets/swagger-ui.css"):
        assert configured.get(path).status_code == 200


@settings(SECRET_KEY="")
def test_the_default_key_is_warned_of_at_start(
    configured: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    with TestClient(create_app()):
        assert "default_secret_key" in capsys.readouterr().err


def test_documentation_is_served_from_our_own_files(client: TestClient) -> None:
    page = client.get("/docs")
    assert "cdn" not in page.text
    assert "'unsafe-inline'" not in page.headers["content-security-policy"].split("style-src")[0]
    for asset in ("swagger-ui-bundle.js", "swagger-ui.css", "favicon.png"):
        assert f"/docs/assets/{asset}" in page.text
        assert client.get(f"/docs/assets/{asset}").status_code == 200
