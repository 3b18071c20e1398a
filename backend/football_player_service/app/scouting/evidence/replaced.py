"""The player to replace, as evidence for comparison."""

from collections.abc import Iterator, Sequence

from football_player_service.app.scouting.evidence.item import MAX_TEXT
from football_player_service.app.scouting.schemas import Evidence

START = "replaced."
_FACTS = ("age", "value.now", "contract.until")
_RANK = ".position"


def items(found: Sequence[Evidence], *, name: str) -> Iterator[Evidence]:
    """What is comparable of another player's evidence, with ids that start with `replaced.`.

    That is the age, market value and contract, and every figure with a percentile by position.
    """
    ids = {item.id for item in found}
    for item in found:
        if item.id in _FACTS or item.id.endswith(_RANK) or item.id + _RANK in ids:
            label = f"{name}: {item.label}"[:MAX_TEXT]
            yield item.model_copy(update={"id": START + item.id, "label": label})
