"""The refresher: each player once a minute, five at a time, three attempts."""

import asyncio
import re
import threading
import time
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from redis.asyncio import Redis
from sqlalchemy import update
from sqlmodel import col
from tenacity import wait_exponential, wait_none

from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.players.ages import today, years_before
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.redisdb import get_redis, make_async_redis
from scripts import refresh
from scripts.refresh import SimulatedFailure

Output = pytest.CaptureFixture[str]

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


@pytest.fixture
async def redis() -> AsyncIterator[Redis]:
    """A client of the real Redis, in the test's event loop."""
    client = make_async_redis()
    yield client
    await client.aclose()


class Work:
    """Work that counts its calls, waits, and fails the first `failures` times per player."""

    def __init__(self, *, failures: int = 0, seconds: float = 0) -> None:
        self.calls: list[int] = []
        self.most_at_once = 0
        self._failures = failures
        self._seconds = seconds
        self._at_once = 0
        self._lock = threading.Lock()

    def __call__(self, player_id: int) -> bool:
        with self._lock:
            self.calls.append(player_id)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        time.sleep(self._seconds)
        with self._lock:
            self._at_once -= 1
        if self.calls.count(player_id) <= self._failures:
            raise SimulatedFailure("Simulated Network Error")
        return False


async def test_a_player_is_not_processed_twice_within_a_minute(
    redis: Redis, capsys: Output
) -> None:
    work = Work()
    assert await refresh.refresh([1, 2], redis=redis, work=work) == {"success": 2}
    assert await refresh.refresh([1, 2, 3], redis=redis, work=work) == {"success": 1, "skipped": 2}
    assert sorted(work.calls) == [1, 2, 3]
    assert 50 < await redis.ttl("refreshed:1") <= 60
    output = capsys.readouterr().out
    lines = output.splitlines()
    assert "[INFO] Starting refresh for 2 players" in lines
    assert "[INFO] Player 1: Processing (attempt 1/3)" in lines
    assert "[INFO] Player 2: Success" in lines
    skipped = r"^\[INFO\] Player 1: Skipped \(processed \d+s ago - idempotent\)$"
    assert re.search(skipped, output, re.MULTILINE)
    assert "[INFO] Completed: 1/3 success, 2 skipped, 0 failed changed=0" in lines


async def test_parallel_runs_share_the_players(redis: Redis) -> None:
    work = Work(seconds=0.01)
    ids = list(range(1, 21))
    async with make_async_redis() as other:
        both = await asyncio.gather(
            refresh.refresh(ids, redis=redis, work=work),
            refresh.refresh(ids, redis=other, work=work),
        )
    assert sorted(work.calls) == ids
    assert both[0] + both[1] == {"success": 20, "skipped": 20}


async def test_a_failure_is_retried_with_growing_pauses(redis: Redis, capsys: Output) -> None:
    work = Work(failures=2)
    wait = wait_exponential(multiplier=0.1)
    assert await refresh.refresh([7], redis=redis, work=work, wait=wait) == {"success": 1}
    assert work.calls == [7, 7, 7]
    output = capsys.readouterr().out
    assert "[WARNING] Player 7: Simulated Network Error; retrying in 0.1 seconds" in output
    assert "[WARNING] Player 7: Simulated Network Error; retrying in 0.2 seconds" in output
    assert "[INFO] Player 7: Processing (attempt 3/3)" in output


async def test_a_player_fails_after_three_attempts_and_the_next_run_tries_again(
    redis: Redis, capsys: Output
) -> None:
    work = Work(failures=3)
    outcome = await refresh.refresh([7, 8], redis=redis, work=work, wait=wait_none())
    assert outcome == {"failed": 2}
    assert await redis.get("refreshed:7") is None
    assert "Player 7: Failed after 3 attempts: Simulated Network Error" in capsys.readouterr().out
    assert await refresh.refresh([7], redis=redis, work=work, wait=wait_none()) == {"success": 1}


async def test_a_bug_is_not_retried(redis: Redis) -> None:
    def broken(player_id: int) -> bool:
        raise ZeroDivisionError(player_id)

    with pytest.raises(ZeroDivisionError):
        await refresh.refresh([7], redis=redis, work=broken)
    assert await redis.get("refreshed:7") is None


async def test_at_most_five_players_at_a_time(redis: Redis) -> None:
    work = Work(seconds=0.02)
    await refresh.refresh(list(range(1, 31)), redis=redis, work=work)
    assert len(work.calls) == 30
    assert work.most_at_once == 5


def add(**stored: object) -> int:
    """Add a player, with these columns overwritten afterwards; the id."""
    with session_scope() as session:
        fields = PlayerFields.model_validate(
            {
                "full_name": "Ivo Testarossa",
                "date_of_birth": years_before(today(), 23),
                "contract_until": today() + timedelta(days=30),
            }
        )
        player = players.create(session, fields=fields)
        assert player.id is not None
        session.flush()
        if stored:
            statement = update(Player).where(col(Player.id) == player.id)
            session.connection().execute(statement.values(**stored))
        return player.id


def read(player_id: int) -> Player:
    """The player as stored."""
    with session_scope(writes=False) as session:
        return players.get(session, player_id=player_id)


async def test_outdated_columns_are_updated_without_a_new_version(redis: Redis) -> None:
    stale = add(age_group="U23", contract_status="longer")
    fresh = add()
    before = read(stale)
    pages = get_redis().get("players:version")
    outcome = await refresh.refresh(refresh.player_ids(0), redis=redis)
    assert outcome == {"success": 2}
    after = read(stale)
    assert (after.age_group, after.contract_status) == ("23-29", "within_6_months")
    assert (after.version, after.updated_at) == (before.version, before.updated_at)
    assert read(fresh).model_dump(exclude={"id"}) | {"created_at": 0, "updated_at": 0} == (
        after.model_dump(exclude={"id"}) | {"created_at": 0, "updated_at": 0}
    )
    assert get_redis().get("players:version") != pages
    assert refresh.recompute(stale) is False
    assert refresh.recompute(999_999) is False


async def test_the_first_players_by_id(redis: Redis) -> None:
    ids = [add() for _ in range(3)]
    assert refresh.player_ids(2) == ids[:2]
    assert refresh.player_ids(0) == ids
    assert await redis.ping()


def test_the_exit_status_is_1_if_players_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr(refresh, "BACKOFF", wait_none())
    add()
    add()
    assert refresh.main(["--simulate-failures", "1"]) == 1
    assert "Completed: 0/2 success, 0 skipped, 2 failed" in capsys.readouterr().out
    assert refresh.main(["--limit", "1"]) == 0
    assert "Completed: 1/1 success, 0 skipped, 0 failed" in capsys.readouterr().out
