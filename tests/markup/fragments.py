"""Fragments of anyone's HTML, read by themselves."""

from typing import Any

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read


def blocks(markup: str, **options: Any) -> list[nm.Block]:
    """The blocks of a fragment, whose reading lost nothing. *options*: those of `Read`."""
    report = nm.Report()
    found = list(Read(reader, report, **options).blocks(engine.children(engine.parse_fragment(markup))))
    assert report.clean
    return found
