"""The counts above, level and below of a percentile."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from football_player_service.app.scouting.evidence.percentile_item import standing
from football_player_service.app.scouting.schemas import Standing


@given(size=st.integers(30, 3000), data=st.data())
def test_the_counts_of_a_cohort_follow_from_rank_and_percentile(size: int, data: Any) -> None:
    above = data.draw(st.integers(0, size - 1))
    level = data.draw(st.integers(1, size - above))
    below = size - above - level
    percentile = 50 * (below + (below + level)) / size  # as record.percentiles computes it
    counts = Standing(above=above, level=level, below=below)
    assert standing(size=size, rank=above + 1, percentile=percentile) == counts
