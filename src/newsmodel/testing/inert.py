"""What a piece of HTML could do to the page that it is put into: everything that is not on a closed list.

Looked at twice, since what one parser takes for text another may take for a tag: in the tree of the HTML standard, and
tag by tag as the standard library's tokenizer sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from newsmodel.markup import engine

ELEMENTS = frozenset(
    {
        *(
            "article",
            "aside",
            "footer",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hgroup",
            "main",
            "nav",
            "section",
        ),
        *("blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre", "search", "ul"),
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "br",
            "cite",
            "code",
            "data",
            "dfn",
            "em",
            "i",
            "kbd",
            "mark",
            "q",
            "rp",
            "rt",
        ),
        *("ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "del", "ins"),
        *("audio", "img", "picture", "source", "track", "video", "details", "summary"),
        *("caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
    }
)
"""The elements that show something and do nothing else."""

PAGE = frozenset({"html", "head", "body", "title", "meta", "link", "style"})
"""Those that only a whole page may have besides."""

ATTRIBUTES = frozenset(
    {
        *("alt", "abbr", "cite", "class", "colspan", "content", "controls", "datetime", "dir", "download", "headers"),
        *("height", "hidden", "href", "id", "itemprop", "itemscope", "itemtype", "lang", "loading", "open", "poster"),
        *("preload", "rel", "role", "rowspan", "scope", "sizes", "span", "src", "srcset", "start", "target", "title"),
        *("type", "value", "width", "kind", "label", "srclang", "reversed", "decoding", "referrerpolicy"),
    }
)
"""The attributes that run nothing, besides `data-…` and `aria-…`."""

LINKS = frozenset({None, "http", "https", "mailto", "tel"})
SOURCES = frozenset({None, "http", "https", "data"})
"""The schemes that a link and a source may have; None is a relative address. Of data only pictures are let through."""

_ID = re.compile(r"[A-Za-z0-9]+-.+", re.DOTALL)  # with a hyphen, so that it names no variable of a script
_PICTURE = re.compile(r"data:(?:,$|image/(?:png|jpe?g|gif|webp|avif)[;,])", re.IGNORECASE)
_BLANK = re.compile(r"[\s\x00-\x20\x7f-\xa0\ufeff]+")
_DROPPED = re.compile(r"[\t\n\r]+")
_RELATIONS = frozenset({"opener"})


def dangers(markup: str) -> list[str]:
    """What in *markup* is not on the lists, as "<element>" or "<element>[attribute=value]"; [] if it is inert."""
    whole = markup.lstrip()[:15].lower().startswith("<!doctype html")
    known = ELEMENTS | PAGE if whole else ELEMENTS
    root = engine.parse(markup) if whole else engine.parse_fragment(markup)
    tree = [(engine.tag(each) or "", engine.attributes(each)) for each in engine.elements(root)]
    found = [danger for tag, values in (*tree, *_tokens(markup)) for danger in _of_element(tag, values, known)]
    return list(dict.fromkeys(found))


def _tokens(markup: str) -> list[tuple[str, dict[str, str]]]:
    tokenizer = _Tokenizer()
    tokenizer.feed(markup)
    tokenizer.close()
    return tokenizer.tags


class _Tokenizer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def _of_element(tag: str, values: dict[str, str], known: frozenset[str]) -> Iterator[str]:
    if tag == "script" and "html" in known and values == {"type": "application/ld+json"}:
        return
    if tag not in known:
        yield f"<{tag}>"
    for name, value in values.items():
        if not _harmless(tag, name, value, known):
            yield f"<{tag}>[{name}={value!r}]"


def _harmless(tag: str, name: str, value: str, known: frozenset[str]) -> bool:
    if name in ("charset", "name", "property"):
        return tag == "meta" and "html" in known
    if name in ("href", "cite"):
        return _scheme(value) in LINKS
    if name in ("src", "poster"):
        return _is_source(value)
    if name == "srcset":
        return all(_is_source(each.split()[0]) for each in value.split(",") if each.strip())
    if name == "id":
        return _ID.fullmatch(value) is not None
    if name == "target":
        return value == "_blank"
    if name == "rel":
        return not _RELATIONS & set(value.lower().split())
    return name in ATTRIBUTES or name.startswith(("data-", "aria-"))


def _is_source(url: str) -> bool:
    name = _scheme(url)
    return name in SOURCES and (name != "data" or _PICTURE.match(_BLANK.sub("", url)) is not None)


def _scheme(url: str) -> str | None:
    """The scheme as the most lenient reader sees it: whatever blank stands in front, and tabs and line ends in it."""
    before, colon, _ = url.partition(":")
    squeezed = _DROPPED.sub("", _BLANK.sub("", before, count=1) if _BLANK.match(before) else before).lower()
    return squeezed if colon and re.fullmatch(r"[a-z][a-z0-9+.-]*", squeezed) else None
