"""What the server has to know of a protocol. A module with these names is one."""

import typing
from typing import Any, Literal

Finish = Literal["stop", "cut", "filtered"]


class Protocol(typing.Protocol):
    """`PATH` is how the address ends; `usage` of an answer is 700 tokens in and 120 out."""

    PATH: str

    def key(self, headers: dict[str, str]) -> str: ...

    def instructions(self, body: dict[str, Any]) -> str: ...

    def told(self, body: dict[str, Any]) -> list[str]: ...

    def says(self, text: str, finish: Finish) -> dict[str, Any]: ...

    def fails(self, status: int, message: str) -> dict[str, Any]: ...
