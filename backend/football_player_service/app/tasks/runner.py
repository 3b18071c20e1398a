"""Runs jobs. A new kind of task is one function in a slice's `jobs.py`:

    @job("scout")
    def scout(task: Task, progress: ProgressReporter) -> Result: ...

The runner claims the task, keeps its lease while the function works, and ends it once:

- the function returns: completed; `Result.store` runs in the transaction that completes it
- it raises `NotFound`: cancelled, as the task's subject was deleted
- it raises another `AppError`: failed, with the error's text and code
- it raises anything else: failed with `internal_error`, and the traceback is logged
- the lease was lost meanwhile: nothing is written, another worker has the task
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import structlog
from sqlmodel import Session

from football_player_service.app.db import session_scope
from football_player_service.app.errors import AppError, NotFound
from football_player_service.app.settings import get_settings
from football_player_service.app.tasks import live, service
from football_player_service.app.tasks.models import Progress, Task, TaskStatus
from football_player_service.app.worker import celery

log = structlog.get_logger()


@dataclass(frozen=True)
class Result:
    """What a job made: a text for the user, and a reference such as ("report", its id)."""

    text: str
    kind: str | None = None
    id: str | None = None
    store: Callable[[Session], None] | None = None


class ProgressReporter:
    """Publishes how far a running task is; the first report also shows that it has started."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._lock = threading.Lock()  # the job and the lease's thread both publish
        self._progress: Progress | None = None

    def report(self, step: str, percent: int, *, attempt: int | None = None) -> None:
        """`step` is a short label; `percent` is the share of the whole task."""
        attempt = attempt or self._task.deliveries
        self._progress = Progress(step=step, percent=percent, attempt=attempt)
        self.publish()

    def publish(self) -> None:
        """Confirm the latest progress."""
        with self._lock:
            live.write(service.out(self._task, progress=self._progress))


Job = Callable[[Task, ProgressReporter], Result]


def job(kind: str) -> Callable[[Job], Job]:
    """Register a function as the job of a kind of task."""

    def register(function: Job) -> Job:
        @celery.task(name=kind)  # type: ignore[untyped-decorator]
        def work(task_id: str) -> None:
            run(function, task_id=UUID(task_id))

        return function

    return register


def run(function: Job, *, task_id: UUID) -> None:
    """Claim the task and run its job to the end; nothing if it is not pending."""
    with session_scope() as session:
        task = service.claim(session, task_id=task_id)
    if task is None:
        log.info("task_not_claimed", task_id=str(task_id))
        return
    with _lease_renewed(task) as progress:
        ended = _run_claimed(function, task, progress)
    if ended:  # after the renewals have stopped, so that none overwrites the final copy
        live.write(service.out(ended))


def _run_claimed(function: Job, task: Task, progress: ProgressReporter) -> Task | None:
    """The task as it ended; None if its lease was lost."""
    try:
        return _complete(task, function(task, progress))
    except NotFound:
        reason = f"The {task.subject_kind} was deleted before the task finished."
        return _end(task, TaskStatus.CANCELLED, reason, f"{task.subject_kind}_deleted")
    except AppError as error:
        log.warning("task_failed", task_id=str(task.id), code=error.code, error=error.detail)
        return _end(task, TaskStatus.FAILED, error.detail, error.code)
    except Exception:
        log.exception("task_failed", task_id=str(task.id), code="internal_error")
        reason = "Internal error; the details are in the log."
        return _end(task, TaskStatus.FAILED, reason, "internal_error")


def _complete(task: Task, result: Result) -> Task | None:
    with session_scope() as session:
        ended = service.finish(
            session,
            task,
            status=TaskStatus.COMPLETED,
            result=result.text,
            result_kind=result.kind,
            result_id=result.id,
        )
        if ended and result.store:
            result.store(session)
    return ended


def _end(task: Task, status: TaskStatus, error: str, error_code: str) -> Task | None:
    with session_scope() as session:
        return service.finish(session, task, status=status, error=error, error_code=error_code)


@contextmanager
def _lease_renewed(task: Task) -> Iterator[ProgressReporter]:
    progress, stop = ProgressReporter(task), threading.Event()
    thread = threading.Thread(target=_renew, args=(task, progress, stop), daemon=True)
    thread.start()
    try:
        yield progress
    finally:
        stop.set()
        thread.join()


def _renew(task: Task, progress: ProgressReporter, stop: threading.Event) -> None:
    while not stop.wait(get_settings().task_lease_seconds / 3):
        try:
            if not service.renew(task):
                return
        except Exception:
            log.exception("lease_not_renewed", task_id=str(task.id))
        else:
            progress.publish()
