"""A whole web page, anyone's, as an article: what it says of itself, where its body is, what stands around it."""

from __future__ import annotations

from newsmodel.markup.engine import Node
from newsmodel.model import Article
from newsmodel.report import Report


def read_page(root: Node, report: Report, *, url: str | None = None, explain: bool = False) -> Article:
    """The article of a parsed page that nobody wrote for us.

    *root*: the document, as `newsmodel.markup.engine.parse` gives it. *url*: the page's address, to which links are
    joined; without it the page's own canonical address serves.
    *explain*: tell the report of every choice between sources, as `chosen` and `sources-disagree`: headline, authors,
    dates, language, lead image, canonical URL.
    Metadata by rank: JSON-LD, microdata, meta elements, what the page shows. The body: the element that is the
    article, without navigation, share bars, teasers, comments, and without a repeated headline, standfirst and byline.
    Noticed: `date-without-zone`, `json-ld-unreadable`, `no-body`. Raises nothing: any page has an article, perhaps an
    empty one.
    Sources: https://schema.org/NewsArticle, https://ogp.me, HTML Standard, section 5.
    """
    from newsmodel.page.article import read_article

    return read_article(root, report, url, explains=explain)
