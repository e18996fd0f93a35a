"""The strategies: they draw everything that the model can hold, cheaply, the same each time, and shrink to little."""

import pickle
import subprocess
import sys
from collections import Counter

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import newsmodel.model as model
from newsmodel import strategies
from newsmodel._hypothesis import register
from newsmodel.alphabet import is_clean
from newsmodel.codec.hints import members
from newsmodel.model import Article, Block, Heading, Node, Paragraph, walk
from newsmodel.model.check import shape
from newsmodel.model.registry import built_in
from newsmodel.strategies import strings
from newsmodel.strategies.nodes import _with_deep
from newsmodel.strategies.sizes import SIZES
from newsmodel.strategies.threads import CLASHES
from newsmodel.urls import is_safe

# Of each row one at least is in every pool.
HOSTILE_PIECES = (
    *(("]]>", "-->", "</script>", "</textarea>"), ("<b>", "<br>", "<script>"), ("javascript:", "data:text")),
    *(
        ("**", "```", "# ", "|"),
        ("\u0301", "\u200b", "\u200d", "\u00ad", "\ufeff"),
        ("\u200e", "\u200f", "\u202e", "\u2066"),
    ),
    *(("\u0085", "\u2028", "\u2029"), ("\t",), ("\n",), ("  ",), ("\u00a0", "\u3000")),
)
PATIENT = settings(max_examples=5000, database=None, phases=[Phase.generate])

# `find` writes down what it found, and warns where that is long; a hostile thread is.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

register()  # as Hypothesis itself does where newsmodel-core is installed

CLASSES = [cls for cls in vars(model).values() if isinstance(cls, type) and cls.__name__ in model.__all__]


@pytest.fixture(scope="module")
def nodes() -> list[Node]:
    """Every node of the articles of a pool."""
    return [node for article in strategies.pool() for node in walk(article)]


def test_a_pool_gives_every_field_of_every_class_that_an_article_can_hold(nodes):
    given_fields = Counter()
    for node in nodes:
        given_fields.update((type(node), f.name) for f in shape(type(node)) if getattr(node, f.name) != f.default)

    fields = {(cls, f.name) for cls in built_in().values() if cls is not model.Feed for f in shape(cls)}

    assert set() == {f"{cls.__name__}.{name}" for cls, name in fields - given_fields.keys()}


def test_a_pool_holds_as_many_distinct_articles_as_asked_for_of_every_kind_of_string(nodes):
    pool = strategies.pool()
    fields = (value for node in nodes for value in node._values(node))
    text = "".join(str(value) for value in fields if isinstance(value, (str, model.Text)))

    assert 200 == len(pool) == len(set(pool))
    for pieces in HOSTILE_PIECES:
        assert any(piece in text for piece in pieces), f"none of {pieces!r} in the pool"


def test_a_pool_is_the_same_object_in_one_process():
    assert strategies.pool(30, 7) is strategies.pool(30, 7)
    assert strategies.pool(30, 7) != strategies.pool(30, 8)


def test_a_pool_is_the_same_value_in_processes_that_loaded_the_same_modules():
    # Hypothesis draws from the literals of the modules at hand too, so what else is loaded counts.
    code = "import sys, pickle, newsmodel.strategies as s; sys.stdout.buffer.write(pickle.dumps(s.pool(15, 7)))"
    one, other = (
        subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, check=True) for _ in range(2)
    )

    assert pickle.loads(one.stdout) == pickle.loads(other.stdout)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_from_type_draws(cls):
    @settings(max_examples=3, database=None)
    @given(st.from_type(cls))
    def drawn(value):
        assert isinstance(value, cls)

    drawn()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("articles", Article),
        ("blocks", Block),
        ("comment_threads", model.CommentThread),
        ("comments", model.Comment),
        ("concepts", model.Concept),
        ("feeds", model.Feed),
        ("frozen_maps", model.FrozenMap),
        ("inlines", model.Inline),
        ("marks", model.Mark),
        ("media", model.Media),
        ("outline_sections", model.OutlineSection),
        ("people", model.Person),
        ("sections", model.Section),
        ("spans", model.Span),
        ("texts", model.Text),
    ],
)
def test_every_strategy_draws_in_every_size(name, cls, size):
    @settings(max_examples=5, database=None)
    @given(getattr(strategies, name)(size))
    def drawn(value):
        assert isinstance(value, cls)

    drawn()


