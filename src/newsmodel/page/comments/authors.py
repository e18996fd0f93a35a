"""Who wrote a comment: the account that its elements tell, with the role that its class names tell."""

from __future__ import annotations

import re
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.model import Account, Badge
from newsmodel.page.comments.actions import is_action
from newsmodel.page.comments.bodies import text_without
from newsmodel.page.comments.gathering import Item
from newsmodel.page.comments.roles import BODY, WEAK
from newsmodel.page.comments.shapes import WRITTEN_DATE
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line

_ROLES: Final = {"bypostauthor": "author", "by-node-author": "author", "blog-author": "author",
                 "comment-by-node-author": "author", "wpd-blog-post_author": "author", "wc-blog-post_author": "author",
                 "wpd-blog-administrator": "administrator", "wc-blog-administrator": "administrator",
                 "wpd-blog-editor": "staff", "wpd-blog-subscriber": "subscriber", "wc-blog-subscriber": "subscriber",
                 "wpd-blog-guest": "guest", "wc-blog-guest": "guest", "by-anonymous": "guest",
                 "comment-by-anonymous": "guest"}  # fmt: skip
_SAYS: Final = re.compile(
    r"^(?:(?:posted|written|submitted|comment(?:ed)?|geschrieben|verfasst|posté|écrit|publicado|inviato) )?"
    r"(?:by|von|par|por|da|di)\b\s*+:?\s*+(?=\S)"
    r"|(?<!\s)\s++(?:says|said|sagte?|schrieb|schreibt|dice|dijo|dit|a dit|hat gesagt|wrote)\s*+(?:\.{3}|…|:)$"
    r"|(?:(?<!\s)\s++)?+:$",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\b(?:by|von|par|por|di|door|av)\s+(\S.{0,60}?)\s+(?:on|am|le|el|il|op|den|at|um|\W)\s", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"(?<![\s|·•,–—-])[\s|·•,–—-]++(?:(?:on|am|le|el|il|op|den|at|um|schrieb|wrote)\b[\s:,]*+)*+$", re.IGNORECASE
)
_APART: Final = re.compile(r"(?<!\s)\s++[|·•–—]\s++")
_DATED: Final = re.compile(r"\d{4}|\d:\d\d")
_NAME_TAGS: Final = frozenset({"a", "strong", "b", "h2", "h3", "h4", "h5", "h6", "cite"})
_LEAVES: Final = _NAME_TAGS | {"span", "div", "p", "td", "small", "em", "i"}
_LONGEST_NAME: Final = 300
_LONGEST_LIKELY_NAME: Final = 60
_MOST_LOOKS: Final = 40
_MOST_NAMES: Final = 10


def author_of(sources: Sources, item: Item, names: frozenset[str]) -> Account | None:
    """The author of a comment; None if nothing tells the name. *names*: the class names of the comment itself."""
    survey = sources.survey
    name, number = (
        _named_author(survey, item) or _author_in_words(survey, item) or _likely_author(survey, item) or ("", -1)
    )
    if not name:
        return None
    role = next((_ROLES[token] for token in _ROLES if token in names), None)
    badges = [Badge(text) for label in item.labels if (text := line(text_without(survey.nodes[label])))]
    url = _profile(sources, number) if number >= 0 else None
    return Account(name, url=url, avatar=_avatar(sources, item), role=role, badges=badges)


def _named_author(survey: Survey, item: Item) -> tuple[str, int] | None:
    """The name in the surest of the elements that are named for the author, and that element."""
    others = item.apart - {number for _, number in item.authors}
    for _, number in sorted(item.authors, key=lambda author: _doubt(survey, *author))[:_MOST_NAMES]:
        if name := _name(survey, number, others):
            return name, number
    return None


def _doubt(survey: Survey, rank: int, number: int) -> tuple[int, int]:
    """How unsure it is that an element holds the name and no more: of those that are guessed, the shortest is it."""
    return rank, survey.chars[number] if rank >= WEAK else 0


