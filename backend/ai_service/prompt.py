"""What the model is told: fixed instructions from a versioned file, and the facts as JSON."""

import json
from importlib.resources import files

from ai_service.schemas import Player

# The name of the file in `prompts/`. A change of wording is a new file and a new version, so that
# a stored report's version always leads to the words that made it.
PROMPT_VERSION = "scout-v1"

# With these escaped no value can look like a tag, whatever reads the message on its way.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def instructions() -> str:
    """The text of the current prompt file."""
    return (files("ai_service") / "prompts" / f"{PROMPT_VERSION}.md").read_text("utf-8")


def facts(player: Player) -> str:
    """The player's record as one JSON object; the whole of the user message."""
    record = json.dumps(player.model_dump(mode="json"), ensure_ascii=False, indent=1)
    return record.translate(_ESCAPES)
