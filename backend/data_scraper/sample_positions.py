"""Positions: how many of each a squad has, with typical height, foot and figures."""

import random
from dataclasses import dataclass

from data_scraper.sample_model import chance


@dataclass(frozen=True, slots=True)
class Traits:
    """One sub-position: height in cm, share of left-footed players, and rates per 90 minutes."""

    position: str
    height: float
    height_spread: float
    left: float
    goals: float
    assists: float
    yellow: float
    price: float  # powers of ten above other players of the same ability


SUB_POSITIONS = {
    "Goalkeeper": Traits("Goalkeeper", 189.7, 4.5, 0.12, 0.0, 0.005, 0.06, -0.2),
    "Centre-Back": Traits("Defender", 187.4, 4.1, 0.24, 0.045, 0.025, 0.22, -0.05),
    "Left-Back": Traits("Defender", 179.2, 4.9, 0.78, 0.035, 0.095, 0.21, -0.08),
    "Right-Back": Traits("Defender", 179.1, 4.9, 0.03, 0.035, 0.09, 0.21, -0.08),
    "Defensive Midfield": Traits("Midfield", 181.5, 5.5, 0.19, 0.055, 0.06, 0.26, 0.0),
    "Central Midfield": Traits("Midfield", 179.5, 5.4, 0.22, 0.09, 0.1, 0.2, 0.05),
    "Attacking Midfield": Traits("Midfield", 177.6, 5.6, 0.27, 0.19, 0.19, 0.17, 0.1),
    "Left Midfield": Traits("Midfield", 178.1, 5.0, 0.6, 0.14, 0.16, 0.17, 0.05),
    "Right Midfield": Traits("Midfield", 177.2, 5.2, 0.08, 0.14, 0.16, 0.17, 0.05),
    "Left Winger": Traits("Attack", 177.4, 5.1, 0.32, 0.23, 0.2, 0.15, 0.12),
    "Right Winger": Traits("Attack", 177.1, 5.3, 0.34, 0.23, 0.2, 0.15, 0.12),
    "Second Striker": Traits("Attack", 178.3, 5.8, 0.24, 0.32, 0.18, 0.16, 0.08),
    "Centre-Forward": Traits("Attack", 184.0, 5.7, 0.18, 0.37, 0.12, 0.17, 0.12),
}

# A squad is filled in this order, so that even a small one has every position group.
_GK, _CB, _LB, _RB = "Goalkeeper", "Centre-Back", "Left-Back", "Right-Back"
_DM, _CM, _AM = "Defensive Midfield", "Central Midfield", "Attacking Midfield"
_LW, _RW, _CF = "Left Winger", "Right Winger", "Centre-Forward"
_SQUAD_ORDER = (
    *(_GK, _CB, _RB, _LB, _CM, _DM, _AM, _LW, _RW, _CF, _CB),
    *(_GK, _CM, _CB, _CF, _DM, _RB, _LB, _AM, _CF),
    *(_GK, _CB, _LW, _RW, _CM, _CB, _CF, _CM),
)

# Rare sub-positions replace a share of similar common ones.
_RARE = {
    "Left Winger": ("Left Midfield", 0.16),
    "Right Winger": ("Right Midfield", 0.16),
    "Centre-Forward": ("Second Striker", 0.05),
}


def draw_position(slot: int, rng: random.Random) -> str:
    """The sub-position of a club's `slot`-th player, counted from 0."""
    common = _SQUAD_ORDER[slot % len(_SQUAD_ORDER)]
    rare, share = _RARE.get(common, (common, 0.0))
    return rare if chance(share, rng) else common
