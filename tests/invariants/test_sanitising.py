"""Invariant 10: the markup of a comment becomes allowed markup, which stays as it is."""

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.test_safety import clean, dangers, payloads

import newsmodel as nm
from newsmodel.comment_export import fitter
from newsmodel.html_fitting import fragment, read_fragment
from newsmodel.report import Report
from newsmodel.strategies.strings import PIECES

TEXT = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "footer", "pre", "br", "a", "span"}
TAGS = TEXT | {"ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}
TAGS |= {"strong", "em", "u", "s", "sub", "sup", "mark", "q", "ins", "del", "kbd", "code", "cite"}
ATTRIBUTES = {"href", "title", "rel", "target", "cite", "start", "lang", "dir", "class", "scope"}
ATTRIBUTES |= {"colspan", "rowspan", "data-space"}
SANITISE = fitter({})


def sanitised(markup: str) -> str:
    """A comment's markup as the exports of comment systems write it again."""
    comment = nm.Comment(id="1", body=read_fragment(markup, Report()))
    return fragment(SANITISE(comment, Report()).body)


def check_is_sanitised(markup: str) -> None:
    page = LexborHTMLParser(f'<!DOCTYPE html><div id="wrapper">{markup}</div><p id="after">')
    wrapper, after = page.css_first("#wrapper"), page.css_first("#after")

    assert [] == [each.tag for each in wrapper.css("*")[1:] if each.tag not in TAGS]
    assert (wrapper, "body") == (after.prev, after.parent.tag)
    for each in wrapper.css("*")[1:]:
        assert ATTRIBUTES >= set(each.attributes)
    assert [] == dangers(markup)
    assert markup == sanitised(markup)


def test_a_hostile_body_becomes_allowed_markup_and_stays_as_it_is(samples):
    for each in payloads(samples):
        check_is_sanitised(sanitised(each["payload"]))


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_any_soup_becomes_allowed_markup_and_stays_as_it_is(markup):
    check_is_sanitised(sanitised(markup))


def test_words_never_become_markup(samples):
    for each in payloads(samples):
        words = clean(each["payload"])
        shown = LexborHTMLParser(nm.render(nm.Comment(id="1", body=[nm.Paragraph(words)]), "html")).css_first(".body")
        as_fragment = LexborHTMLParser(fragment((nm.Paragraph(words),)))

        assert {"div", "p"} >= {child.tag for child in shown.css("*")}
        assert {"p"} >= {child.tag for child in as_fragment.body.css("*")[1:]}
        assert words.split() == shown.text().split()
