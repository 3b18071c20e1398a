"""A sign of life while a worker is busy: renews the lease, and keeps the live copy fresh."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import service
from football_player_service.app.tasks.models import Progress, Task

log = structlog.get_logger()


class Held:
    """A task this worker holds; `show` tells its watchers how far it is."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self._progress = Progress(step="Working", percent=10, attempt=1)

    def show(self, step: str, percent: int, attempt: int = 1) -> None:
        """A step in words, and the share of the whole in percent."""
        self._progress = Progress(step=step, percent=percent, attempt=attempt)
        self.repeat()

    def repeat(self) -> None:
        """Show the last progress again."""
        progress = self._progress
        service.show_progress(
            self.task, step=progress.step, percent=progress.percent, attempt=progress.attempt
        )


@contextmanager
def held(task: Task) -> Iterator[Held]:
    """Hold `task` while the block runs, however long it takes."""
    hold, done = Held(task), threading.Event()
    every = get_settings().task_lease_seconds / 3

    def beat() -> None:
        while not done.wait(every):
            try:
                if not service.renew(task):
                    return
                hold.repeat()
            except Exception:
                log.exception("lease_not_renewed", task_id=str(task.id))

    thread = threading.Thread(target=beat, name=f"lease-{task.id}", daemon=True)
    thread.start()
    try:
        yield hold
    finally:
        done.set()
        thread.join()
