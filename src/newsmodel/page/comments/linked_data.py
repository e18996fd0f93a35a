"""Comments in JSON-LD and in the record of microdata, for a page that shows none of them as markup.

Source: https://schema.org/Comment (`text`, `author`, `dateCreated`, `parentItem`, `upvoteCount`, `downvoteCount`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from newsmodel.dates import parse_date
from newsmodel.markup.engine import children
from newsmodel.markup.html import reader
from newsmodel.markup.own_trust import parse_strangers
from newsmodel.markup.reading import Read
from newsmodel.model import Account, Block, Comment, Tally
from newsmodel.page.sources import Sources
from newsmodel.page.values import Record, first, line, name_of, records, types, url_of, whole

_TYPES: Final = frozenset({"Comment", "UserComments", "CorrectionComment", "Answer"})
_MOST: Final = 100_000


def comments(sources: Sources) -> tuple[Comment, ...]:
    """The comments of the article's record, those in comments after them as their replies; else those of the page."""
    top = records(sources.article.get("comment")) or [each for each in sources.found if types(each) & _TYPES]
    found: dict[str, Comment] = {}
    for record, above in _walked(top):
        id = _id(record) or f"position-{len(found) + 1}"
        text = _body(sources, record.get("text") or record.get("commentText") or record.get("description"))
        if id in found or not text:
            continue
        parent = _id(first(record.get("parentItem"))) or above
        found[id] = _comment(sources, record, id, parent if parent != id else None, text)
    return tuple(found.values())


def _walked(top: list[Record]) -> Iterator[tuple[Record, str | None]]:
    """Each comment with the id of the one that holds it; without recursion."""
    pending: list[tuple[Record, str | None]] = [(record, None) for record in reversed(top)]
    met = 0
    while pending and met < _MOST:
        record, above = pending.pop()
        met += 1
        yield record, above
        inside = records(record.get("comment")) or records(record.get("replies"))
        pending.extend((each, _id(record) or None) for each in reversed(inside))


def _id(value: Any) -> str:
    """The id of a comment: its `@id` or address, the fragment alone where there is one."""
    if isinstance(value, str):
        written = line(value)
    elif isinstance(value, dict):
        written = line(value.get("@id")) or line(first(value.get("identifier"))) or url_of(value)
    else:
        return ""
    own = written.rsplit("#", 1)[-1]
    return own.removeprefix("comment-") or written


def _comment(sources: Sources, record: Record, id: str, parent: str | None, text: tuple[Block, ...]) -> Comment:
    told = first(record.get("author")) or first(record.get("creator"))
    name = name_of(told)
    address = sources.url(url_of(told)) if isinstance(told, dict) else ""
    return Comment(
        id=id,
        parent=parent,
        author=Account(name, url=address or None) if name else None,
        created=_date(record.get("dateCreated"))
        or _date(record.get("datePublished"))
        or _date(record.get("commentTime")),
        edited=_date(record.get("dateModified")),
        body=text,
        votes=Tally(up=whole(record.get("upvoteCount")), down=whole(record.get("downvoteCount"))),
        url=sources.url(url_of({"url": record.get("url")})) or None,
    )


def _date(value: Any) -> datetime | None:
    found = parse_date(line(first(value)))
    return found.value if found and "day" not in found.missing else None


def _body(sources: Sources, value: Any) -> tuple[Block, ...]:
    """The text, which is plain or markup, as blocks; line ends of plain text part paragraphs."""
    text = first(value)
    if not isinstance(text, str):
        return ()
    read = Read(reader, sources.report, url=sources.base or None)
    markup = text if "<" in text else text.replace("\r\n", "\n").replace("\n\n", "<p>").replace("\n", "<br>")
    return read.blocks(children(parse_strangers(markup, sources.report)))
