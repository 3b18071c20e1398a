"""Clients and servers for tests of the AI service over HTTP."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from ai_service.main import create_app
from ai_service.schemas import Dossier
from ai_service.settings import Provider, Settings

KEY = "key-that-must-stay-secret"
MODELS: dict[Provider, str] = {
    "gemini": "gemini-3.8-flash",
    "openai": "gpt-6.1-terra",
    "anthropic": "claude-sonnet-5-5",
    "local": "llama3.2:3b",
}


def settings_for(provider: Provider, url: str, **others: Any) -> Settings:
    """Settings with which the provider's model is asked at `url`."""
    base = url if provider in ("gemini", "anthropic") else f"{url}/v1"
    values = {
        "ai_provider": provider,
        f"{provider}_api_key": KEY,
        f"{provider}_base_url": base,
        f"{provider}_model": MODELS[provider],
        "ai_rate_limit": "1000/minute",
    }
    return Settings(_env_file=None, **values | others)


@contextmanager
def service(provider: Provider, url: str, **others: Any) -> Iterator[TestClient]:
    """The service with these settings."""
    app = create_app(settings_for(provider, url, **others))
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def ask(client: TestClient, dossier: Dossier) -> Response:
    """Ask for a report."""
    return client.post("/generate", json=dossier.model_dump(mode="json"))


@contextmanager
def served(app: FastAPI) -> Iterator[tuple[str, int]]:
    """The application behind a real server; its host and port."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        host, port = server.servers[0].sockets[0].getsockname()
        yield str(host), int(port)
    finally:
        server.should_exit = True
        thread.join()
