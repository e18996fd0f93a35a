"""The body of a page: found, read element by element, and completed by what the page says of it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from newsmodel.markup.engine import Node, children
from newsmodel.markup.html import reader
from newsmodel.markup.html_media import figure
from newsmodel.markup.html_notes import footnotes
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import Block, Footnote
from newsmodel.page.content.features import Told
from newsmodel.page.content.live import live_posts, live_rules
from newsmodel.page.content.locating import Content, locate
from newsmodel.page.content.notices import with_notices
from newsmodel.page.content.questions import question_rules, with_questions
from newsmodel.page.content.scripts import fuller_body
from newsmodel.page.hints import Hints
from newsmodel.page.sources import Sources
from newsmodel.page.values import first, line, types

_RECORDED: Final = {"Posting": 1, "Article": 2, "NewsArticle": 3}  # ends of the names of types: "OpinionNewsArticle"
_ANNOUNCED: Final = {"website": 1, "article": 2}


class Body(NamedTuple):
    """The blocks, the footnotes that they refer to, and where on the page they are from."""

    blocks: tuple[Block, ...]
    notes: tuple[Footnote, ...]
    content: Content


def read_body(sources: Sources, sections: set[int], hints: Hints) -> Body:
    """The body of a page. *sections*: what is none of it, comments above all.

    Noticed: `no-body`, `body-from-script`.
    """
    survey, report = sources.survey, sources.report
    content = locate(survey, sections, told_of(sources), within=hints.roots(survey, report))
    left_out = {survey.nodes[number] for number in content.left_out}
    read = Read(
        hints.reader or reader,
        report,
        url=sources.base or None,
        skip=left_out.__contains__,
        rules=_rules(sources, content),
        explain=hints.explain,
        notes={},
        prose=True,
    )
    blocks = read.blocks(child for number in content.roots for child in children(survey.nodes[number]))
    blocks = with_notices(with_questions(blocks if hints.root else fuller_body(blocks, sources), sources))
    if not blocks:
        report.notice("no-body", "nothing on the page reads like the body of an article")
    return Body(blocks, footnotes(read), content)


def _rules(sources: Sources, content: Content) -> Mapping[Node, Rule]:
    """The rules for single elements: questions, live posts, boxes around pictures."""
    survey = sources.survey
    boxes = dict.fromkeys((survey.nodes[number] for number in content.figures), figure)
    return {**question_rules(survey), **live_rules(survey, live_posts(survey, sources.found, sources.by_id)), **boxes}


def told_of(sources: Sources) -> Told:
    """What the page says of its article elsewhere."""
    record, head = sources.article, sources.head
    summary = line(first(record.get("description"))) or head.first("og:description", "description")
    kinds = [_RECORDED[kind] for kind in _RECORDED if any(name.endswith(kind) for name in types(record))]
    announced = _ANNOUNCED.get(head.first("og:type").lower(), 0)
    return Told(line(first(record.get("articleBody"))), summary, max(kinds, default=0), announced)
