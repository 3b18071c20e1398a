"""A request to the server, read the same way whatever the protocol."""

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
        """The protocol whose address was called."""
        return next(p for p in PROTOCOLS if self.path.endswith(p.PATH))

    @property
    def key(self) -> str:
        """The key that was sent."""
        return self.protocol.key(self.headers)

    @property
    def instructions(self) -> str:
        """The text the model is instructed with."""
        return self.protocol.instructions(self.body)

    @property
    def told(self) -> list[str]:
        """The user's messages, the first one first."""
        return self.protocol.told(self.body)

    @property
    def record(self) -> dict[str, Any]:
        """The player's record, as it stands in the first message."""
        found = json.loads(self.told[0])
        assert isinstance(found, dict)
        return found
