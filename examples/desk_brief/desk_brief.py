"""Desk brief: what a desk sends around, the headline and then a line for each block. A whole format of one's own."""

from newsmodel import Article, Block, Feed, Node, Paragraph, Report, plain_text
from newsmodel.alphabet import clean
from newsmodel.fitting import Fitter, Place, Rules
from newsmodel.format import Format

rules = Rules()


@rules(Article)
def article(node: Article, place: Place) -> Article:
    node = place.keep(node, "headline", "body")
    return place.set(node, "flattened", headline=one_line(str(node.headline)))


@rules(Feed)
def feed(node: Feed, place: Place) -> Feed:
    return place.keep(node, "title", "articles")


def as_article(node: Feed, place: Place) -> Article:
    """After the articles: a feed is its title and all their blocks, as one article."""
    whole = Article(one_line(str(node.title)), body=[block for each in node.articles for block in each.body])
    return place.replace(node, whole, "feed", "flattened")


@rules(Block)
def block(node: Block, place: Place) -> Block | None:
    words = one_line(plain_text(node))
    if not words:
        return place.drop(node)
    return place.replace(node, Paragraph(words), node.type, "flattened")


def one_line(text: str) -> str:
    """Words with one space between them; no byte order mark, which a reader would take away."""
    return " ".join(text.replace("\ufeff", " ").split())


def parse(data: bytes, report: Report) -> Article:
    """The first line is the headline, every other a paragraph. Any bytes are a brief; UTF-8 is expected."""
    headline, *lines = clean(data.decode("utf-8-sig", "replace")).splitlines() or [""]
    return Article(one_line(headline), body=[one_line(line) for line in lines if line.strip()])


def fit(document: Node, report: Report) -> Article:
    """The headline and the words of each block; of a feed its title and all articles, as one. The rest is dropped."""
    return FITTER(document, report)


def render(document: Article) -> bytes:
    """The headline and the paragraphs, a line each, in UTF-8."""
    return "\n".join([str(document.headline), *(str(block.text) for block in document.body)]).encode()


FITTER = Fitter(rules, finish={Feed: as_article})
FORMAT = Format(
    name="desk-brief",
    title="Desk brief",
    spec="https://courier.example/desk/brief",
    suffixes=(".brief",),
    parse=parse,
    fit=fit,
    render=render,
)
