"""The interface of a protocol; a module with these names implements it."""

import typing
from typing import Any, Literal

Finish = Literal["stop", "cut", "filtered"]


class Protocol(typing.Protocol):
    """`PATH` ends the URL; the `usage` of an answer is 700 tokens in and 120 out."""

    PATH: str

    def key(self, headers: dict[str, str]) -> str: ...

    def instructions(self, body: dict[str, Any]) -> str: ...

    def told(self, body: dict[str, Any]) -> list[str]: ...

    def says(self, text: str, finish: Finish) -> dict[str, Any]: ...

    def fails(self, status: int, message: str) -> dict[str, Any]: ...
