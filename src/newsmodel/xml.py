"""XML in as plain elements with their lines, and text out: the floor of every format that is XML.

Safe by construction: a document type is refused, so that there are no entities to grow; nesting is bounded; nothing
outside the file is fetched. Names are (namespace, local name).
Source: XML 1.0, https://www.w3.org/TR/xml/; Namespaces in XML 1.0, https://www.w3.org/TR/xml-names/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NoReturn
from xml.parsers import expat

from newsmodel import limits
from newsmodel.alphabet import clean
from newsmodel.errors import FormatError
from newsmodel.report import Report

_JUNK = re.compile(rb"[^<\x00]{1,64}(?=<\?xml|<[A-Za-z])")
_SPACE = b"\xef\xbb\xbf \t\r\n"
_SEPARATOR = "\n"  # no name and no namespace holds one


class Element:
    """An element: its namespace ("" for none), local name, attributes, the elements in it, its own text, its line.

    attributes: dict[tuple[str, str], str]  # (namespace, name) -> value
    """

    __slots__ = ("_words", "attributes", "children", "line", "name", "namespace")

    def __init__(self, namespace: str, name: str, attributes: dict[tuple[str, str], str], line: int) -> None:
        self.namespace: str = namespace
        self.name: str = name
        self.attributes: dict[tuple[str, str], str] = attributes
        self.line: int = line
        self.children: list[Element] = []
        self._words: list[str] = []

    @property
    def text(self) -> str:
        """The character data that stands in it directly, in the model's alphabet."""
        return clean("".join(self._words))

    def each(self, name: str) -> Iterator[Element]:
        """The children of this local name in the element's own namespace."""
        return (child for child in self.children if child.name == name and child.namespace == self.namespace)

    def first(self, name: str) -> Element | None:
        """The first of `each`."""
        return next(self.each(name), None)

    def add(self, words: str) -> None:
        """More character data."""
        self._words.append(words)


def parse(data: bytes, report: Report) -> Element:
    """The root element of a file, in the encoding that it declares or that its mark says; else UTF-8.

    A few characters in front of the declaration are passed over, with a diagnostic. Raises FormatError with line and
    column for what is not well-formed, for a document type, and for nesting deeper than the
    `xml_depth` of `newsmodel.limits`.
    """
    junk = _JUNK.match(data)
    if junk and junk[0].strip(_SPACE):
        report.notice("xml-junk", "characters in front of the XML were passed over", source="line 1")
    skipped = junk[0] if junk else b""
    builder = _Builder(skipped.count(b"\n"))
    try:
        builder.parser.Parse(data[len(skipped) :], True)
    except expat.ExpatError as error:
        message = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
        raise FormatError(message, line=error.lineno + builder.before, column=error.offset + 1) from None
    except FormatError:
        raise
    except (LookupError, ValueError):  # an encoding that there is not
        builder.refuse("the encoding of this XML is not known")
    if builder.root is None:
        builder.refuse("there is no element")
    return builder.root


class _Builder:
    def __init__(self, before: int) -> None:
        self.before = before
        self.root: Element | None = None
        self._open: list[Element] = []
        self._deepest = limits.current().xml_depth
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def refuse(self, message: str) -> NoReturn:
        line, column = self.parser.CurrentLineNumber + self.before, self.parser.CurrentColumnNumber + 1
        raise FormatError(message, line=line, column=column)

    def _doctype(self, *_: object) -> None:
        self.refuse("a document type is not read: it could declare entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= self._deepest:
            self.refuse(f"elements nest more than {self._deepest} deep")
        values = {_name(key): clean(value) for key, value in attributes.items()}
        element = Element(*_name(name), values, self.parser.CurrentLineNumber + self.before)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _data(self, words: str) -> None:
        self._open[-1].add(words)


def _name(name: str) -> tuple[str, str]:
    namespace, _, local = name.rpartition(_SEPARATOR)
    return namespace, local


class Written(str):
    """XML as it is written. Any other string is character data, and is escaped where an element takes it in."""

    __slots__ = ()


def escape(text: str) -> Written:
    """*text* as character data; what is `Written` as it is."""
    if type(text) is Written:
        return text
    for character, written in _ESCAPES:
        text = text.replace(character, written)
    return Written(text)


def element(name: str, attributes: Mapping[str, str | None], *children: str) -> Written:
    """An element: a value of None leaves its attribute out, a child that is not `Written` is escaped.

    Raises ValueError for a name that is none.
    """
    start = _name_of(name) + "".join(
        f' {_name_of(key)}="{_quoted(value)}"' for key, value in attributes.items() if value is not None
    )
    return Written(f"<{start}>{join(children)}</{name}>" if children else f"<{start}/>")


def join(pieces: Iterable[str], separator: str = "") -> Written:
    """*pieces* one after another: what is `Written` as it is, any other string escaped."""
    return Written(separator.join(map(escape, pieces)))


def cdata(text: str) -> Written:
    """*text* as CDATA, as exports write markup: "]]>" in it is parted over two sections."""
    parted = text.replace("]]>", "]]]]><![CDATA[>")
    return Written(f"<![CDATA[{parted}]]>")


_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))
_QUOTED = str.maketrans({"\n": "&#10;", "\t": "&#9;"})  # an attribute's own line ends and tabs are read as spaces
_QNAME = re.compile(r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?", re.ASCII)


def _quoted(value: str) -> str:
    return escape(str(value)).translate(_QUOTED)


@cache
def _name_of(name: str) -> str:
    if not _QNAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a name in XML")
    return name
