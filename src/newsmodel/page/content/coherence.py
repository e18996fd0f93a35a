"""What stands together is judged together: a line is in the article or not as the elements around it are, unless its
own score says the opposite plainly.

Each element is in or out, and its parent is, and it costs something if they differ. The best choice for all elements of
a page at once needs no search: an element tells its parent the sum of what was told to it, but never more than that
cost either way, and is what its own sum says, unless that is less than the cost and the parent is the opposite.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.page.survey import Survey


def coherent(survey: Survey, numbers: Sequence[int], scores: Sequence[int], cost: int) -> list[bool]:
    """For each line whether it is in. *numbers*: their elements. *scores*: above zero for in. *cost*: in the same unit.

    With no cost, each line is what its score says.
    """
    parents = survey.parents
    sums = dict(zip(numbers, scores, strict=True))
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
    return [is_in[number] for number in numbers]
