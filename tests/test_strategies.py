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
from newsmodel.model import Article, Block, Heading, Node, Paragraph, walk
from newsmodel.model.check import shape
from newsmodel.model.registry import built_in
from newsmodel.strategies.nodes import _with_deep
from newsmodel.strategies.sizes import SIZES

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
