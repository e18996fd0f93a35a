"""No regular expression of the package takes more than linear time over a text made of its own pieces."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time

import pytest
from tests.growth.patterns import METHODS, Used, all_patterns, texts

LENGTH = 4000 if os.environ.get("NEWSMODEL_DEEP") else 1500
STEPS = 4
MOST = 8
"""How many times longer four times the text may take: 4 is linear, 16 quadratic."""

NOTICEABLE_S = 0.02
"""What takes less for a few thousand characters is linear, and not looked at twice."""

STOPPED_S = 1.0


class _StoppedError(Exception):
    pass


@contextmanager
def stopping() -> Iterator[None]:
    """Ends what takes over a second of CPU, which an exponential pattern would do for ever."""

    def stop(*_: object) -> None:
        raise _StoppedError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, STOPPED_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(work: Callable[[], object], times: int = 1) -> float:
    start = process_time()
    for _ in range(times):
        work()
    return (process_time() - start) / times


def growth(take: Callable[[object], object], text: Callable[[int], object]) -> float:
    """How many times longer four times the text takes; 1 for what takes no time, 1000 for what has to be stopped."""
    small, large = text(1), text(STEPS)
    try:
        with stopping():
            if seconds(lambda: take(large)) < NOTICEABLE_S:
                return 1
        with stopping():
            return min(seconds(lambda: take(large)) / max(seconds(lambda: take(small), 20), 1e-6) for _ in range(3))
    except _StoppedError:
        return 1000


def worst(used: Used) -> tuple[float, str, object]:
    """The worst growth of a pattern, the method and the text: the first that is too much."""
    for text in texts(used, LENGTH):
        for method in used.methods:
            grown = growth(METHODS[method](used.pattern), text)
            if grown > MOST:
                return grown, method, text(1)[:80]
    return 1, "", ""


PATTERNS = all_patterns()


@pytest.mark.parametrize("part", range(20))
def test_patterns_take_linear_time(part):
    found = {f"{used.name} {used.pattern.pattern!r}": worst(used) for used in PATTERNS[part::20]}

    assert {} == {name: grown for name, grown in found.items() if grown[0] > MOST}


def test_the_patterns_of_the_package_are_found():
    names = {used.name for used in PATTERNS}

    assert len(PATTERNS) > 250
    assert {"newsmodel.urls._SCHEME", "newsmodel.phrases.counts._FORMS", "newsmodel.cli.places._TOKEN"} <= names


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s*[,;]\s*", "split"),
        (r"\s+and\s+", "search"),
        (r"(\w+)=", "findall"),
        (r"(<!--.*?-->\s*)*<html", "match"),
        (r'"(?:[^"\\]|\\.)*+"', "finditer"),
        (r"(?:a|a)*b", "fullmatch"),
        (r"x\s*(?:y)?\s*z", "fullmatch"),
    ],
)
def test_a_pattern_that_backtracks_is_caught(pattern, method):
    assert worst(Used(re.compile(pattern, re.DOTALL), "one", (method,)))[0] > MOST
