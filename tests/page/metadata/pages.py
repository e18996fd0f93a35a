"""Small pages that say something of themselves, and the articles that they are read as."""

import json

from newsmodel.markup.engine import parse
from newsmodel.model import Article
from newsmodel.page import read_page
from newsmodel.report import Report

URL = "https://example.org/news/crossing"


def read(head: str = "", body: str = "", report: Report | None = None, root: str = "", **record: object) -> Article:
    script = ""
    if record:
        script = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **record})}</script>'
    markup = f"<!doctype html><html {root}><head>{head}{script}</head><body>{body}</body></html>"
    return read_page(parse(markup), Report() if report is None else report, url=URL)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'
