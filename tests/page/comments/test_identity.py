"""Ids, parents and depths of comments whose system nobody described, by what their elements bear."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.page.comments.identity import starts_of
from newsmodel.page.survey import Survey


def starts(*attributes: str, inside: str = "<p>At last!</p>", before: str = ""):
    page = "".join(f"{before}<section {each}>{inside}</section>" for each in attributes)
    survey = Survey(parse(page))
    return list(starts_of(survey, survey.numbers("section"), are_sure=True).values())


@pytest.mark.parametrize(
    ("attribute", "id"),
    [
        ("id=comment-12", "12"),
        ("id=c000123", "000123"),
        ("id=cid-801", "801"),
        ("data-comment-id=77 id=x1", "77"),
        ("data-postingid=1042", "1042"),
        ("id=comment-5e5b8d2f1c9d440000a1b2c3", "5e5b8d2f1c9d440000a1b2c3"),
        ("id=remark42__comment-0d6f5b1c-7f62-4a6e-9a5e-0a1b2c3d4e50", "0d6f5b1c-7f62-4a6e-9a5e-0a1b2c3d4e50"),
        ("data-fullname=t1_kx1a0", "kx1a0"),
        ("id=comments", None),
        ("data-user-id=9", None),
    ],
)
def test_an_id_stands_in_an_attribute_behind_whatever_comes_before_it(attribute, id):
    assert id == starts(attribute)[0].id


@pytest.mark.parametrize(
    ("inside", "before"),
    [
        ("<div id=comment-12></div><p>At last!</p>", ""),
        ("<a name=c12></a><p>At last!</p>", ""),
        ('<p>At last!</p><a href="/news/ferries#comment-12">9:15</a>', ""),
        ("<p>At last!</p>", "<a id=c12></a>"),
    ],
)
def test_an_id_stands_on_an_empty_element_or_is_where_the_date_leads(inside, before):
    assert "12" == starts("class=x", inside=inside, before=before)[0].id


@pytest.mark.parametrize("name", ["data-parent", "parentid", "data-parent-id", "data-parentpostingid", "data-reply-to"])
def test_a_parent_is_one_of_the_others(name):
    first, second, third = starts("id=c-1", f"id=c-2 {name}=c-1", f"id=c-3 {name}=0")

    assert (None, "1", "") == (first.parent, second.parent, third.parent)


def test_a_parent_that_is_no_comment_is_none():
    assert [None, None] == [start.parent for start in starts("id=c-1 data-parent=#panel", "id=c-2 data-parent=#panel")]


@pytest.mark.parametrize(
    "attributes",
    [
        ("class=x-level-0", "class=x-level-1", "class=x-level-0"),
        ("data-depth=3", "data-depth=4", "data-depth=3"),
        ("style=margin-left:0px", "style='margin-left: 25px'", ""),
        ("class=x", "class='x x-reply'", "class=x"),
    ],
)
def test_a_depth_is_told_by_a_class_an_attribute_or_a_margin(attributes):
    assert [1, 2, 1] == [start.depth for start in starts(*attributes)]


def test_no_depth_is_told_where_all_stand_alike():
    assert [None, None] == [start.depth for start in starts("data-level=1", "data-level=1")]
