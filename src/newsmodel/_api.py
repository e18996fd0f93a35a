"""The verbs, each a few lines over the registry: `parse` and `render` work in memory, `read` and `write` on files.

Every verb takes `report=Report()` and the format's own keyword options. Every verb that is given a format's name
raises UnknownFormatError for one that there is not, PluginError for a plug-in that does not load, OptionError for an
option that the format does not take, and MissingExtraError where it needs an extra that is not installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any, BinaryIO, TypeAlias, cast

from newsmodel.errors import FormatError
from newsmodel.model.article import Article, Feed
from newsmodel.model.base import Node
from newsmodel.model.block import Block
from newsmodel.report import Report

Source: TypeAlias = "str | os.PathLike[str] | IO[bytes] | IO[str]"


def parse(
    data: bytes | str,
    format: str | None = None,
    *,
    url: str | None = None,
    report: Report | None = None,
    **options: Any,
) -> Article:
    """The article in *data*, bytes or str in memory. The format is detected unless it is named.

    url: where it comes from; relative links are joined to it. Raises FormatError for what is not in this format, or not
    one article; UnknownFormatError or AmbiguousFormatError if it is not named and not told by its content.
    """
    return _one(_parse(data, format, None, report, _with_url(url, options)))


def parse_feed(
    data: bytes | str,
    format: str | None = None,
    *,
    url: str | None = None,
    report: Report | None = None,
    **options: Any,
) -> Feed:
    """The feed in *data*; a format of one article gives a feed of one. Options and errors are those of `parse`."""
    document = _parse(data, format, None, report, _with_url(url, options))
    return document if isinstance(document, Feed) else Feed(document.headline, articles=[document])


def read(
    source: Source, format: str | None = None, *, url: str | None = None, report: Report | None = None, **options: Any
) -> Article:
    """The article in a file: a path, or a file open for reading, as text or as bytes.

    Its name counts too where the format is not named. Options and errors are those of `parse`; OSError besides, also
    for a pipe, a socket or a device, which would keep the caller waiting: pass it open.
    """
    data, name = _contents(source)
    return _one(_parse(data, format, name, report, _with_url(url, options)))


def iter_articles(
    source: Source, format: str | None = None, *, report: Report | None = None, **options: Any
) -> Iterator[Article]:
    """The articles of a file, one after another; formats that hold many are streamed in constant memory.

    source: a path, or a file open for reading; of one that is open, the bytes from where it stands. Raises FormatError
    at the first article that is not in this format, and OSError.
    """
    from newsmodel import registry
    from newsmodel.files import open_file
    from newsmodel.format import encoded

    if isinstance(source, (str, os.PathLike)):
        with open_file(source) as opened:
            yield from iter_articles(opened, format, report=report, **options)
        return
    if not _is_binary(source):
        data, name = _contents(source)
        chosen = registry.get(format or registry.detect(_bytes(data), name))
        yield from chosen.articles(BytesIO(encoded(data)), report, **options)
        return
    file = cast(BinaryIO, source)
    head = _peek(file)
    chosen = registry.get(format or registry.detect(head, getattr(file, "name", None)))
    yield from chosen.articles(file, report, **options)


def render(node: Node, format: str, *, report: Report | None = None, verify: bool = False, **options: Any) -> str:
    """*node* (an article, a feed, a comment, a block) as text in *format*.

    verify: read the output back as well, and report what differs. Losses: those of the format's `fit`, as `losses` has
    them. Raises FormatError for a format that is not text or cannot be written.
    """
    from newsmodel import registry

    chosen = registry.get(format)
    if chosen.binary:
        raise FormatError(f"{chosen.title} is no text", format=chosen.name, mend="use render_bytes or write")
    return chosen.write(node, report, verify=verify, **options).decode("utf-8")


def render_bytes(
    node: Node, format: str, *, report: Report | None = None, verify: bool = False, **options: Any
) -> bytes:
    """As `render`, in bytes; text is UTF-8. Raises FormatError for a format that cannot be written."""
    from newsmodel import registry

    return registry.get(format).write(node, report, verify=verify, **options)


def write(
    node: Node,
    target: Source,
    format: str | None = None,
    *,
    report: Report | None = None,
    verify: bool = False,
    **options: Any,
) -> None:
    """Writes *node* to a path or an open file; the suffix names the format unless the caller does.

    A file at a path is replaced at once and whole, its permissions kept, or left as it was; a link is followed. Losses
    and *verify* are those of `render`. Raises UnknownFormatError or AmbiguousFormatError for a suffix that names no
    format or several, and OSError, also for a pipe, a socket or a device.
    """
    from newsmodel import registry

    if format is None:
        name = target if isinstance(target, (str, os.PathLike)) else getattr(target, "name", "")
        format = registry.by_suffix(os.fspath(name)).name
    data = render_bytes(node, format, report=report, verify=verify, **options)
    if isinstance(target, (str, os.PathLike)):
        from newsmodel.files import replace_file

        replace_file(target, data)
    elif _is_binary(target):
        cast(BinaryIO, target).write(data)
    else:
        cast("IO[str]", target).write(data.decode("utf-8"))


def convert(
    data: bytes | str,
    source_format: str | None,
    target_format: str,
    *,
    url: str | None = None,
    report: Report | None = None,
    verify: bool = False,
    **options: Any,
) -> str:
    """*data* from one format to another, with one report; an option goes to whichever of the two takes it.

    source_format: None to have it detected. Several articles go along where the target takes them. Raises what `parse`
    and `render` raise.
    """
    from newsmodel import registry

    report = Report() if report is None else report
    source = registry.get(source_format or registry.detect(_bytes(data)))
    options = _with_url(url, options)
    reading = {name: value for name, value in options.items() if name in source.options("parse")}
    writing = {name: value for name, value in options.items() if name not in reading}
    document = source.read(data, report, **reading)
    return render(document, target_format, report=report, verify=verify, **writing)


def losses(node: Node, format: str, **options: Any) -> Report:
    """What writing *node* in *format* would lose, without writing it: by construction the report of an actual write.

    options: those of writing.
    """
    from newsmodel import registry

    report = Report()
    chosen = registry.get(format)
    chosen.check_options("render", options)
    chosen.fitted(node, report, **options)
    return report


def detect(data: bytes | str, file_name: str | None = None) -> Any:
    """What *data* is: the name of a format, with a score, reasons and the other candidates (`Detection`).

    Raises UnknownFormatError if no format recognises it, AmbiguousFormatError if several do equally.
    """
    from newsmodel import registry

    return registry.detect(_bytes(data), file_name)


def list_formats() -> tuple[Any, ...]:
    """All formats as `Format` values, by name; each has `.name`, and `.parse`, `.render` or None."""
    from newsmodel import registry

    return registry.every()


def to_data(node: Any) -> Any:
    """*node* as plain dicts, lists, strings and numbers: what its JSON says, internal fields included.

    Raises TypeError for what is no part of the model.
    """
    from newsmodel.codec import to_data as plain_data

    return plain_data(node)


def to_json(node: Node, *, indent: int | None = None, internal: bool = False, report: Report | None = None) -> str:
    """*node* as newsmodel's own JSON, on one line, or indented by so many spaces; see `newsmodel.formats.json`.

    internal: what editors noted and private data of people too; without it they are redacted, and all else is kept.
    """
    return render(node, "json", report=report, indent=indent, internal=internal)


def from_json(data: bytes | str, *, report: Report | None = None) -> Any:
    """The node that `to_json` wrote, of whatever class. Raises FormatError with every error and its path."""
    return _parse(data, "json", None, report, {})


def to_html(node: Node, *, report: Report | None = None, **options: Any) -> str:
    """*node* as a web page; see `newsmodel.formats.html.render` for the options."""
    return render(node, "html", report=report, **options)


def from_html(data: bytes | str, *, url: str | None = None, report: Report | None = None, **options: Any) -> Article:
    """The article of a web page, ours or anyone's; see `newsmodel.formats.html.parse`."""
    return parse(data, "html", url=url, report=report, **options)


