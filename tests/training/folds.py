"""How well pages of publishers that no training saw are read: five trainings, each judged on a fifth left out."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from tests.training.examples import Example
from tests.training.learn import table
from tests.training.pages import FOLDS
from tests.training.scores import scores, summary

import newsmodel as nm
from newsmodel.page.content import weights


def report(examples: list[Example]) -> str:
    """A line a set: shingle F1 (of mean precision and recall), pages that are good and bad, F1 of whole paragraphs."""
    found: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        use(table([each for each in examples if each.page.fold != fold]))
        for each in examples:
            if each.page.fold == fold:
                article = nm.parse(each.page.html, "html", url=each.page.url)
                found[each.page.of].append(scores(nm.plain_text(article).split("\n\n"), each.page.gold))
    use(None)
    return "\n".join(f"{name}: {len(of_set)} pages, {_line(of_set)}" for name, of_set in found.items())


def use(trained: dict[str, Any] | None) -> None:
    """Judges lines by a table, or by the one that ships again."""
    for cached in (weights.forest, weights.weights_of, weights.table):
        cached.cache_clear()
    weights.override = trained


def _line(found: list[dict[str, float]]) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in summary(found).items())
