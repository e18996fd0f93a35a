"""A whole web page, anyone's, as an article: what it says of itself, where its body is, what stands around it."""

from __future__ import annotations

from newsmodel.markup.engine import Node
from newsmodel.markup.reading import Reader
from newsmodel.model import Article
from newsmodel.report import Report


def read_page(
    document: Node,
    report: Report,
    *,
    url: str | None = None,
    root: str | None = None,
    reader: Reader | None = None,
    explain: bool = False,
) -> Article:
    """The article of a parsed page that nobody wrote for us.

    *document*: the page, as `newsmodel.markup.engine.parse` gives it. *url*: the page's address, to which links are
    joined; without it the page's own canonical address serves.
    *root*: a CSS selector of the elements that hold the article, where you know them better than the page tells.
    *reader*: `newsmodel.markup.html.reader.using({...})`, your own rules for elements.
    *explain*: tell the report of every choice between sources, as `chosen` and `sources-disagree`: headline, authors,
    dates, language, lead image, canonical URL; and of every element that was passed over, as `left-out`.
    Metadata by rank: JSON-LD, microdata, meta elements, what the page shows. The body: the element that is the
    article, without navigation, share bars, teasers, comments, and without a repeated headline, standfirst and byline.
    Noticed: `date-without-zone`, `json-ld-unreadable`, `no-body`, `body-from-script`, `preview-only`, `root-not-found`.
    Any page has an article, perhaps an empty one; raises FormatError only if *root* is no CSS selector.
    Sources: https://schema.org/NewsArticle, https://ogp.me, HTML Standard, section 5.
    """
    from newsmodel.page.article import read_article
    from newsmodel.page.hints import Hints

    return read_article(document, report, url, Hints(root, reader, explain))
