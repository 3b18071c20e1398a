"""What routes ask for by type."""

from typing import Annotated

from fastapi import Depends, Header, Request
from redis.asyncio import Redis


# async, so that FastAPI calls it in place and not in a thread.
async def get_async_redis(request: Request) -> Redis:
    """The event loop's Redis."""
    redis: Redis = request.app.state.redis
    return redis


RedisDep = Annotated[Redis, Depends(get_async_redis)]
IfMatch = Annotated[str | None, Header(description="Change only this version (an ETag).")]
