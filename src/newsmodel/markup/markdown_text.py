"""The inline events of a Markdown parser as rich text, HTML tags that have a mark of ours among them."""

from __future__ import annotations

import html
import re
from typing import Any

import attrs

from newsmodel.markup.decoding import cleaned
from newsmodel.model.text import FootnoteReference, Inline, InlineImage, LineBreak, Link, Mark, Span, Style
from newsmodel.report import Report
from newsmodel.urls import join

INLINE_TAGS = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SoftBreak(LineBreak):
    """The end of a line within a paragraph, before it is known to be no more than a space."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Small(Mark):
    """HTML's `small`, before it is known whether it is the credit of a figure."""


SMALL = Small()

_MARKS = {
    "Emphasis": Style("emphasis"),
    "Strong": Style("strong"),
    "Strikethrough": Style("strikethrough"),
    "Superscript": Style("superscript"),
    "Subscript": Style("subscript"),
}
_TAG_MARKS = {
    "b": Style("strong"),
    "strong": Style("strong"),
    "i": Style("emphasis"),
    "em": Style("emphasis"),
    "u": Style("underline"),
    "s": Style("strikethrough"),
    "strike": Style("strikethrough"),
    "del": Style("deletion"),
    "ins": Style("insertion"),
    "sub": Style("subscript"),
    "sup": Style("superscript"),
    "code": Style("code"),
    "tt": Style("code"),
    "kbd": Style("keyboard"),
    "mark": Style("highlight"),
    "q": Style("quotation"),
    "small": SMALL,
}
_EMPTY_COMMENT = "<!-- -->"  # parts two things that would be read as one
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(r"""\s([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")


class InlineReader:
    """Collects inlines. base: the address of the document. notes: folded labels of footnotes and their ids."""

    def __init__(self, report: Report, base: str | None, notes: dict[str, str]) -> None:
        self.report = report
        self.base = base
        self.notes = notes
        self.inlines: list[Inline] = []
        self._open: dict[str, list[Mark | None]] = {}  # Markdown's own marks by tag, HTML's by "<tag"
        self._active: dict[Mark, int] = {}  # how often each mark is open, in the order in which they were opened
        self._link: Link | None = None  # the one that is open: of two, the inner is none
        self._image: dict[str, str] | None = None
        self._alt: list[str] = []
        self._images = 0  # a picture's alt text may hold pictures

    def feed(self, name: str, value: Any) -> None:
        """Takes an event that is no start and no end of a block."""
        if name == "Text":
            self._words(value)
        elif name == "Code":
            self._words(value, Style("code"))
        elif name == "SoftBreak":
            self._add(SoftBreak(marks=self._marks()), " ")
        elif name == "HardBreak":
            self._add(LineBreak(marks=self._marks()), "\n")
        elif name == "InlineHtml":
            self._html(value)
        elif name == "FootnoteReference":
            note = self.notes.get(value.casefold(), value)
            self._add(FootnoteReference(note, marks=self._marks()), "")

    def start(self, name: str, data: Any) -> None:
        """An inline element begins."""
        if name == "Image":
            if not self._images:
                self._image, self._alt = data, []
            self._images += 1
        elif not self._images:
            self._begin(name, self._link_of(data) if name == "Link" else _MARKS[name])

    def end(self, name: str) -> None:
        """An inline element ends."""
        if name == "Image":
            self._images -= 1
            if not self._images and self._image is not None:
                url, title = join(self._image["dest_url"], self.base), self._image["title"] or None
                alt = "".join(self._alt) or None
                self.inlines.append(InlineImage(url, alt=alt, title=title, marks=self._marks()))
        elif not self._images:
            self._close(name)

    def _link_of(self, data: Any) -> Link:
        mail = "mailto:" if data["link_type"] == "Email" else ""
        return Link(join(mail + data["dest_url"], self.base), title=data["title"] or None)

    def _begin(self, key: str, mark: Mark | None) -> None:
        """Opens *mark*. Its cost, and that of `_marks`, does not grow with how many are open: few differ."""
        if isinstance(mark, Link):
            mark = self._link = None if self._link is not None else mark
        self._open.setdefault(key, []).append(mark)
        if mark is not None:
            self._active[mark] = self._active.get(mark, 0) + 1

    def _marks(self) -> tuple[Mark, ...]:
        return tuple(self._active)

    def _words(self, text: str, *marks: Mark) -> None:
        self._add(Span(text, marks=(*self._marks(), *marks)), text)

    def _add(self, inline: Inline, plain: str) -> None:
        if self._images:
            self._alt.append(plain)
        else:
            self.inlines.append(inline)

    def _close(self, key: str) -> None:
        mark = self._open[key].pop() if self._open.get(key) else None
        if mark is None:
            return
        self._active[mark] -= 1
        if not self._active[mark]:
            del self._active[mark]
        if mark is self._link:
            self._link = None

    def _html(self, source: str) -> None:
        tag = _TAG.match(source)
        if source == _EMPTY_COMMENT:
            return
        if self._images or not tag:
            self.report.notice("html-left-out", f"{source[:40]!r} was left out")
            return
        name = tag[2].lower()
        if name in _TAG_MARKS or name == "a":
            self._html_mark(f"<{name}", name, source, closes=bool(tag[1]))
        elif name == "br":
            self.inlines.append(LineBreak(marks=self._marks()))
        elif name == "img" and "src" in (attributes := self._attributes(source)):
            url = join(attributes["src"], self.base)
            alt, title = attributes.get("alt") or None, attributes.get("title") or None
            self.inlines.append(InlineImage(url, alt=alt, title=title, marks=self._marks()))
        else:
            self.report.notice("html-left-out", f"the tag {source[:40]!r} was left out, its content kept")

    def _html_mark(self, key: str, name: str, source: str, *, closes: bool) -> None:
        if closes:
            self._close(key)
        elif name != "a":
            self._begin(key, _TAG_MARKS[name])
        else:
            attributes = self._attributes(source)
            url = attributes.get("href")
            mark = None if url is None else Link(join(url, self.base), title=attributes.get("title") or None)
            self._begin(key, mark)

    def _attributes(self, tag: str) -> dict[str, str]:
        pairs = ((found[1].lower(), found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(tag))
        return {name: cleaned(html.unescape(value), self.report) for name, value in pairs}
