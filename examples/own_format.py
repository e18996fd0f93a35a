"""A whole format: the brief that a desk sends around, a headline and a line for each block."""

import newsmodel as nm
from newsmodel.alphabet import clean
from newsmodel.fitting import Fitter, Rules
from newsmodel.format import Format
from newsmodel.registry import register_format

rules = Rules()


@rules(nm.Article)
def article(node, place):
    node = place.keep(node, "headline", "body")
    return place.set(node, "flattened", headline=" ".join(str(node.headline).split()))


@rules(nm.Block)
def block(node, place):
    words = " ".join(nm.plain_text(node).split())
    return place.replace(node, nm.Paragraph(words) if words else None, node.type, "flattened" if words else "dropped")


def parse(data, report):
    headline, *lines = clean(data.decode("utf-8-sig", "replace")).splitlines() or [""]
    return nm.Article(headline, body=[line for line in lines if line])


def render(document):
    return "\n".join([str(document.headline), *(str(block.text) for block in document.body)]).encode()


register_format(Format(name="brief", title="Desk brief", parse=parse, fit=Fitter(rules), render=render))
story = nm.Article("Harbour reopens", section="Harbour", body=[nm.Heading("Since noon"), "The ferries sail."])
print(nm.render(story, "brief"))
print(nm.losses(story, "brief"))
