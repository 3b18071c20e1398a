"""`make eval-model`: reports planned by a small language model, over the OpenAI protocol.

It is a weak author and a good adversary: each plan must be valid or repaired, and no report may
state anything false. Exits with 1 if a report fails, is false, or a request is too long.
"""

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from fastapi.testclient import TestClient

from ai_service.main import create_app
from ai_service.plan import Plan, PlannedSentence, Sections, problems
from ai_service.report import Case
from ai_service.schemas import Report
from ai_service.settings import Settings
from evaluation import hostile, truth
from evaluation.database import data_set, imported
from tests.environment import FOLDER

REPORTS, PROMPT, ANSWER = 50, 8_000, 1_500
Server = subprocess.Popen[bytes]
STARTING_SECONDS, ANSWER_SECONDS = 120, 600


def main() -> int:
    """Create the reports and print what became of the plans; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("server", nargs=argparse.REMAINDER, help="command that serves the model")
    options = parser.parse_args()
    _, files = data_set()
    data = imported(files)
    drawn = data.draw(options.reports, seed=options.seed)
    outcomes, faults = Counter[str](), list[str]()
    with _model(options.server) as (address, log, server):
        settings = Settings(
            ai_provider="local", local_base_url=address, local_model="smollm2",
            ai_timeout_seconds=ANSWER_SECONDS, ai_rate_limit="100000/minute",
            ai_max_output_tokens=ANSWER,
        )  # fmt: skip
        with TestClient(create_app(settings)) as client:
            for number, subject in enumerate(truth.subjects(data, drawn, seed=options.seed), 1):
                began = time.monotonic()
                answer = client.post("/generate", json=subject.dossier.model_dump(mode="json"))
                if server.poll() is not None:
                    raise SystemExit(f"The model's server ended with status {server.returncode}.")
                if answer.status_code != 200:
                    outcome = f"failed: {answer.json().get('code', answer.status_code)}"
                    faults.append(f"{subject.dossier.player}: {answer.text[:300]}")
                else:
                    report = Report.model_validate_json(answer.content)
                    outcome = _outcome(report)
                    faults += _faults(report, subject)
                outcomes[outcome] += 1
                print(f"{number}: {outcome}, {time.monotonic() - began:.0f} s", flush=True)
        usage = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    first = [u["prompt_tokens"] for u in usage if not u["is_revision"]]
    revised = [u["prompt_tokens"] for u in usage if u["is_revision"]]
    answers = [u["completion_tokens"] for u in usage]
    print(f"plans: {dict(outcomes)}")
    for name, tokens in (("first prompts", first), ("revisions", revised), ("answers", answers)):
        if tokens:
            print(f"{name}: {len(tokens)}, median {median(tokens):.0f}, {max(tokens):,} most")
    print("\n".join(faults))
    print(f"false or failed: {len(faults)} of {options.reports}")
    return 1 if faults or max(first) > PROMPT or max(answers) > ANSWER else 0


def _outcome(report: Report) -> str:
    if report.content.repairs:
        return "repaired"
    return "valid at once" if report.usage.requests == 1 else "valid after the revision"


def _faults(report: Report, subject: truth.Subject) -> list[str]:
    """What is false or not a claim in a report."""
    case = Case.of(subject.dossier)
    found = problems(_plan(report), case.claims)
    found += hostile.foreign_words(report.content, case)
    read = truth.read([subject])
    return [f"{subject.dossier.player}: {fault}" for fault in found + read.false + read.unchecked]


def _plan(report: Report) -> Plan:
    """The stored plan. Required claims may have made a section longer than an author's may be."""
    sections = {
        name: [PlannedSentence.model_validate(sentence) for sentence in sentences]
        for name, sentences in report.content.plan["sections"].items()
    }
    found = Sections.model_construct(None, **sections)
    return Plan.model_construct(headline=report.content.plan["headline"], sections=found)


@contextmanager
def _model(command: list[str]) -> Iterator[tuple[str, Path, Server]]:
    """The model's server: its address, the file with the tokens of each request, its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    log = FOLDER / "model-usage.jsonl"
    with log.open("w") as output:
        # A group of its own: `uv run` has the server as a child.
        server = subprocess.Popen([*command, str(port)], stdout=output, start_new_session=True)
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}/v1", log, server
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def _wait(server: Server, port: int) -> None:
    for _ in range(STARTING_SECONDS * 5):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.2)
    raise SystemExit("The model's server did not start; its output above says why.")


if __name__ == "__main__":
    sys.exit(main())
