"""From examples to the table: weights of the words in names, then trees over the features."""

from __future__ import annotations

import math
from typing import Any

import lightgbm
import numpy
from tests.training.examples import Example
from tests.training.names import Bounds, weighed
from tests.training.truth import IN, UNKNOWN

_SCALE = 1000
_ROUNDS = 300
_PARAMETERS = {
    "objective": "binary", "num_leaves": 31, "learning_rate": 0.05, "max_bin": 63, "min_data_in_leaf": 40,
    "lambda_l2": 2.0, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1,
    "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 2, "verbose": -1,
}  # fmt: skip
_WEIGHT_OF_STRINGS = 0.4  # of a page of which only a few strings are known


def table(examples: list[Example]) -> dict[str, Any]:
    """What `newsmodel/page/content/table.json` holds."""
    names, bounds = weighed(examples)
    rows = [row for each, of_lines in zip(examples, bounds, strict=True) for row in _rows(each, of_lines)]
    read = numpy.array(rows, dtype=numpy.int32)
    known = numpy.array([label for each in examples for label in each.labels])
    weights = numpy.array([weight for each in examples for weight in _importance(each)])
    kept = known != UNKNOWN
    columns = list(examples[0].columns)
    data = lightgbm.Dataset(
        read[kept], known[kept], weight=weights[kept], feature_name=columns, params={"max_bin": _PARAMETERS["max_bin"]}
    )
    least = {"min_sum_hessian_in_leaf": 1e-5 * float(weights[kept].sum())}
    booster = lightgbm.train({**_PARAMETERS, **least}, data, _ROUNDS)
    return {"words": names.words, "tokens": names.tokens, "forest": _forest(booster.dump_model())}


def _rows(example: Example, bounds: Bounds) -> list[list[int]]:
    """The features line by line, with what the names around each weigh."""
    columns = {**example.columns, "low": [low for low, _ in bounds], "high": [high for _, high in bounds]}
    return [list(row) for row in zip(*columns.values(), strict=True)]


def _importance(each: Example) -> list[float]:
    """A line by its share of the article, every page the same; a little for lines without size."""
    sizes = [min(len(text), 1500) for text in each.texts]
    article = sum(size for size, label in zip(sizes, each.labels, strict=True) if label == IN)
    known = sum(label != UNKNOWN for label in each.labels) or 1
    whole = 1.0 if "paragraphs" in each.page.gold or "text" in each.page.gold else _WEIGHT_OF_STRINGS
    return [whole * (min(size / max(article, 500), 1.0) + 0.3 / known) for size in sizes]


def _forest(model: dict[str, Any]) -> dict[str, Any]:
    """LightGBM's trees in whole numbers, as `newsmodel.page.content.forest` reads them; no feature without a test."""
    trees = [tree["tree_structure"] for tree in model["tree_info"] if "split_feature" in tree["tree_structure"]]
    nodes = [node for tree in trees for node in _inner(tree)]
    tests = sorted({(node["split_feature"], math.floor(node["threshold"])) for node in nodes})
    numbers = {test: number for number, test in enumerate(tests)}
    used = sorted({feature for feature, _ in tests})
    return {
        "features": [model["feature_names"][feature] for feature in used],
        "thresholds": [[threshold for feature, threshold in tests if feature == each] for each in used],
        "trees": [_tree(tree, numbers) for tree in trees],
        "bias": 0,
    }


def _inner(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """The inner nodes of a tree, each before those below it."""
    found, waiting = [], [tree]
    while waiting:
        node = waiting.pop(0)
        if "split_feature" in node:
            found.append(node)
            waiting += [node["left_child"], node["right_child"]]
    return found


def _tree(tree: dict[str, Any], tests: dict[tuple[int, int], int]) -> list[list[Any]]:
    inner = _inner(tree)
    at = {node["split_index"]: number for number, node in enumerate(inner)}
    leaves: list[int] = []

    def following(child: dict[str, Any]) -> int:
        if "split_feature" in child:
            return at[child["split_index"]]
        leaves.append(round(_SCALE * child["leaf_value"]))
        return ~(len(leaves) - 1)

    test = [tests[node["split_feature"], math.floor(node["threshold"])] for node in inner]
    passed = [following(node["left_child"]) for node in inner]
    failed = [following(node["right_child"]) for node in inner]
    return [list(map(list, zip(test, passed, failed, strict=True))), leaves]
