"""Measuring with wrk, and the rows of the table."""

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
    """A line of the table."""

    name: str
    figure: str
    reference: str
    ratio: float
    bound: str
    ok: bool


def row(
    name: str,
    *,
    ours: float,
    reference: float,
    unit: str,
    at_least: float | None = None,
    at_most: float | None = None,
) -> Row:
    """Compare a figure with a reference in the same unit; without a bound, for information."""
    ratio = ours / reference
    ok = (at_least is None or ratio >= at_least) and (at_most is None or ratio <= at_most)
    bounds = [f">= {at_least:g}" if at_least else "", f"<= {at_most:g}" if at_most else ""]
    return Row(name, f"{ours:,.4g} {unit}", f"{reference:,.4g} {unit}", ratio, "".join(bounds), ok)


def wrk_program() -> str:
    """The path of wrk; exits if it is not installed."""
    found = shutil.which("wrk")
    if found is None:
        sys.exit("make bench needs wrk (Debian: apt-get install wrk).")
    return found


def wrk(url: str, *, connections: int = CONNECTIONS, seconds: int = SECONDS) -> str:
    """wrk's output for a URL; raises `RuntimeError` if any response is not a success."""
    command = [wrk_program(), "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", url]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output or "Socket errors" in output or not requests_per_second(output):
        raise RuntimeError(f"{url} did not answer every request with success:\n{output}")
    return output


def requests_per_second(output: str) -> float:
    """The rate in wrk's output."""
    found = re.search(r"Requests/sec:\s+([\d.]+)", output)
    assert found, output
    return float(found[1])


def p99_milliseconds(output: str) -> float:
    """The 99th percentile of the response times in wrk's output."""
    found = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", output)
    assert found, output
    return float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000}[found[2]]


def in_turns(urls: dict[str, str]) -> dict[str, float]:
    """The median request rate of each URL, measured in turns so that noise affects all."""
    for url in urls.values():
        wrk(url, seconds=1)
    rates: dict[str, list[float]] = {name: [] for name in urls}
    for _ in range(ROUNDS):
        for name, url in urls.items():
            rates[name].append(requests_per_second(wrk(url)))
    return {name: median(values) for name, values in rates.items()}
