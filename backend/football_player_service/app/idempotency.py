"""`Idempotency-Key`: a repeated request gets the first answer and changes nothing.

As in Stripe's API, keys are kept for a day, per user, and reusing a key for another request is an
error. The key is stored in the transaction of the work itself.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

import orjson
from fastapi import Depends, Header, Request, Response
from sqlalchemy import Text, delete
from sqlmodel import Field, Session, SQLModel, col

from football_player_service.app import errors
from football_player_service.app.db import UtcDateTime, insert_if_new, utc_now
from football_player_service.app.middleware import route_path

KEPT_FOR = timedelta(days=1)


class IdempotencyKey(SQLModel, table=True):
    """A user's key: the request it was used for, and the answer."""

    __tablename__ = "idempotency_keys"

    username: str = Field(primary_key=True)
    key: str = Field(primary_key=True, max_length=255)
    request: str
    status: int = 0
    headers: str = Field(default="{}", sa_type=Text)
    body: str = Field(default="", sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now, index=True)


@dataclass(frozen=True)
class Once:
    """The key of a request, if any, and a summary of the request."""

    key: str | None
    request: str

    def run(
        self, session: Session, *, username: str, work: Callable[[Session], Response]
    ) -> Response:
        """The answer of `work`, or of the earlier request with this key."""
        if self.key is None:
            return work(session)
        row = IdempotencyKey(username=username, key=self.key, request=self.request)
        if not insert_if_new(session, IdempotencyKey, row.model_dump()):
            return self._replay(session, username)
        answer = work(session)
        stored = session.get_one(IdempotencyKey, (username, self.key))
        stored.status, stored.body = answer.status_code, bytes(answer.body).decode()
        stored.headers = orjson.dumps(dict(answer.headers)).decode()
        session.flush()
        return answer

    def _replay(self, session: Session, username: str) -> Response:
        row = session.get_one(IdempotencyKey, (username, self.key))
        if row.request != self.request:
            raise errors.Unprocessable(
                "This Idempotency-Key was used for another request. Use a new key.",
                code="idempotency_key_reused",
            )
        headers = orjson.loads(row.headers) | {"Idempotent-Replayed": "true"}
        return Response(row.body, row.status, headers=headers)


async def _once(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=255,
            pattern=r"^[\x21-\x7e]+$",
            description="A repeated request with the same key changes nothing.",
        ),
    ] = None,
) -> Once:
    if idempotency_key is None:
        return Once(None, "")
    body = hashlib.sha256(await request.body()).hexdigest()
    return Once(idempotency_key, f"{request.method} {route_path(request.scope)} {body}")


OnceDep = Annotated[Once, Depends(_once)]


def forget_old(session: Session) -> None:
    """Delete keys older than a day."""
    old = col(IdempotencyKey.created_at) < utc_now() - KEPT_FOR
    session.exec(delete(IdempotencyKey).where(old))
