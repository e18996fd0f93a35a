"""The posts of a live blog: which elements of a page they are, and what their record says of them.

A page is a live blog if its record says so (schema.org LiveBlogPosting), or an element by its class or by AMP's own
name. Its posts are then the items of microdata, or the children of one element that each show their time.

    posts = live_posts(survey, sources.found, sources.by_id)
    read = Read(reader, report, url=url, skip=skip, rules=live_rules(survey, posts))

Sources: https://schema.org/LiveBlogPosting; https://amp.dev/documentation/components/amp-live-list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final

import attrs

from newsmodel.dates import parse_date, parse_epoch
from newsmodel.markup.engine import Node, attribute, children
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import Credit, LivePost
from newsmodel.page.metadata.people import schema_credits
from newsmodel.page.survey import HEADINGS, Survey
from newsmodel.page.values import Record, first, line, records, types, url_of
from newsmodel.page.words import letters_of

_LIVE: Final = re.compile(r"live[-_]?(?:blog|post|event|feed|ticker|update)|amp-live-list", re.IGNORECASE)
_PLACES: Final = frozenset({"article", "div", "li", "section"})
_LEAST_POSTS: Final = 2
_MOST_POSTS: Final = 5000
_MOST_STEPS: Final = 8  # from a time up to its post
_MOST_LOOKS: Final = 40  # elements of a post among which its heading and its time are


@attrs.frozen
class Post:
    """A post: the number of its element, its heading and times there, and what its record says."""

    number: int
    heading: int | None = None
    times: tuple[int, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    credits: tuple[Credit, ...] = ()
    title: str = ""


def live_posts(survey: Survey, found: Sequence[Record], by_id: Mapping[str, Record]) -> tuple[Post, ...]:
    """The posts of a live blog in the order of the page; () for any other page.

    found: all records of the page, of JSON-LD and microdata. by_id: those with an `@id`.
    """
    updates = [each for record in found for each in records(record.get("liveBlogUpdate"))]
    is_told = bool(updates) or any("LiveBlogPosting" in types(record) for record in found)
    places = _marked(survey) or _timed(survey, is_told)
    told = {key: update for update in updates[:_MOST_POSTS] for key in _keys_of(update)}
    return tuple(_with_record(_post(survey, number), survey, told, by_id) for number in places[:_MOST_POSTS])


def live_rules(survey: Survey, posts: Iterable[Post]) -> dict[Node, Rule]:
    """The rules that read each post's element as a `LivePost`, for `Read`."""
    return {survey.nodes[post.number]: _rule(survey, post) for post in posts}


def _rule(survey: Survey, post: Post) -> Rule:
    apart = [*post.times] if post.heading is None else [post.heading, *post.times]

    def rule(element: Node, read: Read) -> Any:
        title = read.text(survey.nodes[post.heading]) if post.heading is not None else None
        read.elsewhere.update(survey.nodes[number] for number in apart)
        body = read.deeper(children(element))
        if not body and not title:
            return ()
        return LivePost(
            body,
            id=attribute(element, "id") or None,
            title=title or post.title or None,
            published=post.published,
            modified=post.modified,
            credits=post.credits,
        )

    return rule


def _marked(survey: Survey) -> list[int]:
    """The items of microdata that are updates, and those of AMP's list."""
    found = [
        number
        for number in survey.items
        if "liveBlogUpdate" in (attribute(survey.nodes[number], "itemprop") or "").split()
    ]
    if not found:
        lists = survey.by_tag.get("amp-live-list", ())
        held = (child for number in lists for items in survey.children(number) for child in survey.children(items))
        found = [number for number in held if attribute(survey.nodes[number], "data-sort-time") is not None]
    return survey.outermost(found)


def _timed(survey: Survey, is_told: bool) -> list[int]:
    """The children of one element that each show a time and hold a text, on a page that is a live blog."""
    times = survey.by_tag.get("time", [])
    if len(times) < _LEAST_POSTS or not (is_told or _speaks_of_live(survey)):
        return []
    held: dict[int, dict[int, bool]] = defaultdict(dict)
    for number in times:
        below = number
        for _ in range(_MOST_STEPS):
            above = survey.parents[below]
            if above < 0:
                break
            if survey.tags[below] in _PLACES:
                held[above][below] = bool(survey.prose[below]) and _may_be_live(survey, above, is_told)
            below = above
    posts = max(held.values(), key=lambda each: sum(each.values()), default={})
    written = [number for number, is_post in posts.items() if is_post]
    return written if len(written) >= _LEAST_POSTS and len(written) * 2 > len(posts) else []


def _speaks_of_live(survey: Survey) -> bool:
    """Whether a name on the page is one of a live blog; most pages have no "live" in any, which is soon told."""
    return "live" in survey.written.lower() and _LIVE.search(survey.written) is not None


def _may_be_live(survey: Survey, number: int, is_told: bool) -> bool:
    """Whether an element is a list of posts: anything but the page's own frame on a page that says that it is live."""
    if is_told:
        return survey.tags[number] not in ("html", "body")
    for _ in range(_MOST_STEPS):
        if number < 0:
            break
        if _LIVE.search(survey.names[number]):
            return True
        number = survey.parents[number]
    return False


def _post(survey: Survey, number: int) -> Post:
    """A post by what it shows: its first heading, and the times before its text."""
    inside = range(number + 1, min(survey.ends[number], number + _MOST_LOOKS))
    heading = next((each for each in inside if survey.tags[each] in HEADINGS and survey.chars[each]), None)
    prose = next((each for each in inside if survey.prose[each] and survey.own[each]), survey.ends[number])
    times = tuple(each for each in inside if survey.tags[each] == "time" and each < prose)
    shown = [date for each in times if (date := _instant(attribute(survey.nodes[each], "datetime")))]
    sorted_by = parse_epoch(attribute(survey.nodes[number], "data-sort-time") or "")
    return Post(number, heading, times, published=shown[0] if shown else sorted_by)


def _instant(value: Any) -> datetime | None:
    parsed = parse_date(line(first(value)))
    return parsed.value if parsed else None


def _keys_of(update: Record) -> list[str]:
    """What the element of an update may be known by: the fragment of its address, its headline."""
    addresses = (line(first(update.get(key))) for key in ("url", "@id", "mainEntityOfPage"))
    fragments = [address.rsplit("#", 1)[1] for address in (*addresses, url_of(update)) if "#" in address]
    headline = letters_of(line(first(update.get("headline"))))
    return [*(f"#{each}" for each in fragments if each), *([headline] if headline else [])]


def _with_record(post: Post, survey: Survey, told: Mapping[str, Record], by_id: Mapping[str, Record]) -> Post:
    """A post with the dates, the people and the headline of its record."""
    inside = range(post.number, min(survey.ends[post.number], post.number + _MOST_LOOKS))
    ids = (f"#{name}" for number in inside for name in islice(survey.names[number].split(), _MOST_LOOKS))
    headline = "".join(survey.lines.get(post.heading, ())) if post.heading is not None else ""
    keys = (*ids, letters_of(headline))
    update = next((told[key] for key in keys if key in told), None)
    if update is None:
        return post
    return attrs.evolve(
        post,
        published=_instant(update.get("datePublished")) or post.published,
        modified=_instant(update.get("dateModified")),
        credits=schema_credits(update, dict(by_id)),
        title=line(first(update.get("headline"))) if post.heading is None else "",
    )
