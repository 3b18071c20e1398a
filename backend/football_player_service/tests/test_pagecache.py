"""Cached pages: kept until a change, and never served after one."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from subprocess import Popen

import pytest
from redis import RedisError
from redis.asyncio import Redis

from football_player_service.app import pagecache, redisdb
from football_player_service.app.settings import get_settings
from scripts import embedded_redis
from tests import servers

pytestmark = pytest.mark.anyio

Start = Callable[[], AbstractContextManager[Popen[bytes]]]


@pytest.fixture
def start_redis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts a Redis that keeps its data in a file; this process uses it."""
    port = servers.free_port()
    command = [
        embedded_redis.program(),
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        str(tmp_path),
    ]
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{port}/0")
    get_settings.cache_clear()
    redisdb.get_redis.cache_clear()
    yield lambda: servers.process(command, log=tmp_path / "redis.log")
    monkeypatch.undo()
    get_settings.cache_clear()
    redisdb.get_redis.cache_clear()


@pytest.fixture
async def redis(start_redis: Start) -> AsyncIterator[Redis]:
    """A client of that Redis."""
    client = redisdb.make_async_redis()
    yield client
    await client.aclose()


async def page(redis: Redis, content: bytes) -> bytes:
    """The page from the cache, else with this content."""
    return await pagecache.cached(redis, key="page", make=lambda: content)


def answers() -> bool:
    """Whether Redis is up."""
    try:
        return bool(redisdb.get_redis().ping())
    except RedisError:
        return False


async def test_a_page_is_cached_until_a_change(start_redis: Start, redis: Redis) -> None:
    with start_redis():
        servers.wait_until(answers, seconds=10, what="Redis")
        assert await page(redis, b"first") == b"first"
        assert await page(redis, b"second") == b"first"
        pagecache.invalidate()
        assert await page(redis, b"second") == b"second"


async def test_a_change_while_redis_is_down_drops_the_pages_it_comes_back_with(
    start_redis: Start, redis: Redis
) -> None:
    with start_redis() as server:
        servers.wait_until(answers, seconds=10, what="Redis")
        await page(redis, b"before")
        redisdb.get_redis().save()
        server.kill()
        server.wait()
        pagecache.invalidate()
        assert await page(redis, b"meanwhile") == b"meanwhile"
    with start_redis():
        servers.wait_until(answers, seconds=10, what="Redis")
        assert redisdb.get_redis().exists("page"), "Redis has the old page"
        servers.wait_until(
            lambda: not pagecache._invalidation_pending.is_set(), seconds=10, what="the retry"
        )
        assert await page(redis, b"after") == b"after"
