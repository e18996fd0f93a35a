"""A pool of articles that many tests share: drawing one is dear, and a pool is drawn once."""

from __future__ import annotations

from functools import cache
from itertools import count as numbers
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from newsmodel.model.article import Article
from newsmodel.strategies.nodes import discussed, full, nodes
from newsmodel.strategies.sizes import HOSTILE, PAYLOADS, SIZES, SMALL, TYPICAL
from newsmodel.strategies.specimens import holders, specimens

_FEWEST = 20  # the first ones drawn are always the simplest: of too few none would be new


@cache
def pool(count: int = 200, first_seed: int = 0) -> tuple[Article, ...]:
    """*count* distinct articles of all sizes, the same for the same arguments, and the same object in one process.

    From 200 on every field of every class that an article can hold is given in one of them at least. One of sixteen has
    payloads (`strings.PAYLOADS`) in every string and in every address, one of ten has several comments.
    """
    found: dict[Article, None] = {}
    classes: list[type[Any]] = [Article, *holders()]
    for cls in classes:
        if len(found) < count // 2:
            found.update(_drawn(specimens(cls, SMALL), 1, first_seed))
    for special, share in ((full(Article, PAYLOADS), 16), (st.one_of(discussed(TYPICAL), discussed(HOSTILE)), 10)):
        if count >= share:
            found.update(_drawn(special, count // share, first_seed))
    articles = st.one_of([nodes(Article, size, size.depth) for size in SIZES.values()])
    for number in numbers(first_seed):
        if len(found) >= count:
            break
        found.update(_drawn(articles, max(count - len(found), _FEWEST), number))
    return tuple(found)[:count]


def _drawn(strategy: st.SearchStrategy[Any], count: int, number: int) -> dict[Any, None]:
    """*count* values, those that are equal once, in the order drawn."""
    found: dict[Any, None] = {}

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: Any) -> None:
        found[value] = None

    collect()
    return found
