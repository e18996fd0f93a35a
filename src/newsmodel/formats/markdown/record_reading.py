"""The record of an article in, from front matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from newsmodel.formats.markdown.record import DATES, ORGANISATIONS, TEXTS, WORDS, known
from newsmodel.formats.markdown.record_values import from_record, instant, label_of, text_of, word
from newsmodel.markup.front_matter import resolve
from newsmodel.model import (
    Access,
    Article,
    Block,
    Concept,
    Credit,
    Dateline,
    Dates,
    Footnote,
    FrozenMap,
    Heading,
    Image,
    Organisation,
    Person,
    Rights,
    Section,
)
from newsmodel.report import Report


def read_record(
    data: Mapping[str, Any], body: tuple[Block, ...], notes: tuple[Footnote, ...], report: Report
) -> Article:
    """The article whose front matter is *data*."""
    fields: dict[str, Any] = {}
    dates: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, value in data.items():
        named = known(key)
        if named is None:
            _keep(extra, key, value, report)
        elif named == "date" and isinstance(published := resolve(value), bool):
            fields["draft"] = fields.get("draft", False) or not published
        elif named in DATES:
            _take(dates, DATES[named], named, instant, value, report)
        else:
            name, read = _READERS[named]
            _take(fields, name, named, read, value, report)
    _gather(fields)
    if "headline" not in fields and body and isinstance(body[0], Heading) and body[0].level == 1:
        fields["headline"], body = body[0].text, body[1:]
    fields["extra"] = FrozenMap({"markdown": extra}) if extra else FrozenMap()
    return Article(body=body, notes=notes, dates=Dates(**dates), **fields)


def _keep(extra: dict[str, Any], key: str, value: Any, report: Report) -> None:
    try:
        extra.update(FrozenMap({"markdown": {key: resolve(value)}})["markdown"])
    except (TypeError, ValueError) as error:
        report.loss(f"front-matter.{key[:40]}", "dropped", detail=str(error))


def _take(
    fields: dict[str, Any], name: str, key: str, read: Callable[[Any, Report], Any], value: Any, report: Report
) -> None:
    """Puts what *read* makes of *value* among *fields*, unless it cannot be that field or another key said it."""
    if resolve(value) is None:
        return
    try:
        if name in fields:
            raise ValueError("another key says it already")
        taken = read(value, report)
        if name in _PROVED:
            attrs.evolve(_EMPTY, **{name: taken})
        fields[name] = taken
    except (TypeError, ValueError) as error:
        report.loss(f"front-matter.{key}", "dropped", detail=str(error))


_EMPTY = Article()
_PROVED = frozenset({"direction", "urgency"})


def _gather(fields: dict[str, Any]) -> None:
    """Joins what front matter parts: authors and contributors, tags and concepts, sections, draft and status."""
    fields["credits"] = (*fields.pop("authors", ()), *fields.pop("contributors", ()))
    fields["concepts"] = (*fields.pop("tags", ()), *fields.pop("concepts", ()))
    main, *others = fields.pop("categories", ()) or (None,)
    if main and fields.setdefault("section", main) is not main:
        others.insert(0, main)
    if others:
        fields["sections"] = (*fields.get("sections", ()), *others)
    if fields.pop("draft", False):
        fields["status"] = fields.get("status", "draft")


def _list(read: Callable[[Any, Report], Any]) -> Callable[[Any, Report], Any]:
    def read_list(value: Any, report: Report) -> tuple[Any, ...]:
        return tuple(read(item, report) for item in (value if isinstance(value, list) else [value]))

    return read_list


def _record(cls: type[Any]) -> Callable[[Any, Report], Any]:
    return lambda value, report: from_record(cls, value, report)


def _author(value: Any, report: Report) -> Credit:
    role = "author"
    if isinstance(value, dict):
        role = word(value.get("role", role), report)
        is_organisation = str(value.get("type", "")).lower() in ("organisation", "organization")
        value = {key: item for key, item in value.items() if key not in ("role", "type")}
        return Credit(from_record(Organisation if is_organisation else Person, value, report), role=role)
    return Credit(Person(word(value, report)), role=role)


def _section(value: Any, report: Report) -> Section:
    """A section, or a list of them from the top down, as Jekyll's path of categories."""
    if not isinstance(value, list) or len(value) != 1:
        found: Section = from_record(Section, value, report)
        return found
    return _section(value[0], report)


def _tag(value: Any, report: Report) -> Concept:
    if isinstance(value, dict):
        found: Concept = from_record(Concept, value, report)
        return found
    return Concept(word(value, report), kind="keyword")


def _tags(value: Any, report: Report) -> tuple[Concept, ...]:
    """A list, or words with commas between them."""
    if isinstance(value, str):
        value = [part for part in map(str.strip, value.split(",")) if part]
    return tuple(_tag(item, report) for item in (value if isinstance(value, list) else [value]))


def _flag(value: Any, report: Report) -> bool:
    resolved = resolve(value)
    if not isinstance(resolved, bool):
        raise TypeError("it is neither true nor false")
    return resolved


def _whole(value: Any, report: Report) -> int:
    resolved = resolve(value)
    if type(resolved) is not int:
        raise TypeError("it is no whole number")
    return resolved


_READERS: dict[str, tuple[str, Callable[[Any, Report], Any]]] = {
    **{key: (name, text_of) for key, name in TEXTS.items()},
    **{key: (name, word) for key, name in WORDS.items()},
    **{name: (name, _record(Organisation)) for name in ORGANISATIONS},
    "kicker": ("kicker", label_of),
    "authors": ("authors", _list(_author)),
    "contributors": ("contributors", _list(_author)),
    "section": ("section", _section),
    "sections": ("sections", _list(_record(Section))),
    "categories": ("categories", _list(_record(Section))),
    "tags": ("tags", _tags),
    "concepts": ("concepts", _list(_record(Concept))),
    "image": ("lead_media", _record(Image)),
    "dateline": ("dateline", _record(Dateline)),
    "draft": ("draft", _flag),
    "status": ("status", word),
    "urgency": ("urgency", _whole),
    "access": ("access", lambda value, report: Access(word(value, report))),
    "rights": ("rights", _record(Rights)),
}