@given(strategies.datetimes("hostile"))
def test_datetimes_are_aware_with_an_offset_of_whole_minutes(moment):
    assert moment.utcoffset().total_seconds() % 60 == 0
    assert model.Dates(published=moment).published == moment


@pytest.mark.parametrize("condition", [lambda d: d.microsecond, lambda d: d.year < 1000, lambda d: d.utcoffset()])
def test_datetimes_reach(condition):
    assert find(strategies.datetimes("hostile"), condition)


@given(st.from_type(str).filter(lambda text: not is_clean(text)))
def test_what_the_alphabet_leaves_out_the_model_refuses(text):
    with pytest.raises(ValueError, match="XML"):
        Paragraph(text)


def test_a_size_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="small, typical, hostile"):
        strategies.articles("huge")


@pytest.mark.parametrize(
    ("strategy", "wanted", "smallest"),
    [
        (strategies.articles(), lambda article: article.body, Article("rain", body=[Paragraph("rain")])),
        (strategies.articles(), lambda article: article.slug, Article("rain", slug="rain")),
        (
            strategies.articles(),
            lambda article: any(isinstance(block, Heading) for block in article.body),
            Article("rain", body=[Heading("rain", level=1)]),
        ),
        (
            strategies.texts(),
            lambda text: any(i.marks for i in text),
            model.Text([model.Span("rain", marks=["strong"])]),
        ),
        (strategies.blocks("hostile"), lambda block: "<" in str(getattr(block, "text", "")), Paragraph("<")),
    ],
)
def test_a_failure_shrinks_to(strategy, wanted, smallest):
    found = find(strategy, wanted, settings=settings(max_examples=500, database=None))

    assert len(list(walk(found))) <= len(list(walk(smallest))) + 1


def test_a_block_kind_of_ones_own_is_drawn_from_its_fields():
    @attrs.frozen(kw_only=True)
    class Poll(Block):
        type = "acme:poll"
        question: str
        closes: model.Dates | None = None

    assert isinstance(find(strategies.nodes(Poll), lambda poll: poll.closes), Poll)


@pytest.mark.filterwarnings(
    "ignore:Generating overly large repr"
)  # of the table of classes that a strategy closes over
def test_hostile_blocks_of_a_body_nest_near_the_bound():
    size = SIZES["hostile"]
    deep = find(_with_deep(size, size.depth), lambda block: block._depth > 30, settings=PATIENT)

    assert 30 < deep._depth <= 64


def test_hostile_threads_hold_replies_to_themselves():
    def is_ring(thread):
        return any(comment.parent == comment.id for comment in thread)

    assert find(strategies.comment_threads("hostile"), is_ring, settings=PATIENT)


@given(strategies.comment_threads())
def test_typical_replies_follow_their_parents(thread):
    seen = set()
    for comment in thread:
        assert comment.parent is None or comment.parent in seen
        seen.add(comment.id)


@given(strategies.texts("hostile"))
def test_texts_hold_one_link_at_a_point_at_most(text):
    assert all(sum(isinstance(mark, model.Link) for mark in inline.marks) <= 1 for inline in text)


def test_equal_links_are_drawn_with_and_without_a_key():
    keyed = {mark.key is None for node in strategies.pool() for mark in walk(node, model.Link)}

    assert {True, False} == keyed


# --- what a pool of 200 holds several times of each kind --------------------------------------------------------------

