import random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.anchors import edits
from tests.model.anchors.cases import ARTICLES, CASES, generated, is_right, survives

import newsmodel as nm
from newsmodel.model.anchors import anchor, reanchor, resolve


def test_two_thousand_edits_never_lead_to_a_wrong_passage_and_hardly_ever_lose_one():
    wrong, surviving, found = [], 0, 0
    for seed in range(CASES):
        case = generated(seed)
        moved = reanchor(case.anchor, case.old, case.new)
        surviving += survives(case)
        if moved.block is None:
            continue
        if not is_right(case, resolve(case.new, moved)):
            wrong.append(seed)
        found += survives(case)

    assert [] == wrong
    assert surviving > CASES / 2
    assert found / surviving >= 0.95


@pytest.mark.parametrize("seed", range(0, CASES, 40))
def test_what_was_found_is_what_the_article_says_and_what_was_not_is_an_orphan(seed):
    case = generated(seed)
    moved = reanchor(case.anchor, case.old, case.new)

    if moved.block is None:
        assert (None, None, case.anchor.exact) == (moved.start, moved.end, moved.exact)
        assert resolve(case.new, moved) is None
        assert moved == reanchor(moved, case.new, case.old), "an orphan stays one"
    else:
        block, start, end = resolve(case.new, moved)
        assert moved.exact == str(block.text)[start:end]


@st.composite
def anchored(draw) -> tuple[nm.Article, int, nm.Anchor]:
    """An example article, the number of one of its paragraphs, and an anchor to some words of it."""
    old = draw(st.sampled_from(ARTICLES))
    old = edits.with_ids(old) if draw(st.booleans()) else old
    number = draw(st.integers(0, len(old.body) - 1))
    text = str(old.body[number].text)
    start = draw(st.integers(0, len(text) - 1))
    return old, number, anchor(old, old.body[number], start, draw(st.integers(start + 1, len(text))))


def with_text(old: nm.Article, number: int, text: str) -> nm.Article:
    return attrs.evolve(
        old, body=[*old.body[:number], attrs.evolve(old.body[number], text=text), *old.body[number + 1 :]]
    )


@given(anchored())
def test_no_anchor_changes_with_an_article_that_does_not(made):
    old, number, anchor = made

    assert anchor == reanchor(anchor, old, old)
    assert (old.body[number], anchor.start, anchor.end) == resolve(old, anchor)


@given(anchored(), st.data())
def test_an_edit_of_another_block_moves_no_anchor(made, data):
    old, number, anchor = made
    others = [other for other in range(len(old.body)) if other != number]
    new = with_text(old, data.draw(st.sampled_from(others)), data.draw(st.sampled_from(["New.", "", "Said so. " * 9])))

    assert (anchor.exact, anchor.start) == (reanchor(anchor, old, new).exact, reanchor(anchor, old, new).start)
    assert (new.body[number], anchor.start, anchor.end) == resolve(new, reanchor(anchor, old, new))


@given(anchored(), st.sampled_from(["Now: ", "🚢 ", "The board said so on Monday. "]))
def test_words_put_before_a_passage_move_its_offsets_by_their_length(made, words):
    old, number, anchor = made
    new = with_text(old, number, words + str(old.body[number].text))
    moved = reanchor(anchor, old, new)

    if moved.block is not None or len(anchor.exact) >= 24:
        assert (anchor.start + len(words), anchor.end + len(words)) == (moved.start, moved.end)
        assert (new.body[number], moved.start, moved.end) == resolve(new, moved)


@given(anchored())
def test_a_passage_that_is_deleted_is_orphaned_wherever_it_stood(made):
    old, number, anchor = made
    text = str(old.body[number].text)
    new = with_text(old, number, text[: anchor.start] + text[anchor.end :])
    without = attrs.evolve(old, body=[*old.body[:number], *old.body[number + 1 :]])

    for edited in (new, without):
        moved = reanchor(anchor, old, edited)
        assert (None, anchor.exact) == (moved.block, moved.exact)
        assert resolve(edited, moved) is None


PARAGRAPHS = [
    "The ferry sails at six. The ferry sails at nine.",
    "Nobody on the quay remembers a tide as high as the one of last Thursday night.",
    "The town has set aside 1.4 million crowns, a third of what the engineers asked for.",
    "Repairs to the east wall are to begin in April, if the weather holds.",
]
TIDE = "a tide as high as the one"


def article(*texts: str) -> nm.Article:
    return nm.Article(body=list(texts))


def moved_to(old: nm.Article, new: nm.Article, passage: str, block: int = 1) -> tuple[str, str] | None:
    """Path and words to which an anchor to *passage* moved."""
    start = str(old.body[block].text).index(passage)
    moved = reanchor(anchor(old, old.body[block], start, start + len(passage)), old, new)
    return None if moved.block is None else (moved.block, moved.exact)


OLD = article(*PARAGRAPHS)


def test_an_unchanged_article_changes_no_anchor():
    made = anchor(OLD, "$.body[1]", 3, 20)

    assert made == reanchor(made, OLD, OLD)


def test_an_edit_in_another_block_never_moves_an_anchor():
    made = anchor(OLD, "$.body[1]", 3, 20)

    assert made == reanchor(made, OLD, article("New.", *PARAGRAPHS[1:3], "New, too."))


