"""How well pages of publishers that no training saw are read: five trainings, each judged on a fifth left out."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from typing import Any

from tests.training.examples import Example
from tests.training.learn import table
from tests.training.pages import FOLDS
from tests.training.truth import plain, shingles

import newsmodel as nm
from newsmodel.page import weights

_GOOD, _BAD = 0.98, 0.5


def report(examples: list[Example]) -> str:
    """A line a set: shingle F1 (of mean precision and recall), pages that are good and bad, F1 of whole paragraphs."""
    scores: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        use(table([each for each in examples if each.page.fold != fold]))
        for each in examples:
            if each.page.fold == fold:
                scores[each.page.of].append(_scores(each))
    use(None)
    return "\n".join(f"{name}: {len(found)} pages, {_line(found)}" for name, found in scores.items())


def use(trained: dict[str, Any] | None) -> None:
    """Judges lines by a table, or by the one that ships again."""
    for cached in (weights.forest, weights.weights_of, weights.table):
        cached.cache_clear()
    weights.override = trained


def _scores(each: Example) -> dict[str, float]:
    article = nm.parse(each.page.html, "html", url=each.page.url)
    paragraphs = nm.plain_text(article).split("\n\n")
    gold = each.page.gold
    text = "\n".join(paragraphs)
    if "paragraphs" not in gold and "text" not in gold:
        wanted, unwanted = gold.get("with_", []), gold.get("without", [])
        return {"found": sum(x in text for x in wanted), "lost": sum(x not in text for x in wanted),
                "let_in": sum(x in text for x in unwanted)}  # fmt: skip
    true = gold.get("paragraphs") or gold["text"].split("\n")
    one, other, optional = shingles("\n".join(true)), shingles(text), shingles("\n".join(gold.get("optional", [])))
    both = (one & other).total()
    precision, recall = _ratio(both, both + (other - one - optional).total()), _ratio(both, one.total())
    found = {"precision": precision, "recall": recall, "f1": _f1(precision, recall)}
    if "paragraphs" in gold:
        found["paragraphs"] = _of_paragraphs(true, paragraphs, gold.get("optional", []))
    return found


def _of_paragraphs(true: list[str], found: list[str], optional: list[str]) -> float:
    one, other = Counter(map(plain, true)), Counter(map(plain, found))
    both = (one & other).total()
    return _f1(_ratio(both, both + (other - one - Counter(map(plain, optional))).total()), _ratio(both, one.total()))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _line(found: list[dict[str, float]]) -> str:
    if "found" in found[0]:
        right, lost, wrong = (sum(each[name] for each in found) for name in ("found", "lost", "let_in"))
        return f"strings F1 {100 * _f1(_ratio(right, right + wrong), _ratio(right, right + lost)):.1f}"

    def mean(name: str) -> float:
        return statistics.fmean(each[name] for each in found if name in each)

    good = statistics.fmean(each["f1"] >= _GOOD for each in found)
    bad = statistics.fmean(each["f1"] < _BAD for each in found)
    text = f"F1 {100 * _f1(mean('precision'), mean('recall')):.1f}, good {100 * good:.1f}, bad {100 * bad:.1f}"
    return text + (f", paragraphs {100 * mean('paragraphs'):.1f}" if "paragraphs" in found[0] else "")
