"""Hypothesis strategies for the model: articles and all their parts, for property tests of one's own.

    from hypothesis import given
    from newsmodel.strategies import articles

    @given(articles())
    def test_my_template_shows_every_headline(article): ...

Every strategy takes a size. "small" is an article of a few fields; "typical" looks like a newsroom's, with an odd
corner here and there; "hostile" is anything that the model can hold: markup and Markdown in every string, white space
of every kind, unsafe links, marks in every order, containers nested to the bound, rings of replies.

With Hypothesis installed `hypothesis.strategies.from_type(Article)` works too, for every class of the model.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar, cast

from hypothesis import strategies as st

import newsmodel.model as model
from newsmodel.strategies import nodes as _nodes
from newsmodel.strategies.pool import pool
from newsmodel.strategies.sizes import SizeName, size_of

__all__ = [
    "SizeName",
    "articles",
    "blocks",
    "comment_threads",
    "comments",
    "concepts",
    "datetimes",
    "feeds",
    "frozen_maps",
    "inlines",
    "marks",
    "media",
    "nodes",
    "outline_sections",
    "people",
    "pool",
    "sections",
    "spans",
    "texts",
]

N = TypeVar("N", bound=model.Node)


def nodes(cls: type[N], size: SizeName = "typical") -> st.SearchStrategy[N]:
    """Nodes of *cls*, a class of the model or a kind of block of one's own; of an abstract class, of any under it.

    Raises TypeError for a class that has a field which the model could not hold.
    """
    chosen, kind = size_of(size), cast(Any, cls)
    return _nodes.nodes(kind, chosen, chosen.depth)


def articles(size: SizeName = "typical") -> st.SearchStrategy[model.Article]:
    """Articles, with all that they can hold."""
    return nodes(model.Article, size)


def feeds(size: SizeName = "small") -> st.SearchStrategy[model.Feed]:
    """Feeds of a few articles."""
    return nodes(model.Feed, size)


def blocks(size: SizeName = "typical") -> st.SearchStrategy[model.Block]:
    """Blocks of every kind of the model, paragraphs the most frequent."""
    return nodes(model.Block, size)


def texts(size: SizeName = "typical") -> st.SearchStrategy[model.Text]:
    """Rich text, mostly plain."""
    return _nodes.texts(size_of(size), size_of(size).depth)


def inlines(size: SizeName = "typical") -> st.SearchStrategy[model.Inline]:
    """Spans, line breaks, images in the line, references to footnotes, unknown inlines."""
    return nodes(model.Inline, size)


def spans(size: SizeName = "typical") -> st.SearchStrategy[model.Span]:
    """Runs of text under marks."""
    return nodes(model.Span, size)


def marks(size: SizeName = "typical") -> st.SearchStrategy[model.Mark]:
    """Styles, links, mentions, language runs, unknown marks."""
    return nodes(model.Mark, size)


def media(size: SizeName = "typical") -> st.SearchStrategy[model.Media]:
    """Pictures, films, sound and files."""
    return nodes(model.Media, size)


def comments(size: SizeName = "typical") -> st.SearchStrategy[model.Comment]:
    """Single comments; those of one thread are better drawn with `comment_threads`."""
    return nodes(model.Comment, size)


def comment_threads(size: SizeName = "typical") -> st.SearchStrategy[model.CommentThread]:
    """Threads whose comments have ids of their own, some of them replies."""
    return nodes(model.CommentThread, size)


def sections(size: SizeName = "typical") -> st.SearchStrategy[model.Section]:
    """Sections of a publication, with their parents."""
    return nodes(model.Section, size)


def people(size: SizeName = "typical") -> st.SearchStrategy[model.Person]:
    """Journalists, photographers, speakers."""
    return nodes(model.Person, size)


def concepts(size: SizeName = "typical") -> st.SearchStrategy[model.Concept]:
    """Subjects, people, places, keywords."""
    return nodes(model.Concept, size)


def outline_sections(size: SizeName = "typical") -> st.SearchStrategy[model.OutlineSection]:
    """Sections of the nested view of a body."""
    return st.lists(blocks(size), min_size=1, max_size=6).map(lambda body: model.Article(body=body).outline()[0])


def datetimes(size: SizeName = "typical") -> st.SearchStrategy[datetime]:
    """Aware datetimes with a fixed offset of whole minutes, some with microseconds."""
    return size_of(size).instants


def frozen_maps(size: SizeName = "typical") -> st.SearchStrategy[model.FrozenMap]:
    """Free JSON data."""
    return size_of(size).maps("data")


def _strategy_for(cls: type[Any]) -> st.SearchStrategy[Any]:
    """What `hypothesis.strategies.from_type` draws for a class of the model."""
    special: dict[type[Any], st.SearchStrategy[Any]] = {
        model.Text: texts(),
        model.FrozenMap: frozen_maps(),
        model.OutlineSection: outline_sections(),
        model.Feed: feeds(),
    }
    return special[cls] if cls in special else nodes(cls)
