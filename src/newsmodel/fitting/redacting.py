"""What is internal, taken out and reported: what every format does that is not asked for it."""

from __future__ import annotations

from typing import Any

from newsmodel.fitting.walker import Fitter, Rule
from newsmodel.model import Article, Comment, Person
from newsmodel.report import Report


def redact(document: Any, report: Report) -> Any:
    """*document* without what is internal: notes of the editors, private data of commenters, e-mail addresses.

    Losses: `article.internal`, `comment.private`, `person.email`, each redacted.
    """
    return _REDACT(document, report) if _REDACT.plan().finds(document, _is_internal) else document


_INTERNAL: dict[type[Any], str] = {Article: "internal", Comment: "private", Person: "email"}


def _is_internal(node: Any) -> bool:
    return getattr(node, _INTERNAL[type(node)]) is not None


def _cleared(name: str) -> Rule:
    return lambda node, place: node if getattr(node, name) is None else place.clear(node, name, effect="redacted")


_REDACT = Fitter({cls: _cleared(name) for cls, name in _INTERNAL.items()}, own_kinds=True)
