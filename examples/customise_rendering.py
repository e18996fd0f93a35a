"""The same pull quote by the HTML renderer, by a function of one's own, and by a Jinja2 template."""

from pathlib import Path

import newsmodel as nm
from newsmodel.rendering.html import html
from newsmodel.rendering.html_elements import element
from newsmodel.rendering.template import template_string

article = nm.read(Path(__file__).parent / "articles" / "sea-lamps.json")
quote = next(nm.walk(article, nm.PullQuote))


def big(node: nm.PullQuote, out) -> str:
    return element("p", {"class": "big"}, out.spans(node.text))


banner = template_string("<aside>{{ node.text | spans }}<hr></aside>")

print(html.render(quote))
print(html.using({nm.PullQuote: big}).render(quote))
print(html.using({nm.PullQuote: banner}).render(quote))

page = nm.to_html(article, renderer=html.using({nm.PullQuote: big}))
print('<p class="big">' in page)

# Output:
# <blockquote class="pull-quote"><p class="text">They looked out of the window.</p></blockquote>
# <p class="big">They looked out of the window.</p>
# <aside>They looked out of the window.<hr></aside>
# True
