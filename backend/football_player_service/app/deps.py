"""What routes ask for by type."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Header, Request
from redis.asyncio import Redis
from sqlmodel import Session

from football_player_service.app.db import session_scope
from football_player_service.app.settings import Settings, get_settings


def get_session(request: Request) -> Iterator[Session]:
    """The transaction of this request, committed before the answer is sent."""
    with session_scope(writes=request.method not in {"GET", "HEAD", "OPTIONS"}) as session:
        yield session


def get_async_redis(request: Request) -> Redis:
    """The event loop's Redis."""
    redis: Redis = request.app.state.redis
    return redis


SessionDep = Annotated[Session, Depends(get_session, scope="function")]
SettingsDep = Annotated[Settings, Depends(get_settings)]
RedisDep = Annotated[Redis, Depends(get_async_redis)]
IfMatch = Annotated[str | None, Header(description="Change only this version (an ETag).")]
