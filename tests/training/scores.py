"""How well what a reader found on pages matches their true text, in the measures that the pages' own benchmarks use."""

from __future__ import annotations

import statistics
from collections import Counter
from typing import Any

from tests.training.truth import plain, shingles

_GOOD, _BAD = 0.98, 0.5


def scores(paragraphs: list[str], gold: dict[str, Any]) -> dict[str, float]:
    """Of one page: precision, recall and F1 of its four-word shingles; F1 of whole paragraphs where they are known.

    Optional text (captions, standfirst) counts neither way. Of a page of which only strings are known: how many of
    those that belong to the article were found and lost, and how many that do not were let in.
    """
    if "paragraphs" not in gold and "text" not in gold:
        return _of_strings("\n".join(paragraphs), gold.get("with_", []), gold.get("without", []))
    true, optional = gold.get("paragraphs") or gold["text"].split("\n"), gold.get("optional", [])
    found = _of_counts(*(shingles("\n".join(each)) for each in (true, paragraphs, optional)))
    if "paragraphs" in gold:
        found["paragraphs"] = _of_counts(*(Counter(map(plain, each)) for each in (true, paragraphs, optional)))["f1"]
    return found


def summary(found: list[dict[str, float]]) -> dict[str, float]:
    """Of the pages of a set, in per cent. F1: of the mean precision and recall. good, bad: pages at least, below."""
    if "found" in found[0]:
        right, lost, wrong = (sum(each[name] for each in found) for name in ("found", "lost", "let_in"))
        return {"strings F1": 100 * _f1(_ratio(right, right + wrong), _ratio(right, right + lost))}
    means = {
        "F1": _f1(_mean(found, "precision"), _mean(found, "recall")),
        "good": statistics.fmean(each["f1"] >= _GOOD for each in found),
        "bad": statistics.fmean(each["f1"] < _BAD for each in found),
    }
    if "paragraphs" in found[0]:
        means["paragraphs"] = _mean(found, "paragraphs")
    return {name: 100 * value for name, value in means.items()}


def _of_strings(text: str, wanted: list[str], unwanted: list[str]) -> dict[str, float]:
    held = sum(string in text for string in wanted)
    return {"found": held, "lost": len(wanted) - held, "let_in": sum(string in text for string in unwanted)}


def _of_counts(true: Counter[Any], found: Counter[Any], optional: Counter[Any]) -> dict[str, float]:
    both = (true & found).total()
    precision, recall = _ratio(both, both + (found - true - optional).total()), _ratio(both, true.total())
    return {"precision": precision, "recall": recall, "f1": _f1(precision, recall)}


def _mean(found: list[dict[str, float]], name: str) -> float:
    return statistics.fmean(each[name] for each in found if name in each)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
