"""All that is done with a document gives what it gives anywhere, from a caller whose stack is nearly full too."""

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.test_scale import CONTAINERS, NESTED, nested

import newsmodel as nm
from newsmodel import registry, strategies
from newsmodel.codec import from_data
from newsmodel.fitting import Fitter, compare
from newsmodel.model.frozen import MAXIMUM_DEPTH, FrozenMap, thaw
from newsmodel.rendering.html import html

LEFT = 200  # frames
WRITTEN = [format.name for format in registry.every() if format.render]


def standing(frames: int) -> int:
    """How many frames are above the caller, at most *frames*."""
    depth = 0
    frame = sys._getframe(1)
    while frame is not None and depth < frames:
        frame, depth = frame.f_back, depth + 1
    return depth


def from_deep(work: Callable[[], Any], left: int = LEFT) -> Any:
    """What *work* gives, called with only *left* frames of the stack left."""
    return _deeper(sys.getrecursionlimit() - left - standing(sys.getrecursionlimit()), work)


def _deeper(frames: int, work: Callable[[], Any]) -> Any:
    return work() if frames <= 0 else _deeper(frames - 1, work)


@attrs.frozen(kw_only=True)
class Poll(nm.Container):
    type: ClassVar[str] = "stack:poll"
    body: tuple[nm.Block, ...] = ()

    def lower(self) -> tuple[nm.Block, ...]:
        return self.body


def json_value(depth: int, at_the_end: Any = 1) -> Any:
    """Objects and arrays in turn."""
    value = at_the_end
    for level in range(depth):
        value = [value, level] if level % 2 else {"a": value, "b": level}
    return value


def sections(depth: int) -> nm.Section | None:
    section = None
    for level in range(depth):
        section = nm.Section(f"s{level}", None, section)
    return section


def document(kind: str, word: str = "x", depth: int = MAXIMUM_DEPTH) -> nm.Article:
    """As deep as the model allows, in its body, its sections, its comments and its foreign data."""
    leaf = nm.Paragraph([word, nm.Span("bold", marks=["strong"])])
    deepest = {"cms": json_value(MAXIMUM_DEPTH - 2)}
    if kind == "foreign data":
        return nm.Article("h", extra=deepest, body=[nm.Paragraph(word, extra=deepest)])
    if kind == "sections":
        return nm.Article("h", section=sections(MAXIMUM_DEPTH), body=[leaf])
    if kind == "comments":
        comment = nm.Comment(id="1", body=[nested("lists", depth, leaf)])
        return nm.Article("h", comments=nm.CommentThread([comment]))
    return nm.Article("h", extra=deepest, body=[nested(kind, depth, leaf), nm.Paragraph("after")])


KINDS = pytest.mark.parametrize("kind", [*CONTAINERS, "foreign data", "sections", "comments"])


def louder(node: nm.Node) -> nm.Node | None:
    return attrs.evolve(node, text=node.text.upper()) if isinstance(node, nm.Span) else node


SHOUTING = Fitter({nm.Span: lambda node, place: place.set(node, "altered", text=node.text.upper())})


def reported(work: Callable[[nm.Report], Any]) -> Any:
    report = nm.Report()
    return work(report), report


WORK: dict[str, Callable[[nm.Article, nm.Article, nm.Article], Any]] = {
    "==": lambda one, twin, other: (one == twin, one != twin, one == other, other != one),
    "== of the body": lambda one, twin, other: (one.body == twin.body, one.body == other.body),
    "hash": lambda one, twin, other: (hash(one), hash(one.body), {one: 1}[twin]),
    "pickle": lambda one, twin, other: pickle.dumps(one),
    "pickle, old protocols": lambda one, twin, other: [pickle.dumps(one, number) for number in range(2, 6)],
    "unpickle": lambda one, twin, other: pickle.loads(pickle.dumps(one)),
    "copy": lambda one, twin, other: (copy.copy(one) is one, copy.deepcopy([one])[0] is one),
    "repr": lambda one, twin, other: (repr(one), str(one), repr(one.extra), [repr(block) for block in one.body]),
    "walk": lambda one, twin, other: list(nm.walk(one)),
    "transform": lambda one, twin, other: (nm.transform(one, louder), nm.transform(one, lambda node: node) is one),
    "plain text": lambda one, twin, other: (nm.plain_text(one), nm.word_count(one), one.outline()),
    "evolve": lambda one, twin, other: attrs.evolve(one, headline="new", extra=thaw(one.extra)),
    "to_data": lambda one, twin, other: nm.to_data(one),
    "from_data": lambda one, twin, other: from_data(nm.to_data(one)),
    "to_json": lambda one, twin, other: nm.to_json(one, internal=True, indent=1),
    "from_json": lambda one, twin, other: nm.from_json(nm.to_json(one)),
    "from_json, indented": lambda one, twin, other: nm.from_json(nm.to_json(one, indent=2)),
    "iter_articles": lambda one, twin, other: nm.parse_feed(nm.to_json(one), "json"),
    "html there and back": lambda one, twin, other: reported(lambda r: nm.from_html(nm.to_html(one), report=r)),
    "a renderer": lambda one, twin, other: reported(lambda r: [html.render(block, r) for block in one.body]),
    "a fitter": lambda one, twin, other: reported(lambda r: SHOUTING(one, r)),
    "verify": lambda one, twin, other: reported(lambda r: nm.render(one, "html", report=r, verify=True)),
    "compare": lambda one, twin, other: reported(lambda r: compare(one, other, r)),
    "losses": lambda one, twin, other: [nm.losses(one, name).losses for name in WRITTEN],
    **{
        f"render {name}": lambda one, twin, other, name=name: reported(lambda r: nm.render_bytes(one, name, report=r))
        for name in WRITTEN
    },
}  # fmt: skip


