"""Articles and their comments in, from entries."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from newsmodel.alphabet import clean
from newsmodel.comment_export import lost_without_id, unique
from newsmodel.dates import parse_date
from newsmodel.errors import FormatError
from newsmodel.formats.atom_threads.terms import ARTICLE, ATOM, SEARCH, THREADING, UNDATED
from newsmodel.html_fitting import read_fragment, read_words
from newsmodel.iris import from_iri, wrapped
from newsmodel.model import (
    Account,
    Article,
    Block,
    Comment,
    CommentThread,
    Concept,
    Credit,
    Dates,
    Document,
    Feed,
    More,
    Paragraph,
    Person,
    Text,
)
from newsmodel.report import Report
from newsmodel.whitespace import SPACE, collapse_string
from newsmodel.xml import Element
from newsmodel.xml import parse as parse_xml

_READ = frozenset({"id", "title", "author", "published", "updated", "link", "category", "summary", "content"})
_NUMBER = re.compile(r"\s*\d{1,18}\s*", re.ASCII)


def parse(data: bytes, report: Report) -> Document:
    """The article with its comments; a feed, if several entries answer nothing.

    If every entry answers something, as in a feed of comments, what is said of the feed is said of the page. Losses:
    elements without a place ("entry.rights"), an entry without an id, dropped; a date that leaves its zone open,
    guessed. Raises FormatError, with the line, for what is no Atom feed.
    """
    root = parse_xml(data, report)
    if (root.namespace, root.name) != (ATOM, "feed"):
        raise FormatError("an Atom feed was expected", line=root.line)
    pages: list[_Page] = []
    loose: list[Element] = []
    for entry in root.each("entry"):
        if _thread_element(entry, "in-reply-to") is None:
            pages.append(_Page(entry, []))
        else:
            (pages[-1].answers if pages else loose).append(entry)
    if len(pages) == 1:
        return _article(pages[0].entry, [*loose, *pages[0].answers], root, report)
    if not pages:
        return _article(root, loose, root, report)
    pages[0].answers[:0] = loose
    url = _link(root, "alternate")
    return Feed(_title(root), url=url, articles=[_article(each.entry, each.answers, root, report) for each in pages])


class _Page(NamedTuple):
    entry: Element
    answers: list[Element]


def _thread_element(entry: Element, name: str) -> Element | None:
    found = (each for each in entry.children if (each.namespace, each.name) == (THREADING, name))
    return next(found, None)


def _article(entry: Element, answers: list[Element], root: Element, report: Report) -> Article:
    url, id = _link(entry, "alternate"), _text(entry, "id")
    about = {id} if entry is not root else {_ref(each) for each in answers} - {_text(each, "id") for each in answers}
    published, modified = _moments(entry, report)
    is_page = entry is not root
    own = wrapped(ARTICLE + (url or ""))
    article = Article(
        _title(entry),
        id=from_iri(id) if is_page and id != own else None,
        canonical_url=url,
        summary=_summary(entry),
        credits=[Credit(each) for each in _authors(entry) if is_page],
        dates=Dates(published=published, modified=modified) if is_page else Dates(),
        concepts=[Concept(term, kind="keyword") for each in entry.each("category") if (term := _value(each, "term"))],
        body=_body(entry, report) if is_page else (),
        comments=_thread(entry, answers, about, root, report),
    )
    if is_page:
        _finish(entry, report)
    return article


def _thread(
    entry: Element, answers: list[Element], about: set[str | None], root: Element, report: Report
) -> CommentThread:
    found = [comment for each in answers if (comment := _comment(each, about, report)) is not None]
    links = [each for each in entry.each("link") if _value(each, "rel") == "replies"]
    following = _link(root, "next")
    return CommentThread(
        unique(found, report),
        declared=_declared(entry, links, root),
        url=_value(links[0], "href") if links else None,
        more=[] if following is None else [More(url=following)],
    )


def _declared(entry: Element, links: list[Element], root: Element) -> int | None:
    """`thr:total`, else the `thr:count` of the link, else the results of a search, in a feed of comments."""
    total = _thread_element(entry, "total")
    counts = [
        total.text if total is not None else "",
        *(each.attributes.get((THREADING, "count"), "") for each in links),
    ]
    if entry is root:
        counts += [each.text for each in root.children if each.name == "totalResults" and each.namespace in SEARCH]
    return next((int(count) for count in counts if _NUMBER.fullmatch(count)), None)


def _comment(entry: Element, about: set[str | None], report: Report) -> Comment | None:
    id = from_iri(_text(entry, "id"))
    if id is None:
        lost_without_id(report, f"line {entry.line}")
        return None
    answered = _ref(entry)
    published, modified = _moments(entry, report)
    authors = _authors(entry, nameless=True)
    total = _thread_element(entry, "total")
    _finish(entry, report)
    return Comment(
        id=id,
        parent=None if answered in about else from_iri(answered),
        author=Account(authors[0].name or None, url=authors[0].url) if authors else None,
        created=published,
        edited=modified,
        body=_body(entry, report),
        url=_link(entry, "alternate"),
        declared_replies=int(total.text) if total is not None and _NUMBER.fullmatch(total.text) else None,
    )


def _ref(entry: Element) -> str | None:
    answered = _thread_element(entry, "in-reply-to")
    return None if answered is None else _value(answered, "ref") or _value(answered, "href")


def _value(element: Element, name: str) -> str | None:
    return element.attributes.get(("", name)) or None


def _text(entry: Element, name: str) -> str | None:
    found = entry.first(name)
    return None if found is None else found.text.strip(SPACE) or None


def _words(element: Element | None) -> str:
    """A text construct on one line (RFC 4287, section 3.1), without its markup."""
    if element is None:
        return ""
    kind = _value(element, "type")
    if kind == "xhtml":
        return collapse_string(" ".join(_all_text(element)))
    if kind == "html":
        return read_words(element.text)
    return collapse_string(element.text)


def _all_text(element: Element) -> list[str]:
    waiting, found = [element], []
    while waiting:
        each = waiting.pop()
        found.append(each.text)
        waiting += reversed(each.children)
    return found


def _title(entry: Element) -> str:
    return _words(entry.first("title"))


def _summary(entry: Element) -> Text | None:
    return Text(words) if (words := _words(entry.first("summary"))) else None


def _body(entry: Element, report: Report) -> tuple[Block, ...]:
    content = entry.first("content")
    if content is None:
        return ()
    if _value(content, "type") == "html":
        return read_fragment(content.text, report)
    if content.children or _value(content, "src"):
        report.loss("entry.content", "flattened", "$", "it is no HTML in text", source=f"line {content.line}")
    words = _words(content) if not content.children else collapse_string(" ".join(_all_text(content)))
    return (Paragraph(words),) if words else ()


def _link(entry: Element, rel: str) -> str | None:
    found = (_value(each, "href") for each in entry.each("link") if (_value(each, "rel") or "alternate") == rel)
    return next(found, None)


def _authors(entry: Element, *, nameless: bool = False) -> list[Person]:
    """The authors that an entry names itself; e-mail addresses are not for a feed's readers."""
    found = []
    for author in entry.each("author"):
        name, url = collapse_string(_text(author, "name") or ""), _text(author, "uri")
        if name or (nameless and url):
            found.append(Person(name, url=url))
    return found


def _moments(entry: Element, report: Report) -> tuple[datetime | None, datetime | None]:
    """When it was published, and when changed if that is another date."""
    published, modified = (_moment(entry, name, report) for name in ("published", "updated"))
    return published, None if modified in (published, UNDATED) else modified


def _moment(entry: Element, name: str, report: Report) -> datetime | None:
    text = _text(entry, name)
    found = parse_date(text) if text else None
    if text and found is None:
        report.notice("date-unreadable", f"{clean(text)[:40]!r} is no date", source=f"line {entry.line}")
    if found is not None and found.missing:
        report.loss(f"entry.{name}", "guessed", "$", "it leaves its zone or time open", source=f"line {entry.line}")
    return found.value if found else None


def _finish(entry: Element, report: Report) -> None:
    """Reports elements of Atom and its extensions that have no place here."""
    for each in entry.children:
        known = each.name in _READ if each.namespace == ATOM else each.namespace == THREADING
        if not known:
            report.loss(f"entry.{clean(each.name)}", "dropped", "$", source=f"line {each.line}")
