"""The processes that `make run` started on a data directory: find them, stop them.

They are recognised by a marker in their environment, never by name alone, so that they are found
even after the supervisor and `run.py` were killed.
"""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

# In the environment of the supervisor and of everything it starts.
MARKER = "FOOTBALL_PLAYER_SERVICE_DATA_DIR"
SUPERVISOR = "supervisor"
# The supervisor stops its programs in this order (by falling priority) and ends last.
_STOP_ORDER = ("web", "backend", "worker", "ai-service", "redis", SUPERVISOR)
_ANNOUNCE_AFTER_SECONDS = 1.5
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Program:
    """A running process and its name in supervisord.conf."""

    name: str
    process: psutil.Process

    @property
    def is_alive(self) -> bool:
        """False also for a process that has ended and was not reaped yet."""
        with suppress(psutil.Error):
            return bool(self.process.is_running()) and (
                self.process.status() != psutil.STATUS_ZOMBIE
            )
        return False

    def kill(self) -> None:
        """End it at once."""
        with suppress(psutil.NoSuchProcess):
            self.process.kill()

    def terminate(self) -> None:
        """Ask it to end."""
        with suppress(psutil.NoSuchProcess):
            self.process.terminate()


def find(data_dir: Path) -> list[Program]:
    """The programs that run on this data directory, in the order in which they are stopped."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if name := _program_name(process, data_dir.resolve()):
                found.append(Program(name, process))
    return sorted(found, key=lambda program: _STOP_ORDER.index(program.name))


def _program_name(process: psutil.Process, data_dir: Path) -> str | None:
    environment = process.environ()
    if environment.get(MARKER) == str(data_dir):
        return str(environment.get("SUPERVISOR_PROCESS_NAME", SUPERVISOR))
    # Redis overwrites its environment with a title, but its working directory is its own.
    if process.name() in {"redis-server", "valkey-server"}:
        return "redis" if process.cwd() == str(data_dir / "redis") else None
    return None


def stop(data_dir: Path, *, seconds: float, say: Callable[[str], None]) -> int:
    """Stop what runs on this data directory; returns how many processes there were.

    A program that has not ended after `seconds` is killed. `say` receives whom it is waiting for.
    """
    programs = find(data_dir)
    supervisors = [program for program in programs if program.name == SUPERVISOR]
    # `run.py` stops its supervisor, which stops its programs.
    runs = [run for supervisor in supervisors if (run := _run_of(supervisor))]
    for program in runs or supervisors:
        program.terminate()
    for program in [*programs, *runs]:
        if not supervisors:
            program.terminate()
        _wait(program, seconds=seconds, say=say)
    return len(programs)


def _run_of(supervisor: Program) -> Program | None:
    """The `run.py` that started it and still runs, unless it is this process."""
    with suppress(psutil.Error):
        parent = supervisor.process.parent()
        if parent and parent.pid != os.getpid() and "scripts.run" in parent.cmdline():
            return Program("run", parent)
    return None


def _wait(program: Program, *, seconds: float, say: Callable[[str], None]) -> None:
    began = time.monotonic()
    announced = False
    while program.is_alive:
        waited = time.monotonic() - began
        if waited > seconds:
            program.kill()
        elif waited > _ANNOUNCE_AFTER_SECONDS and not announced:
            announced = True
            doing = "finish its jobs" if program.name == "worker" else "end"
            say(f"Waiting for the {program.name} to {doing} (at most {seconds:.0f} seconds).")
        time.sleep(0.1)


def adopt_orphans() -> None:
    """Make the processes of a killed supervisor children of this process (Linux only)."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def end_with_parent() -> None:
    """Receive SIGTERM when the parent process ends, however it does (Linux only)."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value)
