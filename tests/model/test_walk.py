"""The traversals: every node once, nothing rebuilt that stays as it is."""

import attrs
import pytest
from hypothesis import given

from newsmodel import strategies
from newsmodel.model import (
    Article,
    Aside,
    Cell,
    Comment,
    CommentThread,
    Concept,
    Embed,
    Figure,
    Heading,
    Image,
    Internal,
    Link,
    OutlineSection,
    Paragraph,
    Person,
    Row,
    Span,
    Table,
    plain_text,
    transform,
    walk,
    word_count,
)
from newsmodel.model.outline import outline, unfold

POOL = strategies.pool()


def test_a_transform_that_changes_nothing_gives_the_very_same_article():
    for article in POOL:
        assert transform(article, lambda node: node) is article


def test_transform_sees_every_node_that_walk_sees():
    for article in POOL:
        seen = []
        transform(article, lambda node, seen=seen: seen.append(node) or node)

        assert sorted(map(id, walk(article))) == sorted(map(id, seen))


def test_walk_goes_past_tuples_of_strings():
    article = Article(internal=Internal(notes=["a", "bc"]), credits=[Person("A", same_as=["https://a.example/"])])

    found = [node.type for node in walk(article)]

    assert ["credit", "person"] == found[1:3]
    assert "internal" == found[-1]


def test_walk_gives_parents_first_in_the_order_of_fields():
    article = Article(["a ", Span("b", marks=[Link("u")])], body=[Paragraph("c"), Paragraph("d")])

    assert ["article", "span", "span", "link"] == [node.type for node in walk(article)][:4]
    assert ["c", "d"] == [str(paragraph.text) for paragraph in walk(article, Paragraph)]


def test_a_changed_node_is_the_only_path_that_is_rebuilt():
    article = Article(body=[Paragraph("a"), Paragraph("b")])
    changed = transform(article, lambda node: attrs.evolve(node, role="x") if node == Paragraph("b") else node)

    assert Article(body=[Paragraph("a"), Paragraph("b", role="x")]) == changed
    assert changed.body[0] is article.body[0]


def test_none_takes_a_node_out_of_its_tuple_and_empties_an_optional_field():
    article = Article(body=[Paragraph("a"), Heading("b")], internal=Internal(editor_note="c"))
    changed = transform(article, lambda node: None if isinstance(node, (Heading, Internal)) else node)

    assert Article(body=[Paragraph("a")]) == changed
    with pytest.raises(TypeError, match="the root"):
        transform(Paragraph("a"), lambda node: None)


def test_a_result_that_does_not_fit_is_refused():
    with pytest.raises(TypeError, match=r"Article\.body"):
        transform(Article(body=["a"]), lambda node: Concept("x") if isinstance(node, Paragraph) else node)


@given(strategies.articles())
def test_a_body_folds_and_unfolds(article):
    assert article.body == unfold(article.outline())


def test_an_outline_nests_by_the_levels_of_headings():
    body = (Paragraph("0"), Heading("A", level=2), Paragraph("1"), Heading("B", level=3), Heading("C", level=2))

    expected = (
        OutlineSection(None, (Paragraph("0"),)),
        OutlineSection(Heading("A"), (Paragraph("1"),), (OutlineSection(Heading("B", level=3)),)),
        OutlineSection(Heading("C")),
    )

    assert expected == outline(body)


def test_plain_text_has_a_blank_line_between_blocks_and_words_are_counted():
    article = Article("Not counted", body=[Paragraph("It’s a well-known fact."), Paragraph("3.5 million")])

    assert "It’s a well-known fact.\n\n3.5 million" == plain_text(article)
    assert 6 == word_count(article)
    assert "Not counted" == plain_text(article.headline)


def test_every_article_has_plain_text_and_a_count():
    for article in POOL:
        assert word_count(article) <= len(plain_text(article))


def test_an_article_prints_as_a_few_lines():
    for article in POOL:
        assert len(str(article)) < 40_000
    shown = str(Article("Bridge opens", byline="By A", body=[Paragraph("word " * 10_000)]))
    assert shown.startswith("Bridge opens\nBy A\n")
    assert shown.endswith("[10000 words; 1 x paragraph]")
    assert len(shown.splitlines()) < 12


def test_one_of_a_kind_is_no_plural_in_what_an_article_prints():
    one = Article("x", body=[Paragraph("Yes")], comments=CommentThread([Comment(id="1")]))

    assert str(one).endswith("[1 word; 1 x paragraph; 1 comment]")
    assert str(Article("x")).endswith("[0 words; no blocks]")


def test_a_hundred_thousand_blocks_and_a_chain_of_comments_walk_in_constant_stack():
    comments = [Comment(id=str(n), parent=str(n - 1) if n else None) for n in range(20_000)]
    article = Article(body=["x"] * 100_000, comments=CommentThread(comments))

    assert 100_000 == word_count(article)
    assert 20_000 == sum(1 for _ in walk(article, Comment))
    assert hash(article) == hash(attrs.evolve(article))


def test_the_text_of_an_article_is_read_in_one_go():
    figure = Figure(Image("a.png", alt="A pier", caption="The pier.", credit="A. Mensah"))
    post = Embed("https://x.example/1", caption="A post.", fallback=[Paragraph("Somebody else says so.")])
    article = Article(body=[Paragraph("9\u202f° and\u00a0rain."), figure, Aside([post, Paragraph("Wind.")])])

    assert plain_text(article) == "9 ° and rain.\n\nWind."
    assert plain_text(article.body[0]) == "9\u202f° and\u00a0rain."
    assert plain_text(figure) == "The pier."
    assert "Somebody else says so." in plain_text(post)


def test_a_table_is_read_from_its_caption_and_head():
    rows = [Row([Cell([Paragraph(word)])]) for word in ("Year", "1990")]

    assert plain_text(Table(rows[1:], head=rows[:1], caption="Floods")) == "Floods\n\nYear\n\n1990"
