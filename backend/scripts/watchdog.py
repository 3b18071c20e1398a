"""Kill a process that hangs, so that its supervisor or its container restarts it.

`make run` watches its processes from `run.py`. A container runs this file beside its command (see
`watched.sh`); it uses only the standard library, as the image of the AI service has no more.
"""

import argparse
import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from urllib.parse import urlsplit

DEFAULT_SECONDS = 30.0
_CHECKS = 6

# Raises TimeoutError if there is no answer within so many seconds. Any other exception means that
# the process is not ready, or that something else is down.
Check = Callable[[float], None]


def watch(check: Check, *, seconds: float) -> None:
    """Return when the process hangs: when every check has timed out for `seconds`.

    Only a process that has answered before can hang: a slow start is not a hang.
    """
    interval = seconds / _CHECKS
    has_answered, timeouts = False, 0
    while not has_answered or timeouts < _CHECKS:
        try:
            check(interval)
        except TimeoutError:
            timeouts += 1
            continue
        except Exception:  # not ready is not hung
            timeouts = 0
        else:
            has_answered, timeouts = True, 0
        time.sleep(interval)


def check_http(url: str, timeout: float) -> None:
    """The server answers, with whatever status."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.netloc, timeout=timeout)
    try:
        connection.request("GET", address.path)
        connection.getresponse()
    finally:
        connection.close()


def check_worker(timeout: float) -> None:
    """The Celery worker of this machine answers a ping."""
    from football_player_service.app.worker import celery  # noqa: PLC0415 - not in every image

    name = f"celery@{socket.gethostname()}"
    with celery.connection_for_write() as connection:
        if not celery.control.ping(
            timeout=timeout, destination=[name], limit=1, connection=connection
        ):
            raise TimeoutError(f"no reply from {name}")


def main() -> None:
    """Watch the process that started this one: the command of a container."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", help="the URL of its health check, or `worker`")
    what = parser.parse_args().what
    seconds = float(os.environ.get("WATCHDOG_SECONDS") or DEFAULT_SECONDS)
    watched = os.getppid()

    def check(timeout: float) -> None:
        if os.getppid() != watched:
            sys.exit()  # it has ended
        if what == "worker":
            check_worker(timeout)
        else:
            check_http(what, timeout)

    watch(check, seconds=seconds)
    print(f"No answer for {seconds:g} seconds: killing process {watched}.", flush=True)
    os.kill(watched, signal.SIGKILL)


if __name__ == "__main__":
    main()