@KINDS
@pytest.mark.parametrize("name", WORK)
def test_work_gives_the_same_from_a_nearly_full_stack(name, kind):
    one, twin, other = document(kind), document(kind), document(kind, "y")

    assert WORK[name](one, twin, other) == from_deep(lambda: WORK[name](one, twin, other))


@NESTED
@settings(max_examples=20)
@given(st.integers(0, MAXIMUM_DEPTH), st.integers(60, 900), st.sampled_from(["==", "hash", "unpickle", "transform"]))
def test_a_value_is_a_value_at_any_depth_with_any_stack_left(kind, depth, left, name):
    one, twin, other = document(kind, depth=depth), document(kind, depth=depth), document(kind, "y", depth)

    assert WORK[name](one, twin, other) == from_deep(lambda: WORK[name](one, twin, other), left)


@pytest.mark.parametrize("number", range(60))
def test_an_article_of_any_content_is_the_same_value_on_a_nearly_full_stack(number):
    article = strategies.pool()[number]
    twin = nm.from_json(nm.to_json(article, internal=True))

    def work() -> Any:
        return article == twin, hash(article) == hash(twin), pickle.loads(pickle.dumps(article)) == twin

    assert (True, True, True) == work() == from_deep(work, 60)


def test_a_kind_of_one_s_own_is_such_a_value_too():
    def polls(word: str) -> nm.Block:
        block: nm.Block = nm.Paragraph(word)
        for _ in range(MAXIMUM_DEPTH // 2):
            block = nm.Quote([Poll(body=(block,))])
        return block

    one, twin, other = polls("x"), polls("x"), polls("y")

    assert from_deep(lambda: one == twin and one != other and hash(one) == hash(twin))
    assert from_deep(lambda: one.body == twin.body and pickle.loads(pickle.dumps(one)) == one)
    assert repr(Poll(body=(nm.Quote(["x"]),))) == "Poll(body=<1 Quote>)"


@pytest.mark.parametrize("depth", [1, 8, 9, 40, MAXIMUM_DEPTH - 1])
def test_foreign_data_is_the_same_value_on_a_nearly_full_stack(depth):
    data = {"top": json_value(depth)}
    values, twin = FrozenMap(data), FrozenMap(data)

    def work() -> Any:
        other = FrozenMap({"top": json_value(depth, True)})  # 1 == True, and yet another value
        back = pickle.loads(pickle.dumps(values))
        same = values == twin == back == FrozenMap(data), values == other, hash(values) == hash(twin) == hash(back)
        return same, repr(values), thaw(values), values == data, list(back)

    shallow = work()
    assert ((True, False, True), eval(repr(values)), data) == (shallow[0], values, shallow[2])
    assert shallow == from_deep(work)


def test_equal_foreign_data_is_compared_in_linear_time():
    """Each level once: when both a map and what it holds asked for what is below, 64 levels were 2 ** 64 questions."""
    values, twin = FrozenMap({"a": json_value(MAXIMUM_DEPTH - 1)}), FrozenMap({"a": json_value(MAXIMUM_DEPTH - 1)})
    asked = []
    sys.setprofile(lambda frame, event, _arg: asked.append(event) if event == "call" else None)
    try:
        same = values == twin
    finally:
        sys.setprofile(None)

    assert same
    assert len(asked) < 20 * MAXIMUM_DEPTH


def test_transform_asks_for_every_node_once():
    article, seen = document("tables"), []

    from_deep(lambda: nm.transform(article, lambda node: seen.append(id(node)) or node))

    assert len(list(nm.walk(article))) == len(seen)


def test_the_order_of_foreign_keys_survives_a_pickle():
    values = FrozenMap({"b": json_value(40), "a": {"d": 1, "c": 2}})

    assert ["b", "a"] == list(pickle.loads(pickle.dumps(values)))
    assert json.dumps(values) == json.dumps(pickle.loads(pickle.dumps(values)))


@pytest.mark.parametrize(
    "work", ["nm.to_html(a)", "nm.from_html('<p>x</p>')", "nm.to_json(a)", "a == b", "nm.losses(a, 'text')"]
)
def test_what_is_done_first_may_be_done_on_a_nearly_full_stack(work):
    """Modules are imported when they are first needed, which takes a stack of its own."""
    code = f"""
import sys, newsmodel as nm
a = b = nm.Article("x", body=["y"])
def deeper(frames):
    return {work} if frames <= 0 else deeper(frames - 1)
print(deeper(sys.getrecursionlimit() - {LEFT}) is not None)
"""
    assert (
        "True"
        == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    )