def test_text_put_before_the_passage_moves_the_offsets_by_its_length():
    old = anchor(OLD, "$.body[1]", 31, 42)
    new = reanchor(old, OLD, article(PARAGRAPHS[0], "They say: " + PARAGRAPHS[1], *PARAGRAPHS[2:]))

    assert (old.block, old.start + 10, old.end + 10, old.exact) == (new.block, new.start, new.end, new.exact)


def test_a_deleted_passage_is_an_orphan_though_its_words_stand_elsewhere():
    old = article("Anna said so. Then Anna left.", "Anna came back at night.", "So it went.")
    new = article("Then Anna left.", "Anna came back at night.", "So it went.")

    assert moved_to(old, new, "Anna", 0) is None


def test_a_deleted_sentence_is_not_found_in_its_twin():
    assert moved_to(OLD, article("The ferry sails at nine.", *PARAGRAPHS[1:]), "The ferry sails at six.", 0) is None


def test_a_deleted_paragraph_is_not_found_in_one_that_reads_the_same():
    same = "The east wall, it says, will not outlast the winter."
    old = article(same, *PARAGRAPHS, same, "The end.")
    new = article(*PARAGRAPHS, same, "The end.")

    assert moved_to(old, new, "will not outlast", 0) is None
    assert ("$.body[4]", "will not outlast") == moved_to(old, new, "will not outlast", 5)


def test_the_pull_quote_of_a_deleted_sentence_is_not_the_sentence():
    quoted = nm.PullQuote("Nobody remembers a tide as high as the one of last Thursday")
    old, new = nm.Article(body=[quoted, *PARAGRAPHS]), nm.Article(body=[quoted, PARAGRAPHS[0], *PARAGRAPHS[2:]])

    assert moved_to(old, new, TIDE, 2) is None


def test_a_passage_follows_its_paragraph_when_that_is_moved_split_or_merged():
    one, two, three, four = PARAGRAPHS

    assert ("$.body[3]", TIDE) == moved_to(OLD, article(one, three, four, two), TIDE)
    assert ("$.body[2]", TIDE) == moved_to(OLD, article(one, two[:29], two[29:], three, four), TIDE)
    assert ("$.body[0]", TIDE) == moved_to(OLD, article(f"{one} {two}", three, four), TIDE)
    assert ("$.body[1]", TIDE) == moved_to(OLD, article(one, f"{two} {three}", four), TIDE)


def test_a_passage_follows_through_mistakes_of_typing():
    new = article(PARAGRAPHS[0], PARAGRAPHS[1].replace("high as", "hihg az").replace("quay", "key"), *PARAGRAPHS[2:])

    assert ("$.body[1]", TIDE.replace("high as", "hihg az")) == moved_to(OLD, new, TIDE)


def test_a_long_passage_follows_into_another_paragraph():
    new = article(PARAGRAPHS[0], *PARAGRAPHS[2:], "It was, people say, a tide as high as the one of 1953.")

    assert ("$.body[3]", TIDE) == moved_to(OLD, new, TIDE)


def test_the_original_is_told_from_its_copy():
    one, two, three, four = PARAGRAPHS

    assert ("$.body[1]", TIDE) == moved_to(OLD, article(one, two, two, three, four), TIDE)
    assert ("$.body[1]", TIDE) == moved_to(OLD, article(one, two, three, four, two), TIDE)
    assert ("$.body[1]", TIDE) == moved_to(OLD, article(one, f"Changed: {two}", three, four, two), TIDE)


def test_a_block_with_an_id_is_found_by_it():
    old = nm.Article(body=[nm.Paragraph(text, id=f"p{n}") for n, text in enumerate(PARAGRAPHS)])
    copy = nm.Paragraph(PARAGRAPHS[1])
    new = nm.Article(body=[copy, *old.body[2:], attrs.evolve(old.body[1], text=f"Now: {PARAGRAPHS[1]}")])

    assert ("p1", TIDE) == moved_to(old, new, TIDE)
    assert moved_to(old, nm.Article(body=[old.body[0], *old.body[2:], copy]), TIDE) is None


def test_all_anchors_of_a_thread_move_and_everything_else_stays():
    made = anchor(OLD, "$.body[1]", 3, 20)
    thread = nm.CommentThread(
        [nm.Comment(id="a", anchor=made), nm.Comment(id="b")],
        forms=[nm.FeedbackForm("Is it?", anchor=anchor(OLD, "$.body[2]", 0, 8))],
    )
    new = article("First.", *PARAGRAPHS[:2], *PARAGRAPHS[3:])
    moved = reanchor(thread, OLD, new)

    assert ("$.body[2]", None) == (moved.comments[0].anchor.block, moved.forms[0].anchor.block)
    assert "The town" == moved.forms[0].anchor.exact
    assert thread.comments[1] is moved.comments[1]
    assert thread is reanchor(thread, OLD, OLD)


def test_hundreds_of_anchors_in_a_long_article_that_was_all_retyped_are_moved():
    dice = random.Random(0)
    old = nm.Article(body=[" ".join(dice.choices(edits.WORDS, k=60)) + f" {n}." for n in range(200)])
    new = nm.Article(body=[f"Again: {block.text}" for block in old.body])
    anchors = [anchor(old, f"$.body[{n}]", 10, 60) for n in range(200)]
    thread = nm.CommentThread([nm.Comment(id=str(n), anchor=anchors[n % 200]) for n in range(400)])

    assert all(comment.anchor.start == 17 for comment in reanchor(thread, old, new))
