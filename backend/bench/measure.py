"""How things are measured: by wrk, in turns, and as medians."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from statistics import median

CONNECTIONS = 16
SECONDS = 4
ROUNDS = 3


@dataclass(frozen=True)
class Row:
    """A line of the table: what, our figure and the reference's, the ratio and its bound."""

    what: str
    ours: str
    reference: str
    ratio: float
    bound: str
    holds: bool


def row(
    what: str,
    *,
    ours: float,
    reference: float,
    unit: str,
    at_least: float | None = None,
    at_most: float | None = None,
) -> Row:
    """A comparison of two figures of one unit."""
    ratio = ours / reference
    holds = (at_least is None or ratio >= at_least) and (at_most is None or ratio <= at_most)
    bound = f">= {at_least:g}" if at_least is not None else f"<= {at_most:g}"
    return Row(what, f"{ours:,.4g} {unit}", f"{reference:,.4g} {unit}", ratio, bound, holds)


def wrk_program() -> str:
    """Where wrk is; the run ends with a line that says what to do where it is not."""
    found = shutil.which("wrk")
    if found is None:
        sys.exit("wrk is needed to measure (Debian: apt-get install wrk).")
    return found


def requests_per_second(url: str, seconds: int = SECONDS) -> float:
    """The rate that one client with 16 connections gets; every answer must be a success."""
    command = [wrk_program(), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", url]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output:
        raise RuntimeError(f"{url} did not only succeed:\n{output}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", output)
    assert found, output
    return float(found.group(1))


def in_turns(urls: dict[str, str]) -> dict[str, float]:
    """The median rate of each address, measured by turns so that noise hits all alike."""
    for url in urls.values():
        requests_per_second(url, seconds=1)
    rates: dict[str, list[float]] = {name: [] for name in urls}
    for _ in range(ROUNDS):
        for name, url in urls.items():
            rates[name].append(requests_per_second(url))
    return {name: median(values) for name, values in rates.items()}
