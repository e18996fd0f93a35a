"""The laws of reading what nobody vouches for: junk, cut and damaged files, and files that others wrote."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from time import process_time

from newsmodel.errors import FormatError
from newsmodel.fitting import same
from newsmodel.format import Format
from newsmodel.model.base import Node
from newsmodel.report import Report
from newsmodel.testing.laws import LawError, difference, law
from newsmodel.testing.pool import Pool

MOST_SECONDS = 30.0
"""Of this process's own work on one junk file of at most 100 KB; generous. What is quadratic takes far longer."""

_LONG = 100_000
_SHORT_JUNK = (
    *(
        b"",
        b" ",
        b"\n",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
    ),
    *(
        b"{}",
        b"[]",
        b"null",
        b"0",
        b'""',
        b"[[]]",
        b"{",
        b'{"a":',
        b"\xed\xa0\x80",
        b'{"\\ud800": 1}',
        b"NaN",
        b"1e999",
    ),
    *(
        b"<",
        b"<>",
        b"<!",
        b"<?xml",
        b"<a",
        b"</a>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        b"&#x0;",
        b"<![CDATA[",
    ),
    *(b"---", b"---\n", b"---\na: [\n---\n", b"---\n- x\n---\n", b"# ", b"```", b"PK\x03\x04", b"%PDF-1.7", b"GIF89a"),
    *("\ufeffé".encode("utf-16-le"), "é".encode("latin-1"), "é".encode("utf-32"), "日本".encode("shift_jis")),
)
_LONG_JUNK = tuple(
    piece * (_LONG // len(piece)) for piece in (b"<", b"[", b'{"a":', b"<b>", b"*", b"a ", b"&", b"\n", b"> ")
)


def _junk(format: Format, pool: Pool) -> Iterator[bytes]:
    yield from _SHORT_JUNK
    yield from pool.damaged(format)
    yield from _LONG_JUNK


@law("parse")
def junk_is_refused_politely(format: Format, pool: Pool) -> None:
    """Any bytes give a document or a FormatError, never anything else, in bounded time."""
    for data in _junk(format, pool):
        start = process_time()
        try:
            document = format.read(data)
        except FormatError:
            pass
        except Exception as error:  # whatever it is, it is none of what a reader may raise
            raise LawError(f"{format.name} raises {type(error).__name__}: {error} for {_shown(data)}") from error
        else:
            _require(isinstance(document, Node), f"{format.name} gives {document!r} for {_shown(data)}")
        seconds = process_time() - start
        _require(seconds < MOST_SECONDS, f"{format.name} worked {seconds:.0f} s on {_shown(data)}")


@law("parse")
def errors_say_where(format: Format, pool: Pool) -> None:
    """A FormatError for a damaged file names the format, what is wrong and the place, and crosses processes."""
    for data in pool.damaged(format):
        error = _refusal(format, data)
        if error is None:
            continue
        shown = f"{format.name}: {error!s} for {_shown(data)}"
        _require(bool(error.place) or not data.strip(), f"an error without a place: {shown}")
        _require(bool(error.message) and error.format == format.name, f"an error without its format: {shown}")
        _require(str(pickle.loads(pickle.dumps(error))) == str(error), f"an error that does not pickle: {shown}")


def _refusal(format: Format, data: bytes) -> FormatError | None:
    """The FormatError that reading *data* raises; what else it may raise is the law of junk's to say."""
    try:
        format.read(data)
    except FormatError as error:
        return error
    except Exception:  # whether it may be raised is the law of junk
        return None
    return None


@law("parse", "render")
def foreign_reading_survives(format: Format, pool: Pool) -> None:
    """What a file gave that others wrote, or damaged, is carried by the format's own writer like anything else."""
    for data in (*pool.samples, *pool.damaged(format)):
        try:
            document = format.read(data)
        except Exception:  # whether it may be raised is the law of junk
            continue
        fitted = format.fitted(document, Report())
        back = format.read(format.write(fitted))
        _require(same(fitted, back), f"{format.name}: {difference(fitted, back)} after reading {_shown(data)}")


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise LawError(message)


def _shown(data: bytes) -> str:
    return repr(data) if len(data) <= 3000 else f"{data[:3000]!r}… ({len(data)} bytes)"
