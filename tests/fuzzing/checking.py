"""What holds of reading anything: only FormatError, a valid document, words that can be printed."""

from __future__ import annotations

import traceback
from io import BytesIO
from typing import NamedTuple

from newsmodel import registry
from newsmodel.errors import FormatError
from newsmodel.fitting import same
from newsmodel.format import Format
from newsmodel.report import Report


class Failure(NamedTuple):
    """What a reader did that none may. where: the innermost place of ours, by which equal failures are told."""

    what: str
    where: str
    data: bytes


def failure(format: Format, data: bytes) -> Failure | None:
    """What is wrong with how *format* recognises, reads and streams *data*; None if nothing is."""
    report = Report()
    try:
        problem = _unlikely(format.sniff(data[: registry.HEAD])) or _reading(format, data, report)
        problem = problem or _streaming(format, data)
    except Exception as error:  # what it is, is what is looked for
        return Failure(f"{type(error).__name__}: {str(error)[:200]!a}", _place(error), data)
    problem = problem or _unprintable(str(report), *map(str, report.losses), *map(str, report.diagnostics))
    return Failure(problem, problem.partition(":")[0], data) if problem else None


def _unlikely(score: float) -> str | None:
    return None if 0.0 <= score <= 1.0 else f"no likelihood: {score}"


def _reading(format: Format, data: bytes, report: Report) -> str | None:
    try:
        return _invalid(format.read(data, report))
    except FormatError as error:
        return _unprintable(str(error))


def _streaming(format: Format, data: bytes) -> str | None:
    if format.stream is None:
        return None
    try:
        for article in format.articles(BytesIO(data)):
            if problem := _invalid(article):
                return problem
    except FormatError as error:
        return _unprintable(str(error))
    return None


def _invalid(document: object) -> str | None:
    own = registry.get("json")
    written = own.write(document, internal=True)
    try:
        back = own.read(written)
    except FormatError as error:
        return f"an invalid document: {str(error)[:200]!a}"
    return None if same(document, back) else "the document is another when it comes back from our JSON"


def _unprintable(*texts: str) -> str | None:
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError:
            return f"a text that cannot be printed: {text[:200]!a}"
        if any(sign < " " and sign != "\n" for sign in text):
            return f"a text with control characters: {text[:200]!a}"
    return None


def _place(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "newsmodel" in frame.filename]
    return (
        f"{type(error).__name__} in {frames[-1].filename.rpartition('/newsmodel/')[2]}:{frames[-1].lineno}"
        if frames
        else ""
    )
