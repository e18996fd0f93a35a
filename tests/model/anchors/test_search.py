import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.anchors import edits

import newsmodel as nm
from newsmodel.model.anchors import anchor, resolve

ARTICLES = edits.articles()
TEXT = "Nobody on the quay remembers a tide as high as the one of last Thursday night."


def resolved(article: nm.Article, made: nm.Anchor) -> tuple[int, str] | None:
    found = resolve(article, made)
    if found is None:
        return None
    number = next(n for n, block in enumerate(article.body) if block is found.block)
    return number, str(found.block.text)[found.start : found.end]


@given(st.data())
def test_an_anchor_is_resolved_in_the_article_that_it_was_made_for(data):
    article = data.draw(st.sampled_from(ARTICLES))
    block = data.draw(st.sampled_from(article.body))
    start = data.draw(st.integers(0, len(str(block.text)) - 1))
    end = data.draw(st.integers(start + 1, len(str(block.text))))

    assert (block, start, end) == resolve(article, anchor(article, block, start, end))


def test_a_quote_with_its_context_is_found_wherever_it_went():
    made = anchor(nm.Article(body=[TEXT]), "$.body[0]", 29, 55)
    changed = f"Changed. {TEXT}"

    assert (1, TEXT[29:55]) == resolved(nm.Article(body=["Another.", TEXT]), made)
    assert (1, TEXT[29:55]) == resolved(nm.Article(body=["Another.", changed]), made)


def test_a_quote_without_context_is_found_if_it_stands_there_once():
    quote = nm.Anchor("a tide as high")

    assert (0, "a tide as high") == resolved(nm.Article(body=[TEXT]), quote)
    assert resolved(nm.Article(body=[TEXT, TEXT]), quote) is None


@pytest.mark.parametrize(
    "text",
    [
        "Machines were chosen.",  # hypothesis/h#2634: "Linus" found in "chines"
        "They spoke of Linus again, and of little else, all evening long.",
    ],
)
def test_a_word_is_not_found_in_a_look_alike(text):
    old = nm.Article(body=["It was then that Linus came in, wet through, and asked for soup."])

    assert resolved(nm.Article(body=[text]), anchor(old, "$.body[0]", 17, 22)) is None


def test_a_block_that_is_gone_is_not_found_as_a_word_of_another():
    old = nm.Article(body=[nm.Heading("Harbour"), TEXT])
    new = nm.Article(body=[TEXT, "The Harbour is closed."])

    assert resolved(new, anchor(old, "$.body[0]", 0, 7)) is None


def test_a_long_quote_is_not_taken_for_its_twin_in_another_place():
    made = anchor(nm.Article(body=[TEXT]), "$.body[0]", 29, 55)
    new = nm.Article(body=["In the old songs they sing of " + TEXT[29:55] + ", and of ships that never came home."])

    assert resolved(new, made) is None


def test_an_orphan_is_not_attached_again():
    made = anchor(nm.Article(body=[TEXT]), "$.body[0]", 29, 55)
    orphan = attrs.evolve(made, block=None, start=None, end=None)

    assert resolve(nm.Article(body=[TEXT]), orphan) is None


def test_an_anchor_without_a_quote_is_nowhere():
    assert resolve(nm.Article(body=[TEXT]), nm.Anchor()) is None
