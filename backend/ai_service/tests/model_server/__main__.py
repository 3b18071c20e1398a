"""`python -m ai_service.tests.model_server --port 18002 --answer 429 good`."""

import argparse
import sys

from ai_service.tests.model_server import ANSWERS, ModelServer


def main() -> None:
    parser = argparse.ArgumentParser(description="Answers like a language model's provider.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--answer", nargs="+", default=["good"], choices=sorted(ANSWERS))
    options = parser.parse_args()
    with ModelServer(*options.answer, port=options.port) as server:
        sys.stdout.write(f"listening on {server.url}, answering {' '.join(options.answer)}\n")
        sys.stdout.flush()
        try:
            server.wait()
        except KeyboardInterrupt:
            sys.stdout.write("stopped\n")


if __name__ == "__main__":
    main()
