"""The laws of what strangers wrote: nothing of it may run, or take a name, in the page that it is shown on."""

from __future__ import annotations

from newsmodel.format import Format
from newsmodel.model.article import Article
from newsmodel.testing.converted import converted
from newsmodel.testing.inert import dangers
from newsmodel.testing.laws import article_law


@article_law("render", "markup")
def its_markup_is_inert(format: Format, article: Article) -> None:
    """The HTML that it writes has only elements, attributes and addresses that show something and run nothing."""
    assert format.markup is not None
    for piece in format.markup(converted(format, article).data):
        found = dangers(piece)
        assert not found, f"{', '.join(found[:5])} in {piece[:500]!r}"
