"""HTML (the WHATWG's living standard): a page that carries the whole article, and the article of anyone's page.

Our own pages read back by the markup itself: semantic elements, and one `data-newsmodel` attribute on an element for
what has no visible place. JSON-LD (schema.org `NewsArticle`), Open Graph and the Twitter card in the head are for
others, and never read back from our own pages. A person's edit of the visible text is what the reader sees.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from newsmodel.embedded import whole
from newsmodel.errors import FormatError
from newsmodel.fitting import Fitter, redact
from newsmodel.format import Format, beginning
from newsmodel.formats.html.clean import CLEAN, CLEAN_FINISH
from newsmodel.formats.html.raw import standing_alone
from newsmodel.markup import engine
from newsmodel.markup.own_record import read_own
from newsmodel.markup.own_trust import beside, find_own, notice_untrusted
from newsmodel.markup.reading import Reader
from newsmodel.model import Article, Document, Feed
from newsmodel.page import read_page
from newsmodel.rendering.html import html
from newsmodel.rendering.renderer import Out, Renderer
from newsmodel.report import Report


def parse(
    data: bytes,
    report: Report,
    *,
    url: str | None = None,
    root: str | None = None,
    reader: Reader | None = None,
    explain: bool = False,
    own: bool | None = None,
) -> Document:
    """The article, or the feed, of a page or a fragment.

    url: where the page is from; relative links are joined to it, but for those of our own pages, which are kept.
    root: a CSS selector of the elements that hold the article. reader: your rules for elements, `reader.using({...})`.
    Both are for pages that are not ours.
    explain: tell the report, for a page that is not ours, which source of each piece of metadata was taken over which
    others (`chosen`, `sources-disagree`).
    own: whether this is ours, so that our elements and their `data-newsmodel` are believed. None asks the page: it is
    ours if its head names newsmodel as the generator, or if it is a fragment that holds our element alone. True for a
    page of your own into which you put our element; False for pages of strangers, who may claim to be us.
    Diagnostics: `attribute-unreadable`, `element-unreadable`, `character-replaced`, `own-markup-untrusted`,
    `edit-without-effect`, and those of `newsmodel.page`. Losses: `container-too-deep` flattened, `mark-too-deep`
    dropped; `formatting-left-open` flattened, with the diagnostic `root-repeated`, where a parser would make more of
    the page than there is (`newsmodel.limits`); of our own pages `element-unplaced` and `comment` dropped, with the
    words that a person put where nothing has its place. Raises FormatError for what is no page.
    """
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise FormatError("the page is empty", format="html", line=1, column=1)
    _refuse_other_files(data)
    document = engine.parse(data, report)
    ours = find_own(document, own)
    if ours is not None:
        notice_untrusted(beside(ours), report)
        return read_own(ours, report)
    notice_untrusted([document], report)
    return read_page(document, report, url=url, root=root, reader=reader, explain=explain)


_BINARY = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"\x7fELF",
    b"BM",
    b"\x00\x00\x01\x00",
)


def _refuse_other_files(data: bytes) -> None:
    """A picture, a PDF or an archive parses as HTML, into noise."""
    if data.startswith(_BINARY) and b"<" not in data[4:64]:
        raise FormatError("this is a binary file, no page", format="html", mend="pass the page itself, uncompressed")


def fit(
    document: Any, report: Report, *, internal: bool = False, clean: bool = False, renderer: Renderer | None = None
) -> Any:
    """What a page carries of *document*: everything but what is internal, and blocks of one's own kind as they lower.

    internal: write editors' notes, e-mail and IP addresses too. clean: without `data-newsmodel`, and so without what
    stands there. Losses: `article.internal`, `comment.private`, `person.email` redacted; a kind of one's own that the
    renderer has no rule for, flattened; with clean, every field without a visible place, dropped.
    """
    document = document if internal else redact(document, report)
    own = renderer.table.keys() - html.table.keys() if renderer else ()
    fitted = _fit_with(frozenset(own))(document, report)
    if not clean:
        return fitted
    if isinstance(fitted, tuple):
        cleaned = (_CLEAN(block, report) for block in fitted)
        return tuple(part for block in cleaned for part in (block if isinstance(block, tuple) else (block,)))
    return _CLEAN(fitted, report)


@lru_cache(maxsize=16)  # a fitter plans its walk once, which costs more than most walks
def _fit_with(own: frozenset[type[Any]]) -> Fitter:
    """The fit of a renderer that has rules for these kinds of block of one's own: they are carried as they are."""
    return Fitter(dict.fromkeys(own, _as_it_is))


def _as_it_is(node: Any, _place: Any) -> Any:
    return node


_CLEAN = Fitter(CLEAN, CLEAN_FINISH, own_kinds=True)


def render(
    document: Any,
    *,
    fragment: bool = False,
    internal: bool = False,
    clean: bool = False,
    raw: bool = False,
    comment_media: bool = False,
    renderer: Renderer | None = None,
) -> bytes:
    """A complete page; for a node that is no article or feed, its element.

    fragment: only the `article` element. internal, clean: as for `fit`. raw: write the content of `RawBlock`s of HTML
    as markup; only for content that you trust. What it leaves open is closed; what would not stay in its element (`li`
    without a list, `plaintext`) is kept without being shown. comment_media: load the pictures, films and sound in
    comments, which tells whoever keeps them who reads; otherwise they are inert.
    renderer: `newsmodel.rendering.html.html.using({...})`.
    """
    used = html if renderer is None else renderer
    options = {
        "fragment": fragment,
        "internal": internal,
        "clean": clean,
        "raw": standing_alone if raw else None,
        "comment_media": comment_media,
    }
    out = Out(used, Report(), options)
    if isinstance(document, tuple):  # what a block of one's own kind became
        return out.joined(map(out.render, document)).encode("utf-8")
    if not isinstance(document, (Article, Feed)):
        return out.render(document).encode("utf-8")
    if fragment:
        return out.default(document).encode("utf-8") + b"\n"
    if any(cls in used.own for cls in (Article, Feed) if isinstance(document, cls)):
        return out.render(document).encode("utf-8")  # a theme of the user's: its rule for the article is the page
    from newsmodel.rendering.template import page

    return page(document, out).encode("utf-8")


_PAGE = re.compile(rb"(?:(?><!--.*?-->)\s*+)*+(?:<\?xml[^>]*+>\s*+)?+<!doctype html|<html[\s>]", re.DOTALL)
_PART_OF_A_PAGE = re.compile(rb"<(html|head|body|article)[\s>]")
_FRAGMENT = re.compile(rb"<(!--|head|body|title|meta|article|section|main|div|p|h[1-6]|ul|ol|table|figure)\b")


def sniff(head: bytes) -> float:
    """By a doctype or the elements that only a page has."""
    text = beginning(head.replace(b"\x00", b"")).lower()  # UTF-16 has every other byte 0
    if _PAGE.match(text):
        return 0.9
    if text.startswith(b"<?xml") or not text.startswith(b"<"):
        return 0.3 if _PART_OF_A_PAGE.search(text) else 0.0
    return 0.6 if _FRAGMENT.match(text) else 0.0


FORMAT = Format(
    name="html",
    title="HTML (WHATWG)",
    spec="https://html.spec.whatwg.org/",
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    sniff=sniff,
    parse=parse,
    fit=fit,
    render=render,
    markup=whole,
)
