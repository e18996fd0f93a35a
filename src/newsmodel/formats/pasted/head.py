"""What stands above the text: breadcrumbs, section label, headline, standfirst, byline, date."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

import attrs

from newsmodel.formats.pasted.lines import Line, is_label, is_prose, is_sentence
from newsmodel.model import Section
from newsmodel.model.frozen import MAXIMUM_DEPTH
from newsmodel.phrases.bylines import has_lead, is_byline, names_in
from newsmodel.phrases.captions import is_caption
from newsmodel.phrases.counts import comment_count
from newsmodel.phrases.dates import is_modification, written_date
from newsmodel.phrases.furniture import is_furniture_around
from newsmodel.report import Report

_MOST_LINES: Final = 30
_CRUMBS: Final = re.compile(r"[>»›→]|\s/\s|\|(?=[^>»›→]{0,200}[>»›→])")
_HOME: Final = frozenset(
    {"home", "start", "startseite", "accueil", "inicio", "início", "hjem", "hem", "główna", "главная"}
)
_PARTS: Final = re.compile(
    r"(?<!\s)\s++[|•·–—-]\s++|(?:(?<!\s)\s++)?+[|•·]\s*+|\t"
    r"|,\s++(?=\w{1,20}\.? \d{1,2},? \d{4}|\d{1,2}\.? \w{1,20} \d{4})"
)
_FILED: Final = re.compile(
    r"(?:section|category|categories|filed under|posted in|published in|in|ressort|rubrik|kategorie|rubrique|catégorie"
    r"|sección|categoría|seção|categoria|sezione|rubriek|kategori|kategoria|rubryka|раздел|рубрика)\s*[:：]\s*(.{2,40})",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"(?:(?:senior|chief|staff|political|business|science|health|sports?|foreign|national|city|local|associate|deputy)\s)*"
    r"(?:staff writer|writer|reporter|correspondent|editor|columnist|contributor|journalist|redakteur(?:in)?"
    r"|korrespondent(?:in)?|reporter(?:in)?|journaliste|redactora?|corresponsal|giornalista|journalist)",
    re.IGNORECASE,
)
_HEADLINE_WORDS: Final = 4
_FEW_WORDS: Final = 2
_LEAST_STANDFIRST: Final = 25
_LONGEST_TRAIL: Final = 200
_LONGEST_CRUMB: Final = 60
_LONGEST_HEADLINE: Final = 250


@attrs.define
class Head:
    """What was found above the text; `length` lines of it."""

    length: int = 0
    section: Section | None = None
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    names: tuple[str, ...] = ()
    role: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    captions: list[Line] = attrs.Factory(list)
    dropped: list[Line] = attrs.Factory(list)


def read_head(lines: list[Line], report: Report) -> Head:
    """The head of a pasted page. It ends where the text begins: at the first sentence below the headline."""
    head = Head()
    titles: list[Line] = []
    position = 0
    for position, line in enumerate(lines[:_MOST_LINES]):
        if _takes(head, line, report):
            continue
        is_text = is_sentence(line.text) if titles else is_prose(line.text)
        if is_text and not (titles and _is_standfirst(lines, position)):
            break
        titles.append(line)
        if len(titles) > _MOST_TITLES:
            break
    else:
        position = min(len(lines), _MOST_LINES)
    head.length = position
    left = _settle(head, titles)
    if left:  # lines that are no part of the head after all: the text begins with the first of them
        head.length = next(at for at, line in enumerate(lines) if line == left[0])
    return head


_MOST_TITLES: Final = 4


def _is_standfirst(lines: list[Line], position: int) -> bool:
    """Whether a byline or a date stands right behind a sentence: then it is still above the text."""
    following = lines[position + 1 : position + 2]
    return bool(following) and (is_byline(following[0].text) or written_date(following[0].text) is not None)


def _takes(head: Head, line: Line, report: Report) -> bool:
    """Whether a line is some other part of the head than its titles; it is then put where it belongs."""
    text = line.text
    if crumbs := _trail(text):
        head.section = crumbs
    elif filed := _FILED.fullmatch(text):
        head.section = head.section or Section(filed[1].strip())
    elif _takes_credits(head, line, report):
        return True
    elif head.byline and not head.role and _ROLE.fullmatch(text):
        head.role = text
    elif is_caption(text):
        head.captions.append(line)
    elif is_furniture_around(text) or comment_count(text):
        head.dropped.append(line)
    else:
        return False
    return True


def _takes_credits(head: Head, line: Line, report: Report) -> bool:
    """A byline, a date, or both in one line with what stands between: "By Jane Doe | March 3, 2026 | 4 min read"."""
    parts = [line.text] if written_date(line.text) else _PARTS.split(line.text)
    kinds = [_kind(part) for part in parts]
    if (
        not {"byline", "date"} & set(kinds)
        or kinds.count("") > 1
        or ("" in kinds and not is_label(parts[kinds.index("")]))
    ):
        return False
    for part, kind in zip(parts, kinds, strict=True):
        if kind == "byline":
            head.byline, head.names = head.byline or part, head.names or names_in(part)
        elif kind == "date":
            _take_date(head, part, line, report)
        elif kind == "role":
            head.role = head.role or part
        elif kind == "":
            head.section = head.section or Section(part)
    return True


def _kind(part: str) -> str:
    if is_byline(part) or (has_lead(part) and names_in(part) and len(part.split()) <= 6):
        return "byline"
    if written_date(part):
        return "date"
    if _ROLE.fullmatch(part):
        return "role"
    return "furniture" if is_furniture_around(part) or comment_count(part) else ""


def _take_date(head: Head, part: str, line: Line, report: Report) -> None:
    parsed = written_date(part)
    if parsed is None or "day" in parsed.missing:
        return
    if "zone" in parsed.missing:
        report.notice("date-without-zone", f"“{part}” names no zone; UTC is assumed", source=f"line {line.number}")
    if is_modification(part):
        head.modified = head.modified or parsed.value
    else:
        head.published = head.published or parsed.value


def _trail(text: str) -> Section | None:
    """Breadcrumbs as a chain of sections: "Home > News > Immigration"."""
    if len(text) > _LONGEST_TRAIL:
        return None
    parts = [part.strip() for part in _CRUMBS.split(text) if part.strip()]
    if not 2 <= len(parts) <= MAXIMUM_DEPTH or not all(len(part) <= _LONGEST_CRUMB for part in parts):
        return None
    if parts[0].casefold() not in _HOME and not (len(parts) > 2 and all(map(is_label, parts))):
        return None
    chain: Section | None = None
    for part in parts:
        if part.casefold() not in _HOME and is_label(part):
            chain = Section(part, parent=chain)
    return chain


def _settle(head: Head, titles: list[Line]) -> list[Line]:
    """Tells section label, headline and standfirst apart; gives the lines that are none of them."""
    rest = list(titles)
    if len(rest) > 1 and _labels(rest[0].text, rest[1].text):
        label = rest.pop(0).text
        head.section = head.section or Section(label)
    if rest and len(rest[0].text) <= _LONGEST_HEADLINE:
        head.headline = rest.pop(0).text
    if rest and is_label(rest[0].text) and head.section is None:
        head.section = Section(rest.pop(0).text)
    if rest and len(rest[0].text) >= _LEAST_STANDFIRST:
        head.standfirst = rest.pop(0).text
    return rest


def _labels(line: str, following: str) -> bool:
    """Whether a line is the section label above a headline; of two short lines the much shorter one is the label."""
    if not is_label(line) or is_sentence(following):
        return False
    is_reversed = is_label(following) and len(line.split()) >= _HEADLINE_WORDS and len(following.split()) <= _FEW_WORDS
    return not is_reversed
