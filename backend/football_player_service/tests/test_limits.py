"""Limits, headers and problem documents: what every answer has in common."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.routing import Route

from football_player_service.app import errors
from football_player_service.app.main import create_app
from football_player_service.app.settings import get_settings

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


@pytest.fixture
def configured(
    admin: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[TestClient]:
    """The application with the settings of the test's parameter."""
    for name, value in request.param.items():
        monkeypatch.setenv(name, value)
    get_settings.cache_clear()
    with TestClient(create_app(), raise_server_exceptions=False) as client:
        yield client
    monkeypatch.undo()
    get_settings.cache_clear()


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
    assert configured.get("/health").status_code == 200, "health checks are free"
    assert "x-ratelimit-limit" not in configured.get("/health").headers


@settings(RATE_LIMIT="3/minute")
def test_rate_limit_is_shared_by_several_backends(configured: TestClient) -> None:
    with TestClient(create_app()) as second:
        for client in (configured, second, configured):
            assert client.get("/players").status_code == 200
        assert second.get("/players").status_code == 429


@settings(RATE_LIMIT="1/minute")
def test_forwarded_addresses_are_not_believed(configured: TestClient) -> None:
    assert configured.get("/players", headers={"X-Forwarded-For": "203.0.113.1"}).is_success
    again = configured.get("/players", headers={"X-Forwarded-For": "203.0.113.2"})
    assert again.status_code == 429


@settings(RATE_LIMIT="1/minute", TRUSTED_PROXIES="testclient, 10.0.0.0/8")
def test_forwarded_addresses_of_a_configured_proxy_are(configured: TestClient) -> None:
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
    assert client.options("/players/1", headers=asked | theirs).status_code == 400


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
    assert wrong.headers["allow"] == "POST, GET" or "GET" in wrong.headers["allow"]
    for answer in (missing, wrong):
        assert answer.headers["content-type"] == "application/problem+json"
        errors.Problem.model_validate(answer.json())


def test_every_domain_error_has_a_status_and_a_code_of_its_own() -> None:
    kinds = errors.AppError.__subclasses__()
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert all(400 <= kind.status < 600 for kind in kinds)
    tree = errors.__doc__ or ""
    for kind in kinds:
        assert f"{kind.__name__} " in tree, "the docstring draws every error"
        assert str(kind.status) in tree
        assert kind.__doc__


@settings(ENVIRONMENT="test")
def test_a_bug_is_a_500_without_internals(configured: TestClient) -> None:
    def broken(_request: object) -> None:
        raise RuntimeError("secret internals")

    configured.app.router.routes.append(Route("/broken", broken))  # type: ignore[attr-defined]
    answer = configured.get("/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "secret" not in answer.text


def test_documentation_is_served_from_our_own_files(client: TestClient) -> None:
    page = client.get("/docs")
    assert "cdn" not in page.text
    assert "'unsafe-inline'" not in page.headers["content-security-policy"].split("style-src")[0]
    for asset in ("swagger-ui-bundle.js", "swagger-ui.css", "favicon.png"):
        assert f"/docs/assets/{asset}" in page.text
        assert client.get(f"/docs/assets/{asset}").status_code == 200
