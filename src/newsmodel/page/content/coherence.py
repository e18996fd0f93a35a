"""What stands together is judged together: a line is in the article or not as the elements around it are, unless its
own score says the opposite plainly.

Each element is in or out, and so is each line, which is a leaf of its element; it costs something if one of them
differs from what is around it. The best choice for all of a page at once needs no search: each tells what is around it
the sum of what was told to it, but never more than that cost either way, and is what its own sum says, unless that is
less than the cost and the element around it is the opposite.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.page.survey import Survey


def coherent(survey: Survey, numbers: Sequence[int], scores: Sequence[int], cost: int) -> list[bool]:
    """For each line whether it is in. *numbers*: their elements. *scores*: above zero for in. *cost*: in the same unit.

    With no cost, each line is what its score says.
    """
    parents = survey.parents
    sums = {number: max(-cost, min(cost, score)) for number, score in zip(numbers, scores, strict=True)}
    for number in numbers:
        parent = parents[number]
        while parent not in sums and parent >= 0:
            sums[parent] = 0
            parent = parents[parent]
    downwards = sorted(sums)
    for number in reversed(downwards):
        if (parent := parents[number]) >= 0:
            sums[parent] += max(-cost, min(cost, sums[number]))
    is_in = {-1: sums[downwards[0]] > 0}
    for number in downwards:
        is_in[number] = sums[number] > (-cost if is_in[parents[number]] else cost)
    return [score > (-cost if is_in[number] else cost) for number, score in zip(numbers, scores, strict=True)]
