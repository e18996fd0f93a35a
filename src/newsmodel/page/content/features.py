"""What is told of each line of a page, in whole numbers, for `forest` to judge whether it is of the article.

A column a feature, a value a line. Shares are per cent. The trained table names the columns it reads; a change of one
asks for a new training (`python -m tests.training`).
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from newsmodel.page.content.chrome_names import names_chrome
from newsmodel.page.content.lines import Lines
from newsmodel.page.content.regions import Regions
from newsmodel.page.content.weights import weights_of
from newsmodel.page.survey import PHRASING, Survey
from newsmodel.page.words import letters_of, word_set

Columns: TypeAlias = "dict[str, list[int]]"

_TAGS: Final = {tag: code for code, tags in enumerate((
    "p", "li", "h1", "h2", "h3", "h4", "h5 h6", "div span a font center", "td th", "blockquote", "caption", "dt dd",
    "pre code", "section article", "label address header", "summary", "main body",
), 1) for tag in tags.split()}  # fmt: skip
_OTHER: Final = 18
_PIECES: Final = {tag: code for code, tags in enumerate((
    "blockquote", "table", "pre", "ul ol", "dl", "details", "figure", "aside", "form",
), 1) for tag in tags.split()}  # fmt: skip
_SURROUNDINGS: Final = ("depth", "within", "named", "low", "high")
_COMMAS: Final = tuple(",，、،;；")
_STOPS: Final = (". ", "? ", "! ", "。", "！", "？", "؟", "।")
_ASCII_COMMAS: Final = tuple(filter(str.isascii, _COMMAS))
_ASCII_STOPS: Final = tuple(filter(str.isascii, _STOPS))
_TERMINALS: Final = tuple(".!?。！？।؟")
_CLOSINGS: Final = "\"”»“'’)」』]"
_STRONG: Final = word_set("strong b em i")
_KEY_OF: Final = 90  # characters at the beginning of a line, to find it elsewhere by
_LEAST_KEY: Final = 20
_LEAST_BODY: Final = 200  # letters of an `articleBody` that is worth a look
_LONGEST_EMPHASIS: Final = 240
_FAR: Final = 60
_UNNAMED: Final = word_set("html body main article h1 h2 h3 h4 h5 h6")


class Told(NamedTuple):
    """What a page says of its article elsewhere: the text, and a summary, "" where it does not; and what it says that
    it is, in its record (1 a posting, 2 an article, 3 a news article) and to networks (1 a site's page, 2 an article).
    """

    body: str = ""
    summary: str = ""
    recorded: int = 0
    announced: int = 0


def columns(survey: Survey, lines: Lines, regions: Regions, told: Told) -> Columns:
    """The features of every line."""
    of_texts = _of_texts(survey, lines, told)
    return {
        **of_texts,
        **_of_surroundings(survey, lines),
        **_of_places(survey, lines, regions),
        **_of_regions(survey, lines, regions),
        **_of_kin(survey, lines, regions),
        **_of_neighbours(lines, of_texts["tag"]),
        "recorded": [told.recorded] * len(lines),
        "announced": [told.announced] * len(lines),
    }


def _of_texts(survey: Survey, lines: Lines, told: Told) -> Columns:
    """What a line is by itself."""
    copies = Counter(lines.texts)
    return {
        "tag": [_TAGS.get(survey.tags[number], _OTHER) for number in lines.numbers],
        "size": [min(size, 2000) for size in lines.sizes],
        "links": lines.links,
        "commas": [_count(text, _COMMAS, _ASCII_COMMAS) for text in lines.texts],
        "stops": [_count(text, _STOPS, _ASCII_STOPS) for text in lines.texts],
        "end": [_end(text) for text in lines.texts],
        "strong": [_strong(survey, *each) for each in zip(lines.numbers, lines.sizes, strict=True)],
        "copies": [min(copies[text], 4) for text in lines.texts],
        **_of_told(lines, told),
    }


def _of_told(lines: Lines, told: Told) -> Columns:
    """Whether the page says a line elsewhere: as a part of its article's text, or of its summary."""
    body, summary = letters_of(told.body), letters_of(told.summary)
    if len(body) < _LEAST_BODY and not summary:
        return {"told": [0] * len(lines), "summed": [0] * len(lines)}
    keys = [letters_of(text[:_KEY_OF]) for text in lines.texts]
    return {
        "told": [_in_body(key, body) for key in keys],
        "summed": [int(len(key) > _LEAST_KEY and _is_told(key, summary)) for key in keys],
    }


def _count(text: str, marks: tuple[str, ...], of_ascii: tuple[str, ...]) -> int:
    return sum(map(text.count, of_ascii if text.isascii() else marks))


def _end(text: str) -> int:
    """1 after a sentence, 2 at a colon, 3 where it is cut, else 0."""
    if text.endswith(("…", "...")):
        return 3
    bare = text.rstrip(_CLOSINGS)
    return 1 if bare.endswith(_TERMINALS) else 2 if bare.endswith((":", "：")) else 0


def _is_told(key: str, summary: str) -> bool:
    return key in summary or (len(summary) > _LEAST_KEY and summary[:60] in key)


def _in_body(key: str, body: str) -> int:
    return 0 if len(body) < _LEAST_BODY else 1 if key and key in body else 2


def _strong(survey: Survey, number: int, size: int) -> int:
    """How much of a short line is bold or italic."""
    if size >= _LONGEST_EMPHASIS:
        return 0
    held, inner, end = 0, number + 1, survey.ends[number]
    while inner < end:
        if survey.tags[inner] in _STRONG:
            held += survey.chars[inner]
            inner = survey.ends[inner]
        else:
            inner = inner + 1 if survey.tags[inner] in PHRASING else survey.ends[inner]
    return 100 * held // survey.own[number]


_Around: TypeAlias = "tuple[int, int, int, int, int]"
"""What is true of an element because of what is around it: depth, within, named, low, high."""


def _of_surroundings(survey: Survey, lines: Lines) -> Columns:
    """What a line is a piece of, the steps up to an element named as chrome, and what the names around it weigh."""
    known: dict[int, _Around] = {-1: (0, 0, 9, 0, 0)}
    around = [_around(survey, number, known) for number in lines.numbers]
    return {name: [each[at] for each in around] for at, name in enumerate(_SURROUNDINGS)}


def _around(survey: Survey, number: int, known: dict[int, _Around]) -> _Around:
    way = []
    while number not in known:
        way.append(number)
        number = survey.parents[number]
    depth, within, named, low, high = known[number]
    for inner in reversed(way):
        depth, within, named = depth + 1, _PIECES.get(survey.tags[inner], within), named + 1 if named < 9 else 9
        if names := survey.names[inner]:
            if survey.tags[inner] not in _UNNAMED and names_chrome(names):
                named = 0
            lowest, highest = weights_of(names)
            low = min(low, lowest)
            high = max(high, highest)
        known[inner] = depth, within, named, low, high
    return depth, within, named, low, high


def _of_places(survey: Survey, lines: Lines, regions: Regions) -> Columns:
    """Where a line stands on the page: against its text, its h1, its paragraphs."""
    total = sum(lines.sizes) or 1
    before = accumulate(lines.sizes[:-1], initial=0)
    h1 = next(iter(survey.by_tag.get("h1", ())), -1)
    first = next((at for at, number in enumerate(lines.numbers) if number >= h1), 0) if h1 >= 0 else None
    count = len(lines)
    return {
        "position": [100 * size // total for size in before] if count else [],
        "after_h1": [-200 if first is None else at - first for at in range(count)],
        "until_prose": _until(lines.prose),
        "lines": [min(count, 500)] * count,
        "prose": [min(regions.total, 20_000)] * count,
    }


def _until(prose: list[int]) -> list[int]:
    """How many lines on the next paragraph comes."""
    found, ahead = [], _FAR
    for each in reversed(prose):
        found.append(ahead)
        ahead = 1 if each else min(ahead + 1, _FAR)
    return found[::-1]


def _of_regions(survey: Survey, lines: Lines, regions: Regions) -> Columns:
    """How much of the page's prose is around a line, and how far the line is from where most of it stands."""
    total, prose = regions.total, regions.prose
    parents = [max(survey.parents[number], 0) for number in lines.numbers]
    above = [max(survey.parents[number], 0) for number in parents]
    known = {number: (up, 0, number) for number, up in regions.above.items()}
    ways = [_way(survey, number, known) for number in lines.numbers]
    links_above = {parent: _links_above(survey, parent) for parent in set(parents)}
    rooted = [survey.within(number, regions.roots) for number in lines.numbers]
    share = 100 * sum(prose.get(root, 0) for root in regions.roots) // total
    return {
        "parent_prose": [100 * regions.own_prose[parent] // total for parent in parents],
        "parent_lines": [min(regions.own_count[parent], 100) for parent in parents],
        "parent_share": [100 * prose[parent] // total for parent in parents],
        "grandparent_share": [100 * prose[parent] // total for parent in above],
        "parent_links": [100 * survey.linked[parent] // (survey.chars[parent] or 1) for parent in parents],
        "links_above": [links_above[parent] for parent in parents],
        "up": [up for up, _, _ in ways],
        "down": [down for _, down, _ in ways],
        "common_share": [100 * prose.get(common, 0) // total for _, _, common in ways],
        "rooted": [int(each) for each in rooted],
        "root_share": [share] * len(lines),
    }


def _way(survey: Survey, number: int, known: dict[int, tuple[int, int, int]]) -> tuple[int, int, int]:
    """The way from the densest element to a line: steps up, steps down, and the element where it turns."""
    way = []
    while number not in known:
        way.append(number)
        number = survey.parents[number]
    up, down, common = known[number]
    for inner in reversed(way):
        down += 1
        known[inner] = up, down, common
    return up, down, common


def _links_above(survey: Survey, number: int) -> int:
    """The highest share of links in the five elements around a line."""
    highest = 0
    for _ in range(5):
        if number <= 0:
            break
        if linked := survey.linked[number]:
            highest = max(highest, 100 * linked // survey.chars[number])
        number = survey.parents[number]
    return highest


def _of_kin(survey: Survey, lines: Lines, regions: Regions) -> Columns:
    """The lines named as this one, and the elements around it that are one of a series."""
    kinds = [_kind(survey, number) for number in lines.numbers]
    count: dict[tuple[str, str, str], int] = {}
    sizes: dict[tuple[str, str, str], int] = {}
    prose: dict[tuple[str, str, str], int] = {}
    for kind, size, each in zip(kinds, lines.sizes, lines.prose, strict=True):
        count[kind] = count.get(kind, 0) + 1
        sizes[kind] = sizes.get(kind, 0) + size
        prose[kind] = prose.get(kind, 0) + each
    series = _series(survey, regions)
    parents = [survey.parents[number] for number in lines.numbers]
    known = {parent: _repeated(survey, regions, series, parent) for parent in set(parents)}
    repeated = [known[parent] for parent in parents]
    return {
        "alike": [min(count[kind], 50) for kind in kinds],
        "alike_size": [sizes[kind] // count[kind] for kind in kinds],
        "alike_share": [100 * prose[kind] // regions.total for kind in kinds],
        "series": [length for length, _ in repeated],
        "series_prose": [held for _, held in repeated],
    }


def _kind(survey: Survey, number: int) -> tuple[str, str, str]:
    parent = survey.parents[number]
    return survey.tags[number], survey.names[number], survey.names[parent] if parent >= 0 else ""


def _series(survey: Survey, regions: Regions) -> dict[int, int]:
    """How many children of its parent bear an element's tag and names, for the elements around lines."""
    found: dict[int, int] = {}
    for children in regions.children.values():
        if len(children) > 2:
            kinds = [(survey.tags[child], survey.names[child]) for child in children]
            lengths = Counter(kinds)
            for child, kind in zip(children, kinds, strict=True):
                found[child] = min(lengths[kind], 100)
    return found


def _repeated(survey: Survey, regions: Regions, series: dict[int, int], number: int) -> tuple[int, int]:
    """The nearest of six elements above that is one of three or more: how many they are, and its prose."""
    for _ in range(6):
        if number <= 0:
            break
        if (length := series.get(number, 1)) >= 3:
            return length, min(regions.prose.get(number, 0), 3000)
        number = survey.parents[number]
    return 0, 0


def _of_neighbours(lines: Lines, tags: list[int]) -> Columns:
    """The size of the line before and of the two after, and the tag of the one after."""
    sizes = [min(size, 1000) for size in lines.sizes]
    return {
        "before_size": [-1, *sizes[:-1]][: len(sizes)],
        "after_size": [*sizes[1:], -1][: len(sizes)],
        "after2_size": [*sizes[2:], -1, -1][: len(sizes)],
        "after_tag": [*tags[1:], 0][: len(sizes)],
    }
