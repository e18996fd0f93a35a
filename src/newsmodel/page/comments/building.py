"""Comments out of what was gathered: the author, the moment, the text as blocks, the votes.

The text is read by the article's own reader of HTML, so that only what the model knows can be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple

import attrs

from newsmodel.markup.engine import ENTER, LEAVE, TEXT, Node, attribute, children, tag, text, walk
from newsmodel.markup.html import reader
from newsmodel.markup.reading import UNREAD, Read
from newsmodel.model import Account, Anchor, Badge, Block, Span, Tally
from newsmodel.page.comments.dating import date_in, moment
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import AUTHOR, BODY, DOWN, FEEDBACK, PENDING, SCORE, UP
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line
from newsmodel.page.words import tokens_of

_NEVER_TEXT: Final = frozenset({"form", "button", "input", "select", "textarea", "menu", "nav", "object", "canvas"})
_ROLES: Final = {"bypostauthor": "author", "by-node-author": "author", "blog-author": "author",
                 "comment-by-node-author": "author", "wpd-blog-post_author": "author", "wc-blog-post_author": "author",
                 "wpd-blog-administrator": "administrator", "wc-blog-administrator": "administrator",
                 "wpd-blog-editor": "staff", "wpd-blog-subscriber": "subscriber", "wc-blog-subscriber": "subscriber",
                 "wpd-blog-guest": "guest", "wc-blog-guest": "guest", "by-anonymous": "guest",
                 "comment-by-anonymous": "guest"}  # fmt: skip
_FLAGS: Final = {"wpd-sticky-comment": "sticky", "wpd-closed-comment": "closed", "featured": "featured",
                 "coral-featuredcomment": "featured", "sticky": "sticky", "pinned": "pinned"}  # fmt: skip
_PENDING_NAMES: Final = frozenset({"wpd-unapproved-comment", "unapproved", "comment-unpublished"})
_VOTES: Final = {
    SCORE: re.compile(r"(-?\d{1,9}) (?:points?|score)\b|(?:points?|score)[: ]+(-?\d{1,9})", re.IGNORECASE),
    UP: re.compile(r"(\d{1,9}) (?:upvotes?|likes?|thumbs? up)\b", re.IGNORECASE),
    DOWN: re.compile(r"(\d{1,9}) (?:downvotes?|dislikes?|thumbs? down)\b", re.IGNORECASE),
}
_REACTED: Final = re.compile(r"(?:^|\s)coral-reacted-(\d{1,9})(?=\s|$)")
_NUMBER: Final = re.compile(r"[+\u2212-]?\d{1,9}")
_SAYS: Final = re.compile(
    r"^by\s+(?=\S)"
    r"|\s+(?:says|said|sagte?|schrieb|schreibt|dice|dijo|dit|a dit|hat gesagt|wrote)\s*(?:\.{3}|…|:)$|\s*:$",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\b(?:by|von|par|por|di|door|av)\s+(\S.{0,60}?)\s+(?:on|am|le|el|il|op|den|at|um|\W)\s", re.IGNORECASE
)
_LINKBACK: Final = re.compile(r"(pingback|trackback)\b(?:\s*(?:von|from|by|de|da|:))*\s*", re.IGNORECASE)
_DATED: Final = re.compile(r"\d{4}|\d:\d\d")
_NAME_TAGS: Final = frozenset({"a", "strong", "b", "h2", "h3", "h4", "h5", "h6", "cite"})
_SEPARATORS: Final = frozenset({"", "|", "·", "•", "-", "–", "—", ":", ",", "/"})
_NO_PART: Final = (9, 0)
_VAGUE: Final = 3  # from this rank on a body's element holds more than the text
_LONGEST_NAME: Final = 300
_LONGEST_LIKELY_NAME: Final = 60
_MOST_LOOKS: Final = 40
_MOST_NAMES: Final = 10
_VOTED: Final = ("aria-label", "data-tippy-content", "title")


class Page(NamedTuple):
    """What a comment is built from, besides itself. is_guess: no system says that these are comments."""

    sources: Sources
    survey: Survey
    is_guess: bool = False


def comments_of(page: Page, items: tuple[Item, ...]) -> Iterator[tuple[Item, dict[str, Any]]]:
    """Each comment that says something, as the fields of a `Comment` but for its id and its parent."""
    for item in items:
        fields = _fields(page, item)
        if page.is_guess and not _is_likely(item, fields):
            continue
        if fields["body"] or fields["kind"] != "comment" or fields["status"] != "published":
            yield item, fields


def _is_likely(item: Item, fields: dict[str, Any]) -> bool:
    """Whether what was guessed to be a comment has an author and a text, each named so, or something like a date."""
    shown = fields["created_text"] or ""
    is_dated = fields["created"] is not None or (any(map(str.isdigit, shown)) and any(map(str.isalpha, shown)))
    is_named = max(item.parts.get(role, _NO_PART)[0] for role in (AUTHOR, BODY)) < _VAGUE
    return bool(fields["author"] and fields["body"] and (is_dated or is_named))


def _fields(page: Page, item: Item) -> dict[str, Any]:
    names = _own_names(page.survey, item)
    created, shown = moment(page.sources, item)
    is_linkback = item.kind != "comment"
    author = _linkback_author(page, item) if is_linkback and AUTHOR not in item.parts else _author(page, item, names)
    body = _body(page, item)
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
        "votes": _votes(page.survey, item),
        "flags": sorted({_FLAGS[name] for name in names & _FLAGS.keys()}),
        "url": _address(page, item),
        "anchor": _passage(page.survey, item),
    }


def _opening_date(text: tuple[Block, ...], shown: str | None) -> tuple[datetime | None, str | None, tuple[Block, ...]]:
    """A date that stands before the text without an element of its own."""
    opening = str(getattr(text[0], "text", "")) if len(text) > 1 else ""
    found = date_in(opening) if 0 < len(opening) <= _LONGEST_LIKELY_NAME else None
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


def _author(page: Page, item: Item, names: frozenset[str]) -> Account | None:
    survey = page.survey
    name, number = (
        _named_author(survey, item) or _author_in_words(survey, item) or _likely_author(survey, item) or ("", -1)
    )
    if not name:
        return None
    role = next((_ROLES[token] for token in _ROLES if token in names), None)
    badges = [Badge(text) for label in item.labels if (text := line(_text(survey.nodes[label])))]
    url = _profile(page, number) if number >= 0 else None
    return Account(name, url=url, avatar=_avatar(page, item), role=role, badges=badges)


def _named_author(survey: Survey, item: Item) -> tuple[str, int] | None:
    """The name in the surest of the elements that are named for the author, and that element."""
    others = item.apart - {number for _, number in item.authors}
    for _, number in sorted(item.authors, key=lambda author: author[0])[:_MOST_NAMES]:
        if name := _name(survey, number, others):
            return name, number
    return None


def _likely_author(survey: Survey, item: Item) -> tuple[str, int] | None:
    """Without such an element: the first short link, strong word or heading outside the text."""
    body = item.part(BODY)
    if survey.tags[item.number] == "dt" and (name := _name(survey, item.number, item.apart)):
        return name, item.number
    for number in range(item.number + 1, min(item.own_end, item.number + _MOST_LOOKS)):
        if body is not None and number >= body:
            break
        if survey.tags[number] in _NAME_TAGS and 0 < survey.chars[number] <= _LONGEST_LIKELY_NAME:
            name = _name(survey, number, item.apart) if number not in item.apart else ""
            if name and not _DATED.search(name):
                item.apart.add(number)
                return name, number
    return None


def _author_in_words(survey: Survey, item: Item) -> tuple[str, int] | None:
    """The author that the date's element names: "written by Ann on …"."""
    told = (_BY.search(brief_text(survey.nodes[number])) for _, number in item.dates)
    return next(((found[1].strip(), -1) for found in told if found), None)


