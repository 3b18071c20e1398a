"""Signs of life while a worker is busy: leases are renewed, live copies kept fresh."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from uuid import UUID

import structlog

from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import service
from football_player_service.app.tasks.models import ClaimedTask, Progress

log = structlog.get_logger()

# A step is shown once it has lasted so long: what is over before, nobody could have watched.
SHOWN_AFTER_SECONDS = 0.2


class Held:
    """A task this worker holds; `show` tells its watchers how far it is."""

    def __init__(self, task: ClaimedTask) -> None:
        self.task = task
        self.progress: Progress | None = None
        # When the lease is to be renewed, and the progress shown again.
        self.due = time.monotonic() + SHOWN_AFTER_SECONDS

    def show(self, step: str, percent: int, attempt: int = 1) -> None:
        """A step in words, and the share of the whole in percent."""
        self.progress = Progress(step=step, percent=percent, attempt=attempt)
        self.due = time.monotonic() + SHOWN_AFTER_SECONDS


@contextmanager
def held(task: ClaimedTask) -> Iterator[Held]:
    """Hold `task` while the block runs, however long it takes."""
    hold, holds = Held(task), _beating()
    holds[task.task_id] = hold
    try:
        yield hold
    finally:
        del holds[task.task_id]


@lru_cache
def _beating() -> dict[UUID, Held]:
    """What this process holds; one thread for all of it, started with the first."""
    holds: dict[UUID, Held] = {}
    every = get_settings().task_lease_seconds / 3
    thread = threading.Thread(target=_beat, args=(holds, every), name="leases", daemon=True)
    thread.start()
    return holds


def _beat(holds: dict[UUID, Held], renew_every: float) -> None:
    pause = threading.Event()
    while not pause.wait(SHOWN_AFTER_SECONDS / 2):
        now = time.monotonic()
        for hold in [hold for hold in list(holds.values()) if hold.due <= now]:
            hold.due = now + renew_every
            try:
                if service.renew(hold.task) and hold.progress:
                    service.show_progress(hold.task, hold.progress)
            except Exception:
                log.exception("lease_not_renewed", task_id=str(hold.task.task_id))
