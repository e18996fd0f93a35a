"""`python -m tests.benchmarks.pages`: how well and how fast newsmodel and others read the pages of `tests.training`.

Those of trafilatura, readability-lxml, resiliparse and newspaper4k that are installed take part; selectolax, the bare
parse by lexbor, is what time is measured in. The table that newsmodel ships was trained on these very pages: its row
tells the speed, and how well it reads new pages is what `python -m tests.training --folds` tells.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import logging
import statistics
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from time import process_time
from typing import Any, NamedTuple

from tests.training.pages import SETS, Page, pages
from tests.training.scores import scores, summary

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read

Extractor = Callable[[bytes, str | None], str]

_WARMING = 3  # pages that are read before the clock runs: imports, compiled patterns
_REPEATS = 2  # of each call; the fastest counts
_MEASURES = {
    "fundus_dev": ("F1", "good", "bad", "paragraphs"),
    "wcxb_dev": ("F1", "good", "bad"),
    "trafilatura": ("strings F1",),
}


class Peer(NamedTuple):
    """An extractor of others: its name, the module it lives in, how it is called, and how the text comes out of that.

    Only the call is timed. The text has a line for each paragraph.
    """

    name: str
    module: str
    call: Callable[[Any, bytes, str | None], Any]
    text: Callable[[Any], str] = lambda found: found or ""


def _newspaper(module: Any, html: bytes, url: str | None) -> str:
    article = module.Article(url or "https://page.example/", fetch_images=False)
    article.download(input_html=html)  # nothing is fetched; it finds the encoding of bytes itself
    article.parse()
    return str(article.text)


def _resiliparse(module: Any, html: bytes, _url: str | None) -> str:
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(html, detect_encoding(html))
    return str(module.extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False))


def _text_of(html: str) -> str:
    """The text of markup, a line for each block."""
    blocks = Read(reader, nm.Report()).blocks(engine.children(engine.parse_fragment(html)))
    return "\n".join(map(nm.plain_text, blocks))


PEERS = (
    Peer("trafilatura", "trafilatura", lambda module, html, url: module.extract(html, url=url, include_comments=False)),
    Peer(
        "trafilatura, for precision",
        "trafilatura",
        lambda module, html, url: module.extract(html, url=url, include_comments=False, favor_precision=True),
    ),
    Peer(
        "readability-lxml",
        "readability",
        lambda module, html, _: module.Document(html).summary(html_partial=True),
        _text_of,
    ),
    Peer("resiliparse", "resiliparse.extract.html2text", _resiliparse),
    Peer("newspaper4k", "newspaper", _newspaper),
)
OURS = Peer(
    "newsmodel (trained on these pages)",
    "newsmodel",
    lambda module, html, url: module.parse(html, "html", url=url),
    nm.plain_text,
)


class Result(NamedTuple):
    """What an extractor made of a page: its scores, its CPU time over the bare parse's, whether there was a text."""

    of: str
    scores: dict[str, float]
    times: float
    answered: bool


def main() -> int:
    """Prints the table, a row as soon as it is measured, and a line for each extractor that is not installed."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages", description=__doc__)
    options.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth page of each set (1)")
    options.add_argument("--only", default="", metavar="WORD", help="only the extractors that name WORD")
    given = options.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    chosen = [page for name in SETS for page in islice(pages(name), 0, None, given.every)]
    parse = importlib.import_module("selectolax.lexbor").LexborHTMLParser
    print(*head(), sep="\n", flush=True)
    for peer in (OURS, *PEERS):
        if given.only in peer.name:
            try:
                module = importlib.import_module(peer.module)
            except ImportError as error:
                print(f"\n{peer.name} is left out: {error}", file=sys.stderr)
                continue
            print(row(peer.name, list(results(peer, module, parse, chosen))), flush=True)
    return 0


def results(peer: Peer, module: Any, parse: Callable[[bytes], Any], chosen: list[Page]) -> Iterator[Result]:
    """The results of *peer* page by page, after a few that warm it up."""
    for page in chosen[:_WARMING]:
        _timed(lambda page=page: peer.call(module, page.html, page.url))
    for page in chosen:
        seconds, found = _timed(lambda page=page: peer.call(module, page.html, page.url))
        bare, _ = _timed(lambda page=page: parse(page.html))
        text = peer.text(found) if found is not None else ""
        paragraphs = [line for line in text.split("\n") if line.strip()]
        yield Result(page.of, scores(paragraphs, page.gold), seconds / bare, bool(paragraphs))


def _timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """The CPU time of a call, and what it gave; None if it raised, which is no answer."""
    times, found = [], None
    for _ in range(_REPEATS):
        start = process_time()
        with contextlib.suppress(Exception), contextlib.redirect_stderr(io.StringIO()):
            found = call()
        times.append(process_time() - start)
    return min(times), found


def head() -> tuple[str, str]:
    """The names of the columns, and the rule below them."""
    columns = [f"{name}: {' / '.join(names)}" for name, names in _MEASURES.items()]
    cells = ["extractor", *columns, "CPU, median", "CPU, 99 of 100", "no answer"]
    return "| " + " | ".join(cells) + " |", "|" + "---|" * len(cells)


def row(name: str, found: list[Result]) -> str:
    """A row of the table. CPU: how many times as long as the bare parse of the same page."""
    of_set: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
    for each in found:
        of_set[each.of].append(each.scores)
    cells = [
        " / ".join(f"{summary(of_set[of])[measure]:.1f}" for measure in measures) if of_set[of] else ""
        for of, measures in _MEASURES.items()
    ]
    times = sorted(each.times for each in found)
    unanswered = sum(not each.answered for each in found)
    speed = [f"{statistics.median(times):.1f}", f"{times[99 * (len(times) - 1) // 100]:.0f}"]
    return "| " + " | ".join([name, *cells, *speed, str(unanswered)]) + " |"


if __name__ == "__main__":
    sys.exit(main())
