"""The parts of a page put together into an article."""

from __future__ import annotations

from typing import Any, Final

import attrs

from newsmodel.markup.engine import Node
from newsmodel.model import Article, Block, Figure, Image
from newsmodel.page.comments import attached, comment_thread, find_discussion, markers_of, rejoined
from newsmodel.page.content.body import read_body
from newsmodel.page.content.repeats import without_repeats
from newsmodel.page.hints import Hints
from newsmodel.page.metadata.access import seen_access
from newsmodel.page.metadata.bylines import byline_fields
from newsmodel.page.metadata.dating import date_fields
from newsmodel.page.metadata.headlines import headline_fields
from newsmodel.page.metadata.pictures import lead_image, same_picture
from newsmodel.page.metadata.places import place_fields
from newsmodel.page.metadata.sharing import share_fields
from newsmodel.page.metadata.subjects import subject_fields
from newsmodel.page.sources import Sources, read_sources
from newsmodel.page.survey import Survey
from newsmodel.report import Report

_OPENING: Final = 2  # blocks


def read_article(root: Node, report: Report, url: str | None, hints: Hints) -> Article:
    """See `newsmodel.page.read_page`."""
    survey = Survey(root)
    sources = read_sources(survey, report, url, explains=hints.explain)
    discussion = find_discussion(survey)
    markers, marks = markers_of(survey) if discussion.holds_feedback else ([], set())
    fields = metadata(sources)
    image = lead_image(sources)
    blocks, notes, content = read_body(sources, discussion.sections | marks, hints)
    lead, body = _lead(image, without_repeats(rejoined(blocks, markers), fields))
    fields["access"] = seen_access(fields["access"], body, sources, content.roots, content.left_out)
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


def _lead(image: Image | None, body: tuple[Block, ...]) -> tuple[Image | None, tuple[Block, ...]]:
    """The lead picture, and the body without it if it opens with the same one; its caption and credit are kept.

    Above the picture may stand one block: many pages put the standfirst there.
    """
    for at, block in enumerate(body[:_OPENING]):
        shown = block.media if isinstance(block, Figure) else block
        if image is not None and isinstance(shown, Image) and same_picture(image.url, shown.url):
            return _completed(image, shown), (*body[:at], *body[at + 1 :])
    return image, body


def _completed(image: Image, shown: Image) -> Image:
    """A picture that the page names, with what is said of it where it is shown."""
    return attrs.evolve(
        image,
        alt=shown.alt or image.alt,
        caption=shown.caption or image.caption,
        credit=shown.credit or image.credit,
    )