def _name(survey: Survey, number: int, others: set[int]) -> str:
    """The author's name: the text of its element without what else stands there (the date, "says", a badge)."""
    inner = {survey.nodes[each] for each in others if number < each < survey.ends[number]}
    return _SAYS.sub("", line(_text(survey.nodes[number], inner)).strip("·•|, "))[:_LONGEST_NAME].strip()


def _text(node: Node, without: set[Node] | frozenset[Node] = frozenset()) -> str:
    parts: list[str] = []
    hidden: list[Node] = []
    for event, value, each in walk(node, UNREAD):
        if event is TEXT and not hidden:
            parts.append(value)
        elif event is ENTER and each in without:
            hidden.append(each)
        elif event is LEAVE and hidden and hidden[-1] == each:
            hidden.pop()
    return "".join(parts)


def _profile(page: Page, number: int) -> str | None:
    """Where the author's name leads: its own link, or the one around it."""
    survey = page.survey
    ends = min(survey.ends[number], number + _MOST_LOOKS)
    inside = (each for each in range(number, ends) if survey.tags[each] == "a")
    around = survey.parents[number]
    link = next(inside, around if survey.tags[around] == "a" else None)
    address = attribute(survey.nodes[link], "href") or "" if link is not None else ""
    joined = page.sources.url(address) if address and not address.startswith("#") else ""
    return joined if joined.startswith(("http://", "https://")) else None


def _avatar(page: Page, item: Item) -> str | None:
    survey = page.survey
    first_end = min(item.own_end, item.number + _MOST_LOOKS)
    for number in range(item.number, first_end):
        if survey.tags[number] == "img":
            node = survey.nodes[number]
            told = (attribute(node, name) or "" for name in ("src", "data-src", "data-lazy-src"))
            found = next((address for address in told if address and not address.startswith("data:")), "")
            return page.sources.url(found) or None
    return None