def _likely_author(survey: Survey, item: Item) -> tuple[str, int] | None:
    """Without such an element: the first short link, strong word or heading outside the text, before it or after."""
    if survey.tags[item.number] == "dt" and (name := _name(survey, item.number, item.apart)):
        return name, item.number
    end = min(item.own_end, item.number + _MOST_LOOKS)
    body = min(item.part(BODY) or end, end)
    after = range(max(item.body_end, body), end)
    for look in (range(item.number + 1, body), after):
        for number in look:
            if survey.tags[number] in _NAME_TAGS and (name := _likely_name(survey, item, number)):
                item.apart.add(number)
                return name, number
    return _before_date(survey, item)


def _likely_name(survey: Survey, item: Item, number: int) -> str:
    if number in item.apart or not 0 < survey.chars[number] <= _LONGEST_LIKELY_NAME:
        return ""
    name = _name(survey, number, item.apart)
    return "" if _DATED.search(name) or is_action(name) else name


def _before_date(survey: Survey, item: Item) -> tuple[str, int] | None:
    """The last element before the date that holds a short text and nothing else."""
    first = min((number for _, number in item.dates), default=item.number)
    for number in range(first - 1, item.number, -1):
        is_leaf = survey.ends[number] == number + 1
        if is_leaf and survey.tags[number] in _LEAVES and (name := _likely_name(survey, item, number)):
            item.apart.add(number)
            return name, number
    return None


def _author_in_words(survey: Survey, item: Item) -> tuple[str, int] | None:
    """The author that the date's element names: "written by Ann on …", "Ann, 3 May 2026"."""
    for _, number in item.dates:
        said = brief_text(survey.nodes[number])
        if found := _BY.search(said):
            return found[1].strip(), -1
        dated = WRITTEN_DATE.search(said)
        head = _APART.split(said[: dated.start()])[0] if dated else ""
        name = _SAYS.sub("", _BETWEEN.sub("", head)).strip("·•|,# ")
        if 1 < len(name) <= _LONGEST_LIKELY_NAME and not _DATED.search(name) and not is_action(name):
            return name, -1
    return None


def _name(survey: Survey, number: int, others: set[int]) -> str:
    """The author's name: the text of its element without what else stands there (the date, "says", a badge)."""
    inner = {survey.nodes[each] for each in others if number < each < survey.ends[number]}
    return _SAYS.sub("", line(text_without(survey.nodes[number], inner)).strip("·•|, "))[:_LONGEST_NAME].strip()


def _profile(sources: Sources, number: int) -> str | None:
    """Where the author's name leads: its own link, or the one around it."""
    survey = sources.survey
    ends = min(survey.ends[number], number + _MOST_LOOKS)
    inside = (each for each in range(number, ends) if survey.tags[each] == "a")
    around = survey.parents[number]
    link = next(inside, around if survey.tags[around] == "a" else None)
    address = attribute(survey.nodes[link], "href") or "" if link is not None else ""
    joined = sources.url(address) if address and not address.startswith("#") else ""
    return joined if joined.startswith(("http://", "https://")) else None


def _avatar(sources: Sources, item: Item) -> str | None:
    survey = sources.survey
    first_end = min(item.own_end, item.number + _MOST_LOOKS)
    for number in range(item.number, first_end):
        if survey.tags[number] == "img":
            node = survey.nodes[number]
            told = (attribute(node, name) or "" for name in ("src", "data-src", "data-lazy-src"))
            found = next((address for address in told if address and not address.startswith("data:")), "")
            return sources.url(found) or None
    return None


def linking_author(sources: Sources, item: Item) -> Account | None:
    """Who links here: the text of the first link."""
    survey = sources.survey
    ends = min(item.own_end, item.number + _MOST_LOOKS)
    links = (number for number in range(item.number, ends) if survey.tags[number] == "a")
    number = next(links, None)
    if number is None:
        return None
    name = line(text_without(survey.nodes[number]))
    return Account(name[:_LONGEST_NAME], url=_profile(sources, number)) if name else None
