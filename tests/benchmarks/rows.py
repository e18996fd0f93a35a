"""What is measured, and against what."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from tests.benchmarks import by_hand, structs
from tests.benchmarks.measure import LEAST_S, Round, Row, in_turns
from tests.benchmarks.workload import article
from tests.test_light import cpu_seconds

import newsmodel as nm
from newsmodel.fitting import redact
from newsmodel.markup import engine
from newsmodel.rendering.html import html
from newsmodel.rendering.template import template_string
from newsmodel.report import Report

PAGES = Path(__file__).resolve().parents[2] / "examples" / "pages"
THEMED = html.using({nm.Paragraph: template_string("<p>{{ node.text | spans }}</p>")})
HAND = "the same written by hand"


def rows(scratch: Path, *, blocks: int = 60, comments: int = 200, least_s: float = LEAST_S) -> list[Row]:
    """All rows, over an article of so many *blocks* and *comments*. scratch: a folder for compiled modules."""
    node = article(blocks, comments)
    turns = Turns(least_s)
    return [
        *_json(node, turns),
        *_html(node, turns),
        *_reading(node, turns),
        *_others(node, turns),
        Row("import", "import attrs", _imports(str(scratch)), 3),
    ]


class Turns:
    """`in_turns` with how long a side lasts at least."""

    def __init__(self, least_s: float) -> None:
        self.least_s = least_s

    def __call__(self, ours: Any, theirs: Any) -> Round:
        return in_turns(ours, theirs, self.least_s)


def _json(node: nm.Article, turns: Turns) -> list[Row]:
    data = nm.to_json(node).encode()
    struct = structs.DECODER.decode(data)
    return [
        Row(
            "JSON read",
            "msgspec structs",
            turns(lambda: nm.from_json(data), lambda: structs.DECODER.decode(data)),
            15,
        ),
        Row(
            "JSON write",
            "msgspec structs",
            turns(lambda: nm.to_json(node), lambda: structs.ENCODER.encode(struct)),
            15,
        ),
    ]


def _html(node: nm.Article, turns: Turns) -> list[Row]:
    def by_us(**options: Any) -> str:
        return nm.to_html(node, fragment=True, **options)

    def by_them() -> str:
        return by_hand.fragment(node)

    return [
        Row("HTML write", HAND, turns(by_us, by_them), 0.3, throughput=True),
        Row(
            "HTML write, paragraphs by a Jinja2 template",
            HAND,
            turns(lambda: by_us(renderer=THEMED), by_them),
            throughput=True,
        ),
    ]


def _reading(node: nm.Article, turns: Turns) -> list[Row]:
    own = [nm.to_html(node).encode()]
    foreign = [page for path in sorted(PAGES.glob("*.html")) if not _is_ours(page := path.read_bytes())]
    rows = []
    for what, pages in (("HTML read, our own page", own), ("HTML read, pages of others", foreign)):
        for parser, parse in parsers().items():
            theirs = lambda pages=pages, parse=parse: list(map(parse, pages))  # noqa: E731
            ours = lambda pages=pages: list(map(nm.from_html, pages))  # noqa: E731
            rows.append(Row(what, f"the bare parse by {parser}", turns(ours, theirs)))
    return rows


def _is_ours(page: bytes) -> bool:
    return b'<article class="newsmodel article"' in page


def parsers() -> dict[str, Any]:
    """The bare parse of a page: by the engine that we read with, and by lexbor if it is installed."""
    found: dict[str, Any] = {"turbohtml": engine.parse}
    if importlib.util.find_spec("selectolax"):
        from selectolax.lexbor import LexborHTMLParser

        found["lexbor"] = LexborHTMLParser
    return found


def _others(node: nm.Article, turns: Turns) -> list[Row]:
    def by_them() -> str:
        return by_hand.fragment(node)

    return [
        Row("Markdown write", "HTML by hand", turns(lambda: nm.render(node, "markdown"), by_them), throughput=True),
        Row("fit for HTML alone", "HTML by hand", turns(lambda: nm.losses(node, "html"), by_them), throughput=True),
        Row("redact alone", "HTML by hand", turns(lambda: redact(node, Report()), by_them), throughput=True),
    ]


def _imports(scratch: str) -> Round:
    return lambda: (cpu_seconds("newsmodel", scratch), cpu_seconds("attrs", scratch))