def _linkback_author(page: Page, item: Item) -> Account | None:
    """Who links here: the text of the first link."""
    survey = page.survey
    ends = min(item.own_end, item.number + _MOST_LOOKS)
    links = (number for number in range(item.number, ends) if survey.tags[number] == "a")
    number = next(links, None)
    if number is None:
        return None
    name = line(_text(survey.nodes[number]))
    return Account(name[:_LONGEST_NAME], url=_profile(page, number)) if name else None


def _body(page: Page, item: Item) -> tuple[Block, ...]:
    """The text: its own element's, else what the comment holds besides all other parts."""
    survey, found = page.survey, item.parts.get(BODY)
    number = found[1] if found else item.number
    roots = [number] if found or survey.tags[number] != "dt" else _definitions(survey, item)
    text = _read(page, roots, item.apart)
    if not text and not found:  # a theme that closes the author's element too late
        text = _read(page, roots, {each for each in item.apart if not _holds_paragraph(survey, each)})
    return tuple(block for block in text if str(getattr(block, "text", "text")).strip() not in _SEPARATORS)


def _read(page: Page, roots: list[int], apart: set[int]) -> tuple[Block, ...]:
    nodes = {page.survey.nodes[each] for each in apart}
    read = Read(_READER, page.sources.report, url=page.sources.base or None, skip=lambda node: _is_apart(node, nodes))
    return read.blocks(child for root in roots for child in children(page.survey.nodes[root]))


def _holds_paragraph(survey: Survey, number: int) -> bool:
    inside = range(number + 1, min(survey.ends[number], number + _MOST_LOOKS))
    return any(survey.tags[each] == "p" and survey.own[each] for each in inside)


def _definitions(survey: Survey, item: Item) -> list[int]:
    first = survey.ends[item.number]
    return [number for number in range(first, item.end) if survey.parents[number] == survey.parents[item.number]]


def _is_apart(node: Node, apart: set[Node]) -> bool:
    name = tag(node)
    if name is None:
        return False
    if name in _NEVER_TEXT or node in apart:
        return True
    return name == "a" and (attribute(node, "href") or "").lstrip().lower().startswith("javascript:")


def _emoji(element: Node, read: Read) -> Any:
    """A picture that stands for a sign of its own: the sign."""
    sign = attribute(element, "alt") or ""
    if tokens_of(attribute(element, "class") or "") & {"emoji", "wp-smiley"} and sign:
        return Span(read.words(sign, element))
    return _PICTURE(element, read)


_PICTURE: Final = reader.inlines["img"]
_READER: Final = attrs.evolve(reader, inlines={**reader.inlines, "img": _emoji})


def _votes(survey: Survey, item: Item) -> Tally:
    told = {role: _count(survey, number) for role in (UP, DOWN, SCORE) if (number := item.part(role)) is not None}
    if not any(count is not None for count in told.values()):
        told = _votes_in_words(survey, item)
    reacted = _REACTED.search(survey.names[item.number])
    up = int(reacted[1]) if reacted else told.get(UP)
    return Tally(up=up, down=told.get(DOWN), score=told.get(SCORE))


def _count(survey: Survey, number: int) -> int | None:
    """The exact number in an attribute, else the one shown."""
    node = survey.nodes[number]
    for said in (attribute(node, "title"), attribute(node, "data-count"), attribute(node, "content"), _text(node)):
        if said and _NUMBER.fullmatch(said.strip()):
            return int(said.strip().replace("\u2212", "-"))
    return None


def _votes_in_words(survey: Survey, item: Item) -> dict[str, int | None]:
    """What tool tips and labels say: "12 points", "13 upvotes"."""
    told: dict[str, int | None] = {}
    for number in range(item.number, min(item.own_end, item.number + 2 * _MOST_LOOKS)):
        for name in _VOTED:
            said = attribute(survey.nodes[number], name) or ""
            for role, form in _VOTES.items():
                if said and (found := form.search(said)):
                    told.setdefault(role, int(next(filter(None, found.groups()))))
    return told


def _passage(survey: Survey, item: Item) -> Anchor | None:
    """The passage that an inline comment of wpDiscuz is about: its form, and the words of it that stand there."""
    number = item.part(FEEDBACK)
    if number is None:
        return None
    said = "".join(text(child) or "" for child in children(survey.nodes[number]))
    inside = range(number, min(survey.ends[number], number + _MOST_LOOKS))
    forms = (attribute(survey.nodes[each], "data-feedback-content-id") for each in inside)
    return Anchor(line(said), form=next(filter(None, forms), None))


def _address(page: Page, item: Item) -> str | None:
    """The comment's own address: of the first link in it whose fragment ends with its id."""
    if item.id is None:
        return None
    survey = page.survey
    for number in range(item.number, min(item.own_end, item.number + 2 * _MOST_LOOKS)):
        if survey.tags[number] == "a":
            address = attribute(survey.nodes[number], "href") or ""
            if "#" in address and address.endswith(item.id) and not address.startswith("#"):
                return page.sources.url(address) or None
    return None
