"""`python -m tests.benchmarks.threads [SIZE …]`: seconds for threads of so many comments, 10,000 to 1,000,000.

The times grow with the number of comments, those of sorting with its logarithm too: a thread of ten times as many takes
some ten times as long, whatever its shape.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from time import process_time

from tests.model.threads.shapes import PARENTS, large

from newsmodel import CommentThread
from newsmodel.model.threads import CommentTree

STEPS = ("build", "index", "best", "walk", "active", "pages", "prune", "merge")


def seconds(size: int, shape: str) -> Iterator[float]:
    """The CPU time of each of `STEPS`."""
    yield _timed(lambda: large.__wrapped__(size, shape))
    thread = large.__wrapped__(size, shape)
    yield _timed(thread.tree)
    tree = thread.tree()
    yield _timed(lambda: tree.sorted("best"))
    yield _timed(lambda: sum(1 for _ in tree))
    yield _timed(lambda: tree.sorted("active"))
    yield _timed(lambda: pages(tree, 50))
    yield _timed(thread.prune)
    halves = [CommentThread(thread.comments[start : start + 2 * size // 3]) for start in (0, size // 3)]
    yield _timed(lambda: halves[0].merge(halves[1]))


def pages(tree: CommentTree, limit: int) -> int:
    """How many comments all pages show, one page after the other."""
    after, shown = None, 0
    while True:
        view = tree.view((after, limit))
        shown += len(view)
        if not view.more:
            return shown
        after = view.more[-1].cursor


def _timed(function) -> float:
    gc.collect()
    start = process_time()
    function()
    return process_time() - start


def main(sizes: list[int]) -> None:
    """Prints the table."""
    print(f"{'shape':8}{'comments':>10}", *(f"{step:>8}" for step in STEPS))
    for shape in PARENTS:
        for size in sizes:
            print(f"{shape:8}{size:10}", *(f"{time:8.2f}" for time in seconds(size, shape)), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
