"""`GET /health/ready` of a running stack under 60 concurrent connections."""

from pathlib import Path
from statistics import median

from bench.measure import ROUNDS, Row, p99_milliseconds, row, wrk
from tests import stack

CONNECTIONS = 60
MILLISECONDS = 50


def measure(folder: Path, environment: dict[str, str]) -> list[Row]:
    """The 99th percentile of response times, the median of some rounds."""
    # As in production, except for the rate limit.
    settings = {"RATE_LIMIT": "100000000/minute", "TASK_SWEEP_SECONDS": "10"}
    with stack.running(
        folder=folder, database_url=environment["DATABASE_URL"], **settings
    ) as service:
        url = f"{service.api.base_url}/health/ready"
        wrk(url, connections=CONNECTIONS, seconds=1)
        times = [p99_milliseconds(wrk(url, connections=CONNECTIONS)) for _ in range(ROUNDS)]
    return [
        row(f"/health/ready, 99th percentile, {CONNECTIONS} concurrent", ours=median(times),
            reference=MILLISECONDS, unit="ms", at_most=1),
    ]  # fmt: skip
