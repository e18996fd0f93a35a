"""The table of laws, and how a failing one is told: which article, what differs, how to see it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias
from unittest import SkipTest

import attrs

from newsmodel.errors import OptionError
from newsmodel.fitting import compare
from newsmodel.format import Format
from newsmodel.model.article import Article, Feed
from newsmodel.report import Report
from newsmodel.testing.pool import Pool, shared_pool
from newsmodel.testing.shrink import shrink

Law: TypeAlias = Callable[[Format, Pool], None]
Property: TypeAlias = Callable[[Format, Any], None]

LAWS: dict[str, Law] = {}
"""What every format holds to, by name."""

NEEDS: dict[str, frozenset[str]] = {}
"""For each law, which of "parse" and "render" a format must have for it to apply."""

_SHOWN = 3000  # characters of an article or a file in a message


class LawError(AssertionError):
    """A format breaks a law. The message names the law, the article and the difference."""


def law(*needs: str) -> Callable[[Law], Law]:
    """Enters a function into `LAWS` under its name."""

    def enter(function: Law) -> Law:
        name = function.__name__
        LAWS[name], NEEDS[name] = function, frozenset(needs)
        return function

    return enter


def article_law(*needs: str) -> Callable[[Property], Law]:
    """Enters what holds for every article: a function that raises AssertionError where it does not."""

    def enter(holds: Property) -> Law:
        def over_the_pool(format: Format, pool: Pool) -> None:
            for article in pool.articles:
                if problem(holds, format, article):
                    raise broken(holds, format, article)

        over_the_pool.__name__, over_the_pool.__doc__ = holds.__name__, holds.__doc__
        return law(*needs)(over_the_pool)

    return enter


def document_law(*needs: str) -> Callable[[Property], Law]:
    """Enters what holds for every article and, in a format that takes feeds, for every feed."""

    def enter(holds: Property) -> Law:
        def over_the_pool(format: Format, pool: Pool) -> None:
            for document in (*pool.articles, *(pool.feeds if takes_feeds(format) else ())):
                if problem(holds, format, document):
                    raise broken(holds, format, document)

        over_the_pool.__name__, over_the_pool.__doc__ = holds.__name__, holds.__doc__
        return law(*needs)(over_the_pool)

    return enter


def takes_feeds(format: Format) -> bool:
    """Whether the fit of *format* takes a Feed: it takes what the format renders."""
    try:
        format.fitted(Feed(), Report())
    except Exception:  # whatever a fit raises for what it was not made for
        return False
    return True


def problem(holds: Property, format: Format, article: Any) -> str:
    """What is wrong with *article*, "" if nothing: a format may raise anything, and none of it is allowed here."""
    try:
        holds(format, article)
    except AssertionError as error:
        return str(error) or "an assertion failed"
    except Exception as error:  # what a format raises breaks the law, whatever it is
        return f"{type(error).__name__}: {error}"
    return ""


def broken(holds: Property, format: Format, article: Any) -> LawError:
    """The error for *article*, made as small as it can be while the law stays broken."""
    smallest = shrink(article, lambda other: bool(problem(holds, format, other)))
    return LawError(
        f"{format.name} breaks {holds.__name__}: {problem(holds, format, smallest)}\n"
        f"The law: {holds.__doc__}\nThe smallest article that breaks it:\n  {reproduction(smallest)}"
    )


def reproduction(article: Any) -> str:
    """A line of Python that builds *article* again."""
    from newsmodel.codec import to_data

    text = repr(to_data(article))
    if len(text) > _SHOWN:
        return f"{text[:_SHOWN]}… (long: find it in newsmodel.strategies.pool)"
    return f"newsmodel.codec.from_data({text})"


def difference(expected: Any, actual: Any) -> str:
    """Where two documents differ, field by field; "" where they are equal, in their JSON too (1 == True == 1.0)."""
    from newsmodel.codec import to_data

    report = Report()
    compare(expected, actual, report)
    if report.losses:
        return "; ".join(f"{loss.at} {loss.code} ({_values(expected, actual, loss.at)})" for loss in report.losses[:5])
    one, other = repr(to_data(expected)), repr(to_data(actual))
    return "" if one == other else f"equal, but their JSON differs: {one[:_SHOWN]} != {other[:_SHOWN]}"


def _values(expected: Any, actual: Any, at: str) -> str:
    from newsmodel.testing.paths import resolve

    return " != ".join(repr(value)[:200] for value in (resolve(expected, at, None), resolve(actual, at, None)))


def alike(document: Any, model: Any) -> Any:
    """*document* as what *model* is: a format of feeds gives an article back as a feed of one."""
    if isinstance(model, Article) and isinstance(document, Feed) and len(document.articles) == 1:
        return document.articles[0]
    return document


def applies(format: Format, law: str) -> bool:
    """Whether a law says anything of a format: most need a reader and a writer."""
    return all(getattr(format, part) is not None for part in NEEDS[law])


def check(format: Format, law: str, *, pool: Pool | None = None, **options: Any) -> None:
    """Raises LawError if *format*, given *options*, breaks the law of this name.

    pool: the articles; by default the 200 that all laws share (`newsmodel.testing.shared_pool`).
    Raises unittest.SkipTest, which pytest shows as skipped, where the law does not apply (`applies`), KeyError for a
    law that does not exist, OptionError for an option that neither reader nor writer takes.
    """
    if not applies(format, law):
        raise SkipTest(f"{law} needs {' and '.join(sorted(NEEDS[law]))}, which {format.name} does not have")
    own = shared_pool(format.name) if pool is None else pool.named(format.name)
    LAWS[law](with_options(format, options), own)


def with_options(format: Format, options: Mapping[str, Any]) -> Format:
    """*format* with *options* given to those of its functions that take them."""
    known = {**format.options("parse"), **format.options("render")}
    for name in options:
        if name not in known:
            raise OptionError(name, known, format.name)
    return attrs.evolve(
        format,
        parse=_given(format.parse, format.options("parse"), options),
        render=_given(format.render, format.options("render"), options),
        fit=_given(format.fit, format.options("render"), options),
    )


def _given(function: Any, known: Mapping[str, Any], options: Mapping[str, Any]) -> Any:
    from inspect import signature

    if function is None:
        return None
    own = signature(function).parameters
    given = {name: value for name, value in options.items() if name in known and name in own}
    return _Given(function, **given) if given else function


class _Given(partial[Any]):
    """A function with options, equal to the same one with the same: what they make is worked out once (`converted`)."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Given) and (self.func, self.keywords) == (other.func, other.keywords)

    def __hash__(self) -> int:
        return hash(self.func)
