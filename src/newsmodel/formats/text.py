"""Plain text, as it is pasted, mailed and read aloud.

The headline comes first, underlined with "="; paragraphs follow, one empty line between them; line ends within a
paragraph stay. An underline with nothing above it says that there is no headline, where the first paragraph would be
taken for one, or where the text would be taken for a pasted page ("1 comment"). A feed becomes one article, its title
above the texts of its articles. Everything else is words in paragraphs (`newsmodel.rendering.text`), and reported as
flattened; the standfirst and the byline are the first two paragraphs of what is written. Comments are not carried,
unless `comments=True` makes them paragraphs of the body.
"""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.fitting import Fitter, Place, Rules, discussion, with_discussion
from newsmodel.format import Format
from newsmodel.markup.decoding import decode, encode
from newsmodel.model.article import Article, Feed
from newsmodel.model.block import Block
from newsmodel.model.blocks import Paragraph
from newsmodel.model.comments import CommentThread
from newsmodel.model.text import Text
from newsmodel.rendering.renderer import Renderer
from newsmodel.rendering.text import paragraphs, split_headline
from newsmodel.rendering.text import text as plain
from newsmodel.report import Report


def parse(data: bytes, report: Report, *, url: str | None = None) -> Article:
    """Text as an article of paragraphs, parted by blank lines, with the headline if its first is underlined with "=".

    UTF-8, UTF-16 with its mark, else windows-1252 (a diagnostic says so); any line ends. url: where it comes from, for
    `canonical_url`; nothing in the text depends on it. Raises FormatError for binary data.
    """
    pieces = paragraphs(decode(data, report))
    headline = split_headline(pieces[0]) if pieces else None
    body = pieces if headline is None else pieces[1:]
    return Article(headline or "", body=[Paragraph(piece) for piece in body], canonical_url=url)


_rules = Rules()


@_rules(Article)
def _article(node: Article, place: Place) -> Any:
    node = place.clear(node, "internal", effect="redacted")
    for name in ("byline", "standfirst"):
        if words := getattr(node, name):
            fields: dict[str, Any] = {name: None, "body": (Paragraph(words), *node.body)}
            moved = attrs.evolve(node, **fields)
            node = place.replace(node, moved, f"article.{name}", "flattened", "it is a paragraph of the body")
    node = place.keep(node, "headline", "body")
    headline = "\n".join(paragraphs(str(node.headline)))
    return place.set(node, "flattened", headline=Text(headline))


@_rules(Feed)
def _feed(node: Feed, place: Place) -> Any:
    return place.keep(node, "title", "articles")


def _as_article(node: Feed, place: Place) -> Any:
    """A feed after its articles: nothing in a text parts them but their headlines, underlined as ever."""
    words = [piece for article in node.articles for piece in paragraphs(plain.render(article))]
    headline = "\n".join(paragraphs(str(node.title)))
    return place.replace(node, Article(headline, body=list(map(Paragraph, words))), "feed", "flattened")


@_rules(Block)
def _block(node: Block, place: Place) -> Any:
    words = paragraphs(plain.render(node))
    new = tuple(map(Paragraph, words))
    return place.replace(node, new, node.type, "flattened" if new else "dropped")


@_rules(Paragraph)
def _paragraph(node: Paragraph, place: Place) -> Any:
    node = place.keep(node, "text")
    node = place.set(node, "flattened", text=Text(str(node.text)))
    new = tuple(map(Paragraph, paragraphs(str(node.text))))
    return node if new == (node,) else place.replace(node, new, node.type, "altered" if new else "dropped")


_FIT = Fitter(_rules, {Feed: _as_article})
_FIT_WITH_DISCUSSION = Fitter({**_rules, Article: with_discussion(_article)}, {Feed: _as_article})


def fit(document: Any, report: Report, *, comments: bool = False) -> Any:
    """*document* as text can carry it: its words, in paragraphs.

    comments: the discussion becomes paragraphs at the end of the body, not lost.
    """
    if isinstance(document, CommentThread):
        document = discussion(document, report)
    if isinstance(document, (Article, Feed)):
        return (_FIT_WITH_DISCUSSION if comments else _FIT)(document, report)
    words = paragraphs(plain.render(document) or str(getattr(document, "name", "")))
    new = Paragraph(words[0]) if len(words) == 1 else Article(body=list(map(Paragraph, words)))
    return Place("$", report).replace(document, new, getattr(document, "type", "text"), "flattened")


def render(document: Any, *, renderer: Renderer = plain) -> bytes:
    """Any node as plain text, with a line end. renderer: `text.using({...})`, with rules of one's own."""
    text = renderer.render(document)
    return encode(f"{text}\n") if text else b""


def sniff(head: bytes) -> float:
    """Anything that is text may be plain text, so this says little."""
    return 0.2 if head and b"\x00" not in head and head.lstrip()[:1] not in (b"<", b"{", b"[") else 0.0


FORMAT = Format(
    name="text",
    title="Plain text",
    spec="https://www.rfc-editor.org/rfc/rfc2046#section-4.1",
    suffixes=(".txt", ".text"),
    media_types=("text/plain",),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
)
