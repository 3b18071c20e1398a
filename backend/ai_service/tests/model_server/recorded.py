"""A request to the server, independent of the protocol."""

import json
from dataclasses import dataclass
from typing import Any

from ai_service.tests.model_server import anthropic, gemini, openai
from ai_service.tests.model_server.protocol import Protocol

PROTOCOLS: tuple[Protocol, ...] = (gemini, openai, anthropic)


@dataclass(frozen=True)
class Recorded:
    path: str
    headers: dict[str, str]  # names in lower case
    body: dict[str, Any]

    @property
    def protocol(self) -> Protocol:
        """The protocol of the request's path."""
        return next(p for p in PROTOCOLS if self.path.endswith(p.PATH))

    @property
    def key(self) -> str:
        """The API key."""
        return self.protocol.key(self.headers)

    @property
    def instructions(self) -> str:
        """The instructions to the model."""
        return self.protocol.instructions(self.body)

    @property
    def told(self) -> list[str]:
        """The user's messages in order."""
        return self.protocol.told(self.body)

    @property
    def record(self) -> dict[str, Any]:
        """The claims in the first message."""
        found = json.loads(self.told[0])
        assert isinstance(found, dict)
        return found
