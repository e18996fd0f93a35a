"""A property test of a site's own code with generated articles: does every card have a title that fits?"""

from hypothesis import given, settings

import newsmodel as nm
from newsmodel.strategies import articles


def card_title(article: nm.Article, room: int = 60) -> str:
    """The site's code under test: the headline in one line, cut at a word."""
    words = " ".join(str(article.headline).split())
    return words if len(words) <= room else words[: room - 1].rsplit(" ", 1)[0] + "…"


@given(articles("typical"))
@settings(max_examples=50, deadline=None, database=None)
def every_title_fits(article: nm.Article) -> None:
    title = card_title(article)
    assert len(title) <= 60
    assert "\n" not in title


every_title_fits()
print("50 articles, every title fits")

# Output:
# 50 articles, every title fits
