"""A format of a few lines for the tests of the command line; also loaded by its path, as a user's own would be.

A headline, and below it a paragraph a line: `TOY Harbour reopens`. It carries no pictures, and reports them.
"""

from __future__ import annotations

from typing import Any, Literal

from newsmodel.errors import FormatError, MissingExtraError
from newsmodel.fitting import Fitter, Place, Rules
from newsmodel.format import Format
from newsmodel.model import Article, Figure, Paragraph, plain_text
from newsmodel.report import Report

rules = Rules()
MAGIC = b"TOY "


@rules(Figure)
def figure(node: Figure, place: Place) -> None:
    place.drop(node)


def sniff(head: bytes) -> float:
    return 0.9 if head.startswith(MAGIC) else 0.0


def parse(data: bytes, report: Report, *, upper: bool = False, url: str | None = None) -> Article:
    """upper: the headline in capitals."""
    text = data.decode("utf-8-sig", "replace")
    if text.startswith("TOY needs-extra"):
        raise MissingExtraError("this toy", "bricks", "bricks")
    if text.startswith("TOY defect"):
        raise ZeroDivisionError("a defect")
    if not text.startswith("TOY "):
        raise FormatError("it does not begin with TOY", line=1, column=1, mend="put TOY before the headline")
    headline, *paragraphs = text.removeprefix("TOY ").splitlines()
    if any(line.startswith("!") for line in paragraphs):
        report.loss("exclamation", "dropped", "$.body", source="line 2")
        report.notice("loud", "an exclamation was left out")
    body = [Paragraph(line) for line in paragraphs if line and not line.startswith("!")]
    return Article(headline.upper() if upper else headline, body=body, canonical_url=url)


def render(document: Any, *, indent: int = 0, style: Literal["plain", "loud"] = "plain") -> bytes:
    """indent: spaces before a paragraph."""
    lines = [" " * indent + plain_text(block) for block in document.body]
    if style == "loud":
        lines = [line.upper() for line in lines]
    return "\n".join([f"TOY {document.headline}", *lines, ""]).encode()


FORMAT = Format(
    name="toy",
    title="Toy",
    spec="https://toy.example/spec",
    suffixes=(".toy",),
    media_types=("text/x-toy",),
    sniff=sniff,
    parse=parse,
    fit=Fitter(rules),
    render=render,
)
