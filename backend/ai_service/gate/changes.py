"""What a change in percent may be called: rising, sharply falling, little changed."""

from typing import Final

_LITTLE: Final = 10
_SHARP: Final = 50


def may_be_called(change: float, direction: str, strength: str) -> bool:
    """Whether a direction (`rising`, `falling`, `level`, `little`) and its strength fit."""
    if direction not in ("rising", "falling"):
        return direction in ("level", "little") and abs(change) < _LITTLE and not strength
    fits = change > 0 if direction == "rising" else change < 0
    if strength == "sharply":
        return fits and abs(change) >= _SHARP
    return fits and (strength != "slightly" or abs(change) < _LITTLE)
