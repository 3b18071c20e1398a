"""Small draws that the other steps share."""

import math
import random


def chance(share: float, rng: random.Random) -> bool:
    """True in about `share` of all calls, 0 never and 1 always."""
    return rng.random() < share


def poisson(mean: float, rng: random.Random) -> int:
    """A count with this mean (Knuth's way, good for the small means here)."""
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count
