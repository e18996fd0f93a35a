"""A pool of articles that many tests share: drawing one is dear, and a pool is drawn once."""

from __future__ import annotations

from functools import cache

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from newsmodel.model.article import Article
from newsmodel.strategies.nodes import nodes
from newsmodel.strategies.sizes import SIZES


@cache
def pool(count: int = 200, first_seed: int = 0) -> tuple[Article, ...]:
    """*count* distinct articles of all sizes, the same for the same arguments, and the same object in one process."""
    found: dict[Article, None] = {}
    drawn = 0
    while len(found) < count:
        found.update(dict.fromkeys(_drawn(count, first_seed + drawn)))
        drawn += 1
    return tuple(found)[:count]


def _drawn(count: int, number: int) -> list[Article]:
    found: list[Article] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of([nodes(Article, size, size.depth) for size in SIZES.values()]))
    def collect(article: Article) -> None:
        found.append(article)

    collect()
    return found
