"""Measure the gate on true and false sentences; exit 1 where a bound does not hold.

The players are those of the published files in DATASET_DIR, else of the fictional sample.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests import servers

CAUGHT = 99.0  # percent of false sentences, in every kind
REFUSED = 1.0  # percent of true ones
FALSE, TRUE, PLAYERS = 5_000, 5_000, 200
EXAMPLES = 3


def main() -> int:
    """0 where every bound holds."""
    wanted = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="scouting-desk-evaluation-") as name:
        folder = Path(name)
        with servers.redis(folder) as redis:
            environment = {
                "DATABASE_URL": f"sqlite:///{folder / 'players.db'}",
                "REDIS_URL": f"{redis}/0",
                "ENV_FILE": os.devnull,
                "DATA_DIR": str(folder),
            }
            os.environ |= environment
            _load(folder)
            return _evaluate(wanted, say=print)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--players", type=int, default=250)
    parser.add_argument("--each", type=int, default=500, help="false sentences of a kind, at most")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def _load(folder: Path) -> None:
    from scripts.preflight import migrate  # noqa: PLC0415 - settings are read when imported

    migrate()
    source = os.environ.get("DATASET_DIR")
    sample = servers.BACKEND_DIR / "data_scraper" / "sample"
    print(f"Players of {'DATASET_DIR' if source else 'the fictional sample'}")
    command: list[str | Path] = [servers.BIN / "python", "scripts/load_csv_data.py"]
    command += ["--limit", "0", "--dir", Path(source).resolve() if source else sample]
    with (folder / "load.log").open("w") as log:
        subprocess.run(command, cwd=servers.BACKEND_DIR, check=True, stdout=log)


def _evaluate(wanted: argparse.Namespace, *, say: Callable[[str], None]) -> int:
    from evaluation import fairness, players  # noqa: PLC0415
    from evaluation.measure import measure  # noqa: PLC0415

    drawn = players.draw(wanted.players, seed=wanted.seed)
    outcome = measure(drawn, seed=wanted.seed, each=wanted.each)
    bad = []
    say(f"\n{len(drawn)} players, seed {wanted.seed}\n")
    say("| false sentences | number | caught | |\n|---|---:|---:|---|")
    for kind, tally in outcome.false.items():
        holds = tally.right >= CAUGHT and tally.count > 0
        bad += [] if holds else [kind]
        say(f"| {kind} | {tally.count:,} | {tally.right:.1f} % | {'' if holds else 'TOO FEW'} |")
    say("\n| true sentences | number | refused | |\n|---|---:|---:|---|")
    for origin, tally in outcome.true.items():
        holds = 100 - tally.right <= REFUSED
        bad += [] if holds else [origin]
        refused = f"{100 - tally.right:.2f} %"
        say(f"| {origin} | {tally.count:,} | {refused} | {'' if holds else 'TOO MANY'} |")
    false = sum(t.count for t in outcome.false.values())
    true = sum(t.count for t in outcome.true.values())
    say(f"\n{false:,} false and {true:,} true sentences")
    bad += [] if false >= FALSE and true >= TRUE and len(drawn) >= PLAYERS else ["corpus too small"]

    changed = fairness.changed_by_identity(drawn)
    say(f"Another name and nationality: {len(changed)} of {len(drawn)} reports change")
    whole = (players.build(number) for number in players.with_full_season())
    bottom, signed = fairness.signed_from_the_bottom(whole)
    say(f"In the bottom tenth by every figure: {bottom}; recommended to sign: {len(signed)}")
    bad += ["identity"] if changed else []
    bad += ["bottom tenth"] if signed else []
    for title, tallies in (("Slipped through", outcome.false), ("Refused", outcome.true)):
        for kind, tally in tallies.items():
            for text in tally.wrong[:EXAMPLES]:
                say(f"{title} ({kind}): {text}")
    say(f"\nNot held: {', '.join(bad)}" if bad else "\nEvery bound holds.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