SEVERAL = 3


def _is_lively(comment):
    return (
        comment.created and comment.author and comment.author.name and comment.body and comment.votes != model.Tally()
    )


def _fields_with(nodes, strings):
    """The (class, field) pairs whose values hold one of *strings*."""
    return {
        (type(node).__name__, f.name)
        for node in nodes
        for f in shape(type(node))
        if isinstance(value := getattr(node, f.name), (str, model.Text)) and any(each in str(value) for each in strings)
    }


@pytest.fixture(scope="module")
def threads():
    return [article.comments for article in strategies.pool() if len(article.comments)]


@pytest.mark.parametrize("name", ["newsmodel", strings.OWN, "html", "json", "markdown"])
def test_a_pool_holds_data_and_unknown_nodes_of_formats(name, nodes):
    of_format = [node for node in nodes if getattr(node, "format", None) == name]

    assert SEVERAL <= sum(name in node.extra for node in nodes)
    assert SEVERAL <= len(of_format)


def test_a_pool_holds_fields_of_the_model_among_those_of_newer_versions(nodes):
    newer = [node.extra["newsmodel"] for node in nodes if "newsmodel" in node.extra]

    for name in ("id", "type", "newsmodel", "$schema"):
        assert any(isinstance(each, dict) and name in each for each in newer)
    assert any(each == {} for each in newer)
    assert any(not isinstance(each, dict) for each in newer)


def test_a_pool_holds_discussions_as_there_are(threads):
    replies = [c for thread in threads for c in thread if c.parent in {each.id for each in thread}]

    assert SEVERAL <= sum(bool(_is_lively(reply)) for reply in replies)
    assert SEVERAL <= sum((thread.declared or 0) > len(thread) for thread in threads)
    assert SEVERAL <= sum(thread.url is not None and is_safe(thread.url) for thread in threads)
    assert SEVERAL <= sum(thread.url is not None and not is_safe(thread.url) for thread in threads)


def test_a_pool_holds_ids_that_are_nearly_one(threads):
    of_articles = [a for a in strategies.pool() if a.id is not None and a.id in {c.id for c in a.comments}]
    alike = [thread for thread in threads if any({one, other} <= {c.id for c in thread} for one, other in CLASHES)]

    assert SEVERAL <= len(of_articles)
    assert SEVERAL <= len(alike)


def test_a_pool_holds_ids_of_our_own_making_and_numbers_at_the_edge(nodes):
    ids = [node.id for node in nodes if node.id is not None]
    numbers = {value for node in nodes for value in node._values(node) if type(value) is int}

    assert SEVERAL <= sum(id.startswith(("note-", "comment-")) for id in ids)
    assert numbers & {2**63 - 1, -(2**63)}
    assert numbers & {2**53, 2**53 + 1, 10**18}


@pytest.mark.parametrize("line", ["1 comment", "0 Comments", "Share"])
def test_a_pool_holds_paragraphs_that_pages_have_around_their_texts(line, nodes):
    assert SEVERAL <= sum(isinstance(node, Paragraph) and str(node.text) == line for node in nodes)


@pytest.mark.parametrize("payload", strings.PAYLOADS)
def test_a_pool_holds_every_payload_in_several_fields(payload, nodes):
    assert SEVERAL <= len(_fields_with(nodes, [payload]))


def test_a_pool_holds_payloads_in_nearly_every_string_and_every_address_of_an_article_and_its_discussion(nodes):
    held = _fields_with(nodes, [*strings.PAYLOADS, *strings.PAYLOAD_URLS])
    wanted = {
        (cls.__name__, f.name)
        for cls in (Article, model.Comment, model.CommentThread, model.Account, model.Person, model.Image, model.Link)
        for f in shape(cls)
        if str in members(f.hint) or model.Text in members(f.hint)
    }

    assert len(wanted - held) <= len(wanted) // 10
