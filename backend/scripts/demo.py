"""Demonstrate the service: sign in, add a player, request a report, wait, print it, clean up.

The player is fictional and is deleted at the end, unless --keep is given.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpx
from pydantic import ValidationError
from rich.console import Console
from rich.markdown import Markdown

from football_player_service.app.settings import Settings, get_settings, readable

POLL_SECONDS = 2.0
_UNAUTHORIZED = httpx.codes.UNAUTHORIZED
PLAYER = {
    "full_name": "Ivo Testarossa (fictional)",
    "country": "Portugal",
    "status": "active",
    "position": "Attack",
    "sub_position": "Centre-Forward",
    "foot": "right",
    "height_cm": 187,
    "date_of_birth": "2003-02-05",
    "current_team": "Example Rovers (fictional)",
    "league": "Example League (fictional)",
    "market_value": 12_000_000,
    "contract_until": "2028-06-30",
}


class Failed(Exception):
    """Why the demo stopped, in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 if the report was printed, else 1."""
    try:
        options = _parse(arguments, get_settings())
        with httpx.Client(base_url=options.base_url, timeout=10) as api:
            _run(api, options, Console())
    except ValidationError as error:
        print("\n".join(readable(error)), file=sys.stderr)
    except Failed as reason:
        print(reason, file=sys.stderr)
    except httpx.ConnectError:
        print(f"{options.base_url} does not answer: start it with `make run`.", file=sys.stderr)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        print(f"{options.base_url} cannot be used: {error}", file=sys.stderr)
    else:
        return 0
    return 1


def _parse(arguments: Sequence[str] | None, settings: Settings) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--base-url", default=f"http://localhost:{settings.api_port}")
    parser.add_argument("--username", default="admin")
    parser.add_argument("--password", default=settings.admin_password.get_secret_value())
    parser.add_argument("--keep", action="store_true", help="keep the player")
    parser.add_argument(
        "--timeout", type=float, default=180, help="seconds to wait (default: %(default)g)"
    )
    return parser.parse_args(arguments)


def _run(api: httpx.Client, options: argparse.Namespace, console: Console) -> None:
    form = {"username": options.username, "password": options.password}
    answer = api.post("/token", data=form)
    if "access_token" not in (body := _json(answer)):
        raise Failed(_unexpected(answer))
    token = body["access_token"]
    api.headers["Authorization"] = f"Bearer {token}"
    console.print(f"1. Signed in as {options.username}")
    with _player(api, console, keep=options.keep) as player_id:
        task_id = _json(api.post(f"/players/{player_id}/scout"))["task_id"]
        console.print(f"3. Requested a scouting report: task {task_id}")
        task = _wait(api, task_id, console, seconds=options.timeout)
        player = _json(api.get(f"/players/{player_id}"))
        console.print("4. The report:\n")
        console.print(Markdown(player["scouting_report"] or ""))
        report = _json(api.get(f"/players/{player_id}/reports"))["reports"][0]
        if options.keep:
            pdf = f"{api.base_url}/reports/{task['result_id']}/export?format=pdf"
            console.print(f"   As a PDF: {pdf}")
        console.print("\n5. The task, the player and the report's summary as JSON:\n")
        console.print_json(data={"task": task, "player": player, "report": report})


@contextmanager
def _player(api: httpx.Client, console: Console, *, keep: bool) -> Iterator[int]:
    """The id of a new fictional player, deleted afterwards, also after an error."""
    player = _json(api.post("/players", json=PLAYER))
    console.print(f"2. Added player {player['id']}: {player['full_name']}")
    try:
        yield player["id"]
    finally:
        if keep:
            console.print(f"6. Kept player {player['id']}")
        else:
            _json(api.delete(f"/players/{player['id']}"))
            console.print(f"6. Deleted player {player['id']}")


def _wait(api: httpx.Client, task_id: str, console: Console, *, seconds: float) -> dict[str, Any]:
    """The completed task; its steps are printed meanwhile. `Failed` if there is no report."""
    deadline = time.monotonic() + seconds
    shown = ""
    with console.status("Waiting for the worker"):
        while time.monotonic() < deadline:
            task = _json(api.get(f"/tasks/{task_id}"))
            step = f"{task['status']}: {task['progress']['step']}"
            if step != shown:
                console.print(f"   {step}")
                shown = step
            if task["status"] == "completed":
                return task
            if task["status"] in {"failed", "cancelled"}:
                raise Failed(f"No report: {task['error']}")
            time.sleep(POLL_SECONDS)
    raise Failed(f"No report after {seconds:g} seconds; is a worker running?")


def _json(answer: httpx.Response) -> dict[str, Any]:
    """The body of a successful answer; `Failed` with the service's own explanation otherwise."""
    if answer.status_code == httpx.codes.NO_CONTENT:
        return {}
    try:
        body = answer.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Failed(_unexpected(answer))
    if answer.is_success:
        return body
    advice = " Use --username and --password." if answer.status_code == _UNAUTHORIZED else ""
    raise Failed(f"{body.get('detail') or _unexpected(answer)}{advice}")


def _unexpected(answer: httpx.Response) -> str:
    return f"{answer.url} answered {answer.status_code}, but is not this service."


if __name__ == "__main__":
    sys.exit(main())
