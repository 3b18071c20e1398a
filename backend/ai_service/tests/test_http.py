"""HTTP details: error documents, security headers, methods, documentation, slow bodies."""

import re
import socket
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from fastapi.testclient import TestClient

from ai_service import main, report
from ai_service.middleware import SECURITY_HEADERS
from ai_service.settings import Settings
from ai_service.tests.client import ask, served
from ai_service.tests.dossiers import striker

GET_PATHS = ["/health", "/openapi.json", "/docs", "/docs/assets/swagger-ui.css"]


def settings(**values: object) -> Settings:
    return Settings(_env_file=None, **{"ai_provider": "built-in"} | values)  # type: ignore[arg-type]


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(main.create_app(settings()), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def broken(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A client of a service with a bug in `POST /generate`."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret-of-the-inside")

    monkeypatch.setattr(report, "finished", fail)
    return client


def test_errors_are_problem_documents(client: TestClient) -> None:
    answers = {
        404: client.get("/reports"),
        405: client.get("/generate"),
        413: client.post("/generate", content=b" " * (main.MAX_BODY_BYTES + 1)),
        422: client.post("/generate", json={}),
    }
    codes = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large",
             422: "validation_error"}  # fmt: skip
    for status, answer in answers.items():
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
        body = answer.json()
        assert body | {"detail": "", "errors": []} == {
            "type": f"/problems/{codes[status]}",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": "",
            "code": codes[status],
            "retryable": False,
            "errors": [],
        }
    assert answers[422].json()["errors"][0] == {
        "location": "body",
        "field": "full_name",
        "message": "Field required",
        "value": None,
    }


def test_a_bug_is_a_500_that_reveals_nothing(broken: TestClient) -> None:
    answer = ask(broken, striker())
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret-of-the-inside" not in answer.text


def test_every_answer_has_security_headers(broken: TestClient) -> None:
    answers = [
        broken.get("/health"),
        broken.get("/reports"),
        broken.get("/generate"),
        broken.post("/generate", json={}),
        ask(broken, striker()),
    ]
    assert [answer.status_code for answer in answers] == [200, 404, 405, 422, 500]
    for answer in answers:
        assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


@pytest.mark.parametrize("path", GET_PATHS)
def test_head_answers_as_get_does(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.status_code == get.status_code == 200
    assert head.headers == get.headers
    assert head.content == b""


@pytest.mark.parametrize(
    ("path", "methods"), [*((path, "GET, HEAD") for path in GET_PATHS), ("/generate", "POST")]
)
def test_allow_lists_every_method(client: TestClient, path: str, methods: str) -> None:
    answer = client.delete(path)
    assert (answer.status_code, answer.headers["allow"]) == (405, methods)


def test_the_documentation_loads_no_external_assets(client: TestClient) -> None:
    page = client.get("/docs")
    assets = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(assets) == 3
    assert all(client.get(path).status_code == 200 for path in [*assets, "/openapi.json"])
    assert "https://" not in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"environment": "development"}, 200),
        ({"environment": "production"}, 404),
        ({"environment": "production", "docs_enabled": True}, 200),
        ({"environment": "development", "docs_enabled": False}, 404),
    ],
)
def test_production_serves_no_documentation_by_default(
    values: dict[str, object], status: int
) -> None:
    with TestClient(main.create_app(settings(**values))) as client:
        assert [client.get(path).status_code for path in GET_PATHS] == [200, status, status, status]


@pytest.mark.parametrize("body", [b"", b"{"])
def test_a_slow_body_gets_a_408(monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    monkeypatch.setattr(main, "BODY_SECONDS", 0.2)
    request = b"POST /generate HTTP/1.1\r\nHost: ai\r\nContent-Length: 100\r\n\r\n" + body
    with served(main.create_app(settings())) as address, socket.create_connection(address) as peer:
        peer.settimeout(30)
        peer.sendall(request)
        answer = b"".join(iter(lambda: peer.recv(65536), b""))  # until the server closes
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"request_timeout"' in answer
