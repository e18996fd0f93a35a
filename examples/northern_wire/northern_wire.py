"""Northern Wire: the pages of one site, read with what only those know who know the site. A reader of one's own."""

import re

import attrs

from newsmodel import Article, Aside, Credit, EditorNote, Feed, Paragraph, Report
from newsmodel.format import Format
from newsmodel.formats import html
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read

SIGNED = re.compile(r"\(Reporting by (?P<author>[^;)]+)(?:; editing by (?P<editor>[^;)]+))?\)")


def to_clients(element: engine.Node, read: Read) -> EditorNote:
    """What the desk tells the papers that print the report; readers of a paper are not meant."""
    return EditorNote([Paragraph(read.text(element))])


def figures(element: engine.Node, read: Read) -> Aside:
    """The site's own element for numbers."""
    return Aside(read.inside(element), kind="figures", title=engine.attribute(element, "unit"))


RULES = reader.using({".to-clients": to_clients, "nw-figures": figures})


def parse(data: bytes, report: Report, *, url: str | None = None) -> Article | Feed:
    """The article of a page of northernwire.example. url: the page's address."""
    document = html.parse(data, report, url=url, root=".story", reader=RULES)
    return signed(document) if isinstance(document, Article) else document


def signed(article: Article) -> Article:
    """*article* with the people that its last paragraph names as its credits, and without that paragraph."""
    *body, last = article.body or (Paragraph(),)
    names = SIGNED.fullmatch(str(last.text)) if isinstance(last, Paragraph) else None
    if names is None:
        return article
    credits = [Credit(name, role=role) for role, name in names.groupdict().items() if name]
    return attrs.evolve(article, credits=credits, body=body)


FORMAT = Format(
    name="northern-wire",
    title="Northern Wire",
    spec="https://northernwire.example/",
    parse=parse,
)