def _notebook(node: Node) -> str:
    """A node for a notebook."""
    from newsmodel import registry
    from newsmodel.rendering.notebook import framed

    page = registry.get("html").write(node if isinstance(node, (Article, Feed)) else Article(body=_as_blocks(node)))
    return framed(page.decode("utf-8"))


def _as_blocks(node: Node) -> list[Block | str]:
    return [node] if isinstance(node, Block) else [repr(node)]


Node._notebook = staticmethod(_notebook)


def _parse(
    data: bytes | str, format: str | None, name: str | None, report: Report | None, options: dict[str, Any]
) -> Any:
    from newsmodel import registry

    return registry.get(format or registry.detect(_bytes(data), name)).read(data, report, **options)


def _one(document: Any) -> Article:
    if isinstance(document, Article):
        return document
    if not isinstance(document, Feed):  # JSON may hold any node
        raise FormatError(f"it holds a {type(document).__name__}, not an article", mend="use from_json")
    if len(document.articles) != 1:
        raise FormatError(
            f"it holds {len(document.articles)} articles, not one", mend="use parse_feed or iter_articles"
        )
    return document.articles[0]


def _with_url(url: str | None, options: dict[str, Any]) -> dict[str, Any]:
    return options if url is None else {**options, "url": url}


def _bytes(data: bytes | str) -> bytes:
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else bytes(data)


def _contents(source: Source) -> tuple[bytes | str, str | None]:
    if isinstance(source, (str, os.PathLike)):
        from newsmodel.files import open_file

        with open_file(source) as file:
            return file.read(), os.fspath(source)
    name = getattr(source, "name", None)
    return source.read(), name if isinstance(name, str) else None


def _is_binary(file: Any) -> bool:
    from io import TextIOBase

    mode = getattr(file, "mode", "b")
    return not isinstance(file, TextIOBase) and ("b" in mode if isinstance(mode, str) else True)  # gzip has a number


def _peek(file: BinaryIO) -> bytes:
    from newsmodel.registry import HEAD

    if hasattr(file, "peek"):
        return bytes(file.peek(HEAD))
    head = file.read(HEAD)
    file.seek(-len(head), os.SEEK_CUR)
    return head
