"""Containers and their bound, own kinds of block, and what constructors refuse."""

import copy
import pickle
from typing import ClassVar

import attrs
import pytest

from newsmodel.model import (
    Aside,
    Block,
    Cell,
    Heading,
    Image,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
    plain_text,
    register_block,
    registered,
    transform,
    walk,
    word_count,
)
from newsmodel.model.registry import class_of, own_kinds

WRAPPERS = {
    "quote": lambda block: Quote([block]),
    "aside": lambda block: Aside([block]),
    "list": lambda block: List([ListItem([block])]),
    "table": lambda block: Table([Row([Cell([block])])]),
}


def nested(depth, wrap):
    block = Paragraph("deep")
    for _ in range(depth):
        block = wrap(block)
    return block


@pytest.mark.parametrize("wrap", WRAPPERS.values(), ids=WRAPPERS)
def test_containers_64_deep_do_all_that_others_do(wrap):
    deep = nested(64, wrap)

    assert deep == nested(64, wrap) == pickle.loads(pickle.dumps(deep)) == copy.deepcopy(deep)
    assert hash(deep) == hash(nested(64, wrap))
    assert repr(deep)
    assert "deep" == plain_text(deep)
    assert 1 == word_count(deep)
    assert transform(deep, lambda node: node) is deep
    assert 65 <= sum(1 for _ in walk(deep))


@pytest.mark.parametrize("wrap", WRAPPERS.values(), ids=WRAPPERS)
def test_containers_65_deep_are_refused(wrap):
    deep = nested(64, wrap)

    with pytest.raises(ValueError, match="64 deep"):
        wrap(deep)


def test_sections_64_deep_are_a_chain_and_one_more_is_refused():
    section = Section("top")
    for _ in range(63):
        section = Section("below", parent=section)

    assert section == pickle.loads(pickle.dumps(section))
    with pytest.raises(ValueError, match="64 deep"):
        Section("below", parent=section)


@attrs.frozen(kw_only=True)
class Poll(Block):
    type: ClassVar[str] = "acme:poll"

    question: str

    def lower(self):
        return (Paragraph(self.question),)


def test_an_own_kind_is_known_while_it_is_registered():
    with registered(Poll):
        assert class_of("acme:poll") is Poll
        assert (Poll,) == own_kinds()
        with registered(Poll):  # by an inner test, which must not take it away
            pass
        assert class_of("acme:poll") is Poll

    assert class_of("acme:poll") is None
    assert Paragraph is class_of("paragraph")


def test_an_own_kind_is_checked_compared_and_pickled_as_ours_are():
    assert Poll(question="?") == Poll(question="?")
    assert Poll(question="?") == pickle.loads(pickle.dumps(Poll(question="?")))
    with pytest.raises(TypeError, match=r"Poll\.question takes str, not int"):
        Poll(question=1)


def test_an_undecorated_kind_is_refused():
    class Bare(Poll):
        answer: str = ""

    with pytest.raises(TypeError, match="Bare is not decorated"):
        register_block(Bare)
    with pytest.raises(TypeError, match="Bare is not decorated"):
        Bare(question="?")


def test_a_kind_without_namespace_or_without_lower_is_refused():
    @attrs.frozen(kw_only=True)
    class Plain(Block):
        def lower(self):
            return ()

    @attrs.frozen(kw_only=True)
    class Stuck(Block):
        type: ClassVar[str] = "acme:stuck"

    with pytest.raises(TypeError, match='type: ClassVar\\[str\\] = "mine:plain"'):
        register_block(Plain)
    with pytest.raises(TypeError, match="Stuck needs lower"):
        register_block(Stuck)
    with pytest.raises(TypeError, match="must be a subclass of Block"):
        register_block(Text)


def test_a_type_belongs_to_one_class():
    @attrs.frozen(kw_only=True)
    class Other(Block):
        type: ClassVar[str] = "acme:poll"

        def lower(self):
            return ()

    with registered(Poll), pytest.raises(ValueError, match="acme:poll"):
        register_block(Other)


@pytest.mark.parametrize(
    ("build", "error", "said"),
    [
        (lambda: Heading("x", level=7), ValueError, "Heading.level must be 1 to 6, not 7"),
        (lambda: Heading("x", level="2"), TypeError, "Heading.level takes int, not str"),
        (lambda: Heading("x", level=True), TypeError, "Heading.level takes int, not bool"),
        (lambda: Paragraph(5), TypeError, "int"),
        (lambda: Paragraph("x", direction="down"), ValueError, "must be one of ltr, rtl, auto, not 'down'"),
        (lambda: Paragraph("x", role="a\0"), ValueError, "XML 1.0"),
        (lambda: Quote(5), TypeError, "int"),
        (lambda: Aside("text"), TypeError, "blocks are a list"),
        (lambda: Aside([Section("x")]), TypeError, r"Aside.body \[0\] takes Block, not Section"),
        (lambda: Cell("x", colspan=0), ValueError, "Cell spans"),
        (lambda: Image("u", width=1.5), TypeError, "Image.width takes int, not float"),
        (lambda: Image("u", width=2**63), ValueError, "64 bits"),
        (lambda: Paragraph("x", id=7), TypeError, "Paragraph.id takes str, not int"),
        (lambda: Paragraph("x", extra={"a": object()}), TypeError, "JSON value"),
        (lambda: Paragraph("x", colour="red"), TypeError, "colour"),
    ],
)
def test_a_constructor_refuses_what_does_not_fit_and_says_what(build, error, said):
    with pytest.raises(error, match=said):
        build()


def test_a_str_stands_for_what_it_would_most_likely_be():
    assert Quote("x") == Quote([Paragraph(Text("x"))])
    assert List(["x"]) == List([ListItem([Paragraph("x")])])
    assert Aside(["x"]) == Aside([Paragraph("x")])
    assert Row(["x"]) == Row([Cell([Paragraph("x")])])
