"""The record of an article out, as front matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsmodel.dates import format_rfc3339
from newsmodel.formats.markdown.record import DATES, ORGANISATIONS, TEXTS, WORDS, is_tag
from newsmodel.formats.markdown.record_values import as_record
from newsmodel.model import Article, Credit, Heading, Organisation
from newsmodel.rendering.front_matter import Literal


def write_record(article: Article) -> dict[str, Any]:
    """The front matter of *article*, in the order in which people read it."""
    opens_with_title = bool(article.body) and isinstance(article.body[0], Heading) and article.body[0].level == 1
    record: dict[str, Any] = {"title": str(article.headline)} if article.headline or opens_with_title else {}
    for key, name in list(TEXTS.items())[1:]:
        record[key] = _optional(getattr(article, name), str)
    record["kicker"] = _optional(article.kicker, as_record)
    record |= _people(article.credits)
    for key, name in DATES.items():
        record[key] = _optional(getattr(article.dates, name), lambda value: Literal(format_rfc3339(value)))
    record["section"] = _optional(article.section, as_record)
    record["sections"] = [as_record(section) for section in article.sections] or None
    record["tags"] = [concept.name for concept in article.concepts if is_tag(concept)] or None
    record["concepts"] = [
        as_record(concept, always=True) for concept in article.concepts if not is_tag(concept)
    ] or None
    record |= {key: getattr(article, name) for key, name in WORDS.items()}
    record["image"] = _optional(article.lead_media, as_record)
    record |= _facts(article)
    if record["kind"] == "article":
        del record["kind"]
    return {key: value for key, value in record.items() if value is not None} | dict(article.extra.get("markdown", {}))


def _facts(article: Article) -> dict[str, Any]:
    return {
        **{name: _optional(getattr(article, name), as_record) for name in ORGANISATIONS},
        "dateline": _optional(article.dateline, as_record),
        "draft": True if article.status == "draft" else None,
        "status": article.status if article.status != "draft" else None,
        "urgency": article.urgency,
        "access": article.access.level if article.access else None,
        "rights": _optional(article.rights, lambda rights: as_record(rights, always=True)),
    }


def _optional(value: Any, write: Callable[[Any], Any]) -> Any:
    return None if value is None else write(value)


def _people(credits: tuple[Credit, ...]) -> dict[str, Any]:
    authors = [_agent(credit) for credit in credits if credit.role == "author"]
    others = [_agent(credit) for credit in credits if credit.role != "author"]
    return {
        "author": authors[0] if len(authors) == 1 else None,
        "authors": authors if len(authors) > 1 else None,
        "contributors": others or None,
    }


def _agent(credit: Credit) -> Any:
    record = as_record(credit.agent, always=True)
    if isinstance(credit.agent, Organisation):
        record["type"] = "organisation"
    if credit.role != "author":
        record["role"] = credit.role
    return record["name"] if list(record) == ["name"] else record
