"""Format: one wire format as a value.

A module in `newsmodel/formats/` (or a plug-in's) ends with `FORMAT = Format(…)`; that is the whole interface. Bytes in,
bytes out: a format never opens a file or a socket. Options are the functions' own keyword-only arguments.
"""

from __future__ import annotations

import inspect
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, BinaryIO, Concatenate, TypeAlias

import attrs

from newsmodel.errors import FormatError, OptionError
from newsmodel.model.article import Article, Document
from newsmodel.report import Report
from newsmodel.room import with_room

HEAD = 4096
"""How many bytes of a file a sniffer sees."""

Parse: TypeAlias = Callable[Concatenate[bytes, Report, ...], Document]
Fit: TypeAlias = Callable[Concatenate[Any, Report, ...], Any]
Render: TypeAlias = Callable[Concatenate[Any, ...], bytes]
Pieces: TypeAlias = Callable[[bytes], Iterator[str]]
Stream: TypeAlias = Callable[Concatenate[BinaryIO, Report, ...], Iterator[Article]]


def never(_head: bytes) -> float:
    """The sniffer of a format that cannot be told by its first bytes."""
    return 0.0


def beginning(head: bytes) -> bytes:
    """*head* as most sniffers look at it: without a byte order mark and the white space before the first sign."""
    return head.removeprefix(BOM_UTF8).lstrip()


def carries_all(document: Any, _report: Report) -> Any:
    """The fit of a format that carries everything."""
    return document


@attrs.frozen(kw_only=True)
class Format:
    """How one wire format is named, recognised, read and written.

    name: what callers say ("ninjs-3"); the module's name with "_" as "-". title: for people.
    spec: URL of the specification.
    suffixes: with the dot, lower case. media_types: the registered one first.
    sniff: the first 4 KiB of a file -> 0.0 (surely not) to 1.0 (surely).
    parse: `parse(data, report, **options)` -> an Article or a Feed; raises FormatError and nothing else. Text that the
    caller had as str arrives as UTF-8 with a BOM.
    fit: `fit(document, report, **options)` -> what the format can carry, as a document; the only place where losses of
    writing arise. It takes any node that `render` takes.
    render: `render(document, **options)` -> bytes; silent, and lossless on what `fit` gives.
    stream: `stream(file, report, **options)` yields the articles of a file in constant memory.
    binary: what it writes is no text. Either of parse and render may be absent.
    markup: gives the pieces of HTML in a file that it wrote (see `newsmodel.embedded`); None if there are none.
    """

    name: str
    title: str
    spec: str = ""
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    sniff: Callable[[bytes], float] = never
    parse: Parse | None = None
    fit: Fit = carries_all
    render: Render | None = None
    stream: Stream | None = None
    binary: bool = False
    markup: Pieces | None = None

    def read(self, data: bytes | str, report: Report | None = None, **options: Any) -> Document:
        """`parse`, with its options checked and its errors naming the format.

        data: text counts as UTF-8, whatever it says of itself. Raises FormatError, also for a format that only writes,
        and OptionError.
        """
        if self.parse is None:
            raise FormatError(f"{self.title} can be written, not read", format=self.name)
        self.check_options("parse", options)
        parse, source, report = self.parse, encoded(data), Report() if report is None else report
        try:
            return with_room(lambda: parse(source, report, **options), report.checkpoint())
        except FormatError as error:
            raise error.with_format(self.name) from error.__cause__

    def write(self, document: Any, report: Report | None = None, *, verify: bool = False, **options: Any) -> bytes:
        """`fit`, then `render`. verify: read the output back too, and report what a template left out.

        Raises FormatError for a format that only reads, and OptionError.
        """
        if self.render is None:
            raise FormatError(f"{self.title} can be read, not written", format=self.name)
        self.check_options("render", options)
        report = Report() if report is None else report
        fitted = self.fitted(document, report, **options)
        render, accepted = self.render, _accepted(self.render, options)
        data = with_room(lambda: render(fitted, **accepted), report.checkpoint())
        if verify:
            self._verify(fitted, data, report, options)
        return data

    def fitted(self, document: Any, report: Report, **options: Any) -> Any:
        """`fit`, given those of *options* that it takes; the others are passed over."""
        accepted = _accepted(self.fit, options)
        return with_room(lambda: self.fit(document, report, **accepted), report.checkpoint())

    def articles(self, file: BinaryIO, report: Report | None = None, **options: Any) -> Iterator[Article]:
        """The articles of *file*, one after another: by `stream`, else by reading it whole. Raises as `read` does."""
        report = Report() if report is None else report
        if self.stream is not None:
            self.check_options("stream", options)
            yield from self.stream(file, report, **options)
            return
        document = self.read(file.read(), report, **options)
        yield from (document,) if isinstance(document, Article) else document.articles

    def options(self, verb: str) -> Mapping[str, inspect.Parameter]:
        """The keyword options of "parse", "render" (with those of its fit) or "stream", by name."""
        if verb == "render":
            return (_keywords(self.fit) | _keywords(self.render)) if self.render else {}
        function = self.parse if verb == "parse" else self.stream
        return _keywords(function) if function else {}

    def check_options(self, verb: str, options: Mapping[str, Any]) -> None:
        """Raises OptionError for an option that this verb does not take."""
        known = self.options(verb)
        for name in options:
            if name not in known:
                raise OptionError(name, known, self.name)

    def _verify(self, fitted: Any, data: bytes, report: Report, options: Mapping[str, Any]) -> None:
        from newsmodel.fitting import compare

        if self.parse is None:
            raise FormatError(
                f"{self.title} cannot be read back, so verify=True has nothing to go by", format=self.name
            )
        compare(fitted, self.read(data, Report(), **_accepted(self.parse, options)), report)


def encoded(data: bytes | str) -> bytes:
    """*data* as a parser takes it: text as UTF-8 with a byte order mark."""
    # With a BOM: it stands above every declaration that the text may still carry of an encoding it once had.
    if isinstance(data, str):
        return BOM_UTF8 + data.removeprefix("\ufeff").encode("utf-8", "surrogatepass")
    return bytes(data)


def _keywords(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    try:
        return _cached_keywords(function)
    except TypeError:  # a callable that cannot be hashed
        return _read_keywords(function)


def _read_keywords(function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    parameters = inspect.signature(function).parameters
    return {name: p for name, p in parameters.items() if p.kind is inspect.Parameter.KEYWORD_ONLY}


_cached_keywords = cache(_read_keywords)  # reading a signature takes longer than writing a short article


def _accepted(function: Callable[..., Any], options: Mapping[str, Any]) -> dict[str, Any]:
    known = _keywords(function)
    return {name: value for name, value in options.items() if name in known}
