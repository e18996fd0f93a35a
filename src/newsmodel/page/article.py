"""The parts of a page put together into an article."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.markup.engine import Node, children
from newsmodel.markup.html import reader
from newsmodel.markup.html_media import figure
from newsmodel.markup.html_notes import footnotes
from newsmodel.markup.reading import Read
from newsmodel.model import Article, Block, Figure, Footnote, Image
from newsmodel.page.bylines import byline_fields
from newsmodel.page.comments import attached, comment_thread, find_discussion, markers_of, rejoined
from newsmodel.page.content import locate
from newsmodel.page.dating import date_fields
from newsmodel.page.features import Told
from newsmodel.page.headlines import headline_fields
from newsmodel.page.hints import Hints
from newsmodel.page.live import live_posts, live_rules
from newsmodel.page.pictures import lead_image, same_picture
from newsmodel.page.places import place_fields
from newsmodel.page.repeats import without_repeats
from newsmodel.page.sharing import share_fields
from newsmodel.page.sources import Sources, read_sources
from newsmodel.page.subjects import subject_fields
from newsmodel.page.survey import Survey
from newsmodel.page.values import first, line
from newsmodel.report import Report


def read_article(root: Node, report: Report, url: str | None, hints: Hints) -> Article:
    """See `newsmodel.page.read_page`."""
    survey = Survey(root)
    sources = read_sources(survey, report, url, explains=hints.explain)
    discussion = find_discussion(survey)
    markers, marks = markers_of(survey) if discussion.holds_feedback else ([], set())
    fields = metadata(sources)
    image = lead_image(sources)
    blocks, notes = _body(sources, discussion.sections | marks, hints)
    lead, body = _lead(image, without_repeats(rejoined(blocks, markers), fields))
    article = Article(**fields, lead_media=lead, body=body, notes=notes, comments=comment_thread(sources, discussion))
    return attached(article, markers)


def metadata(sources: Sources) -> dict[str, Any]:
    """The fields of an article that are no content."""
    return {
        **headline_fields(sources),
        **byline_fields(sources),
        **date_fields(sources),
        **place_fields(sources),
        **subject_fields(sources),
        **share_fields(sources),
    }


def _body(sources: Sources, sections: set[int], hints: Hints) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    survey, report = sources.survey, sources.report
    content = locate(survey, sections, told_of(sources), within=hints.roots(survey, report))
    left_out = {survey.nodes[number] for number in content.left_out}
    rules = live_rules(survey, live_posts(survey, sources.found, sources.by_id))
    read = Read(
        hints.reader or reader,
        report,
        url=sources.base or None,
        skip=left_out.__contains__,
        rules=rules | dict.fromkeys((survey.nodes[number] for number in content.figures), figure),
        explain=hints.explain,
        notes={},
        prose=True,
    )
    blocks = read.blocks(child for number in content.roots for child in children(survey.nodes[number]))
    if not blocks:
        report.notice("no-body", "nothing on the page reads like the body of an article")
    return blocks, footnotes(read)


def told_of(sources: Sources) -> Told:
    """What the page says of its article elsewhere."""
    summary = line(first(sources.article.get("description"))) or sources.head.first("og:description", "description")
    return Told(line(first(sources.article.get("articleBody"))), summary)


def _lead(image: Image | None, body: tuple[Block, ...]) -> tuple[Image | None, tuple[Block, ...]]:
    """The lead picture, and the body without it if it opens with the same one; its caption and credit are kept."""
    opening = body[0] if body else None
    shown = opening.media if isinstance(opening, Figure) else opening
    if image is None or not isinstance(shown, Image) or not same_picture(image.url, shown.url):
        return image, body
    return (
        attrs.evolve(
            image,
            alt=shown.alt or image.alt,
            caption=shown.caption or image.caption,
            credit=shown.credit or image.credit,
        ),
        body[1:],
    )
