"""Comments out of what was gathered: each as the fields of a `Comment`, but for its id and its parent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import attrs

from newsmodel.markup.engine import attribute, children, text
from newsmodel.model import Account, Anchor, Block
from newsmodel.page.comments.authors import author_of, linking_author
from newsmodel.page.comments.bodies import body_of
from newsmodel.page.comments.dating import date_in, moment
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import AUTHOR, BODY, FEEDBACK, PENDING, WEAK
from newsmodel.page.comments.votes import votes_of
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line
from newsmodel.page.words import tokens_of

_FLAGS: Final = {"wpd-sticky-comment": "sticky", "wpd-closed-comment": "closed", "featured": "featured",
                 "coral-featuredcomment": "featured", "sticky": "sticky", "pinned": "pinned"}  # fmt: skip
_PENDING_NAMES: Final = frozenset({"wpd-unapproved-comment", "unapproved", "comment-unpublished"})
_LINKBACK: Final = re.compile(r"(pingback|trackback)\b(?:\s*(?:von|from|by|de|da|:))*\s*", re.IGNORECASE)
_NO_PART: Final = (9, 0)
_VAGUE: Final = 3  # from this rank on a body's element holds more than the text
_LONGEST_DATE: Final = 60
_MOST_LOOKS: Final = 80


def comments_of(
    sources: Sources, items: tuple[Item, ...], *, is_guess: bool = False
) -> Iterator[tuple[Item, dict[str, Any]]]:
    """Each comment that says something, with its fields. is_guess: no system says that these are comments."""
    for item in items:
        fields = _fields(sources, item)
        if is_guess and not _is_likely(item, fields):
            continue
        if fields["body"] or fields["kind"] != "comment" or fields["status"] != "published":
            yield item, fields


def _is_likely(item: Item, fields: dict[str, Any]) -> bool:
    """Whether what was guessed to be a comment has an author and a text, each named so, or something like a date."""
    shown = fields["created_text"] or ""
    is_dated = fields["created"] is not None or (any(map(str.isdigit, shown)) and any(map(str.isalpha, shown)))
    is_named = item.parts.get(AUTHOR, _NO_PART)[0] <= WEAK + 1 and item.parts.get(BODY, _NO_PART)[0] <= WEAK + 2
    return bool(fields["author"] and fields["body"] and (is_dated or is_named))


def _fields(sources: Sources, item: Item) -> dict[str, Any]:
    names = _own_names(sources.survey, item)
    created, shown = moment(sources, item)
    is_linkback = item.kind != "comment"
    author = (
        linking_author(sources, item) if is_linkback and AUTHOR not in item.parts else author_of(sources, item, names)
    )
    body = body_of(sources, item)
    if created is None and item.parts.get(BODY, _NO_PART)[0] >= _VAGUE:
        created, shown, body = _opening_date(body, shown)
    kind, author = _linkback(item.kind, author)
    if kind != "comment":
        body = tuple(block for block in body if not _LINKBACK.match(str(getattr(block, "text", "")).lstrip()))
    return {
        "author": author,
        "created": created,
        "created_text": shown,
        "body": body,
        "kind": kind,
        "status": "pending" if names & _PENDING_NAMES or PENDING in item.parts else "published",
        "votes": votes_of(sources.survey, item),
        "flags": sorted({_FLAGS[name] for name in names & _FLAGS.keys()}),
        "url": _address(sources, item),
        "anchor": _passage(sources.survey, item),
    }


def _opening_date(text: tuple[Block, ...], shown: str | None) -> tuple[datetime | None, str | None, tuple[Block, ...]]:
    """A date that stands before the text without an element of its own."""
    opening = str(getattr(text[0], "text", "")) if len(text) > 1 else ""
    found = date_in(opening) if 0 < len(opening) <= _LONGEST_DATE else None
    return (found[0].value, found[1], text[1:]) if found else (None, shown, text)


def _linkback(kind: str, author: Account | None) -> tuple[str, Account | None]:
    """A comment whose author reads "Pingback from …" is one."""
    found = _LINKBACK.match(author.name or "") if author and kind == "comment" else None
    if author is None or found is None:
        return kind, author
    return found[1].lower(), attrs.evolve(author, name=(author.name or "")[found.end() :] or None)


def _own_names(survey: Survey, item: Item) -> frozenset[str]:
    """The class names of the comment's element and of the one or two right inside it."""
    ends = min(item.own_end, item.number + 3)
    found = [survey.names[number] for number in range(item.number, ends)]
    return tokens_of(" ".join([*found, survey.names[item.holder]]))


def _passage(survey: Survey, item: Item) -> Anchor | None:
    """The passage that an inline comment of wpDiscuz is about: its form, and the words of it that stand there."""
    number = item.part(FEEDBACK)
    if number is None:
        return None
    said = "".join(text(child) or "" for child in children(survey.nodes[number]))
    inside = range(number, min(survey.ends[number], number + _MOST_LOOKS))
    forms = (attribute(survey.nodes[each], "data-feedback-content-id") for each in inside)
    return Anchor(line(said), form=next(filter(None, forms), None))


def _address(sources: Sources, item: Item) -> str | None:
    """The comment's own address: of the first link in it whose fragment ends with its id."""
    if item.id is None:
        return None
    survey = sources.survey
    for number in range(item.number, min(item.own_end, item.number + _MOST_LOOKS)):
        if survey.tags[number] == "a":
            address = attribute(survey.nodes[number], "href") or ""
            if "#" in address and address.endswith(item.id) and not address.startswith("#"):
                return sources.url(address) or None
    return None
