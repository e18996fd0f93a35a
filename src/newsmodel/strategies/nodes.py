"""From a class of the model to a strategy for it: derived from `newsmodel.model.check.shape`, field by field.

A field that is added to the model is drawn from that day on; only what a constructor refuses is said here by hand.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import Any, Literal, TypeAlias

import attrs
from hypothesis import strategies as st

import newsmodel.model as model
from newsmodel.model.check import Field, shape
from newsmodel.model.frozen import MAXIMUM_DEPTH, FrozenMap
from newsmodel.model.registry import built_in
from newsmodel.strategies import strings, threads
from newsmodel.strategies.sizes import Size

Strategy: TypeAlias = st.SearchStrategy[Any]

_FREQUENT: dict[type[Any], int] = {model.Paragraph: 12, model.Span: 16, model.Style: 6, model.Link: 4, model.Image: 3}
_ALWAYS = frozenset({"body", "marks"})
_MANY = 12  # so many optional fields are too many to list what may be given together
_WEIGHTS = {"comments": 5}
_DEEP = 20  # of every 20 hostile blocks of a body, one is a chain of containers
_TURNS = st.integers(1, _DEEP)


@cache
def nodes(cls: Any, size: Size, depth: int) -> Strategy:
    """Nodes of *cls*, or of the classes under an abstract one, with containers nested at most *depth* deep."""
    if cls not in model.ABSTRACT:
        return _of_class(cls, size, depth)
    classes = [kind for kind in built_in().values() if issubclass(kind, cls) and (depth > 0 or not _nests(kind))]
    return _of_any(st.sampled_from([kind for kind in classes for _ in range(_FREQUENT.get(kind, 1))]), size, depth)


@st.composite
def _of_any(draw: Any, classes: Strategy, size: Size, depth: int) -> Any:
    return _drawn(draw, draw(classes), size, depth)


@st.composite
def _of_class(draw: Any, cls: Any, size: Size, depth: int) -> Any:
    return _drawn(draw, cls, size, depth)


def _drawn(draw: Any, cls: Any, size: Size, depth: int) -> Any:
    inner = depth - 1 if _nests(cls) else depth
    always, optional = _fields(cls, inner)
    chosen = (*always, *draw(_some(optional, size.share)))
    node = cls(**{field.name: draw(_field(cls, field, size, inner)) for field in chosen})
    return _FINISHED[cls](draw, node, size) if cls in _FINISHED else node


@st.composite
def full(draw: Any, cls: Any, size: Size) -> Any:
    """Nodes of *cls* with no field at its default."""
    return cls(**{field.name: draw(_given(cls, field, size)) for field in shape(cls)})


@cache
def _given(cls: Any, field: Field, size: Size) -> Strategy:
    return _field(cls, field, size, size.depth).filter(lambda value: value != field.default)


def _nests(cls: type[Any]) -> bool:
    return issubclass(cls, (model.Container, model.Section))


@cache
def _fields(cls: Any, depth: int) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """The fields that every node of *cls* is given (those that are required or come first), and the rest."""
    leading = {a.name for a in attrs.fields(cls) if not a.kw_only} | _ALWAYS
    fields = [field for field in shape(cls) if depth >= 0 or field.name != "parent" or cls is not model.Section]
    always = [f for f in fields if f.default is attrs.NOTHING or (f.name in leading and f.name != "parent")]
    return tuple(always), tuple(f for f in fields if f not in always)


@cache
def _some(optional: tuple[Field, ...], share: int) -> Strategy:
    """A few of *optional*, now and then an id and foreign data, now and then everything. None is the simplest."""
    common = [field for field in optional if field.name not in ("id", "extra")]
    if len(common) > _MANY:
        weighed = [field for field in optional for _ in range(_WEIGHTS.get(field.name, 1))]
        return st.lists(st.sampled_from(weighed), unique_by=lambda field: field.name, max_size=len(common) // share)
    halves = [tuple(common[start::2]) for start in range(2)]
    given = [(field,) for field in optional] + [(one, other) for one, other in pairwise(common)] + halves
    return st.sampled_from([()] * (len(given) * (share - 1)) + given + [tuple(optional)])  # one draw for all


@cache
def _field(cls: Any, field: Field, size: Size, depth: int) -> Strategy:
    for base in cls.__mro__:
        if (base, field.name) in _BY_HAND:
            return _BY_HAND[base, field.name](size, depth)
    return value(field.hint, field.name, size, depth)


@cache
def value(hint: Any, name: str, size: Size, depth: int) -> Strategy:
    """Values for a field of this annotation and name; never None, which is what an optional field has by default."""
    if hint in _LEAVES:
        return _LEAVES[hint](size, name, depth)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([value(one, name, size, depth) for one in arguments if one is not type(None)])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        most = size.blocks if arguments[0] is model.Block else size.items
        return st.lists(value(arguments[0], name, size, depth), max_size=most).map(tuple)
    if hint is model.Block and size.hostile and depth == size.depth:
        return _with_deep(size, depth)
    if isinstance(hint, type):
        return nodes(hint, size, depth)
    raise TypeError(f"no strategy for a field annotated {hint!r}")


@st.composite
def _with_deep(draw: Any, size: Size, depth: int) -> Any:
    block = draw(nodes(model.Block, size, depth))
    if draw(_TURNS) < _DEEP:
        return block
    first, levels = (
        draw(st.sampled_from(range(len(_CHAIN)))),
        draw(st.sampled_from((1, 20, 40, MAXIMUM_DEPTH - size.depth))),
    )
    for level in range(first, first + levels):
        block = _CHAIN[level % len(_CHAIN)](block)
    return block


_CHAIN: tuple[Callable[[model.Block], model.Block], ...] = (
    lambda block: model.Quote([block]),
    lambda block: model.Aside([block], kind="details"),
    lambda block: model.List([model.ListItem([block])]),
    lambda block: model.Speech("Q", [block]),
)


@cache
def texts(size: Size, depth: int = 0) -> st.SearchStrategy[model.Text]:
    """Rich text, mostly plain."""
    plain = size.prose.map(model.Text)
    marked = st.lists(nodes(model.Inline, size, depth), max_size=4).map(model.Text)
    return st.sampled_from((plain, plain, marked)).flatmap(lambda chosen: chosen)


@cache
def marks(size: Size, depth: int = 0) -> st.SearchStrategy[tuple[model.Mark, ...]]:
    """Marks in any order, at most one of them a link."""
    return st.lists(nodes(model.Mark, size, depth), max_size=6 if size.hostile else 2).map(_one_link)


def _one_link(found: list[model.Mark]) -> tuple[model.Mark, ...]:
    links = [mark for mark in found if isinstance(mark, model.Link)]
    return tuple(mark for mark in found if not isinstance(mark, model.Link) or mark is links[0])


@cache
def comments(size: Size, depth: int) -> st.SearchStrategy[tuple[model.Comment, ...]]:
    """Comments of one thread."""
    return threads.comments(nodes(model.Comment, size, depth), size)


@cache
def _several(size: Size) -> Strategy:
    return threads.comments(nodes(model.Comment, size, size.depth), size, least=2)


@st.composite
def discussed(draw: Any, size: Size) -> Any:
    """Articles with several comments."""
    article = draw(_of_class(model.Article, size, size.depth))
    several = draw(_several(size))
    thread = threads.hosted(draw, model.CommentThread(several), size)
    return threads.alike(draw, attrs.evolve(article, comments=thread), size)


_LEAVES: dict[Any, Callable[[Size, str, int], Strategy]] = {
    str: lambda size, name, depth: size.strings(name),
    int: lambda size, name, depth: size.integers,
    float: lambda size, name, depth: size.floats,
    bool: lambda size, name, depth: st.booleans(),
    datetime: lambda size, name, depth: size.instants,
    FrozenMap: lambda size, name, depth: size.maps(name),
    model.Text: lambda size, name, depth: texts(size, depth),
}

_FINISHED: dict[Any, Callable[[Any, Any, Size], Any]] = {
    model.Article: threads.alike,
    model.CommentThread: threads.hosted,
}
"""What is done to a node that was drawn field by field, for what its fields have to do with one another."""

_BY_HAND: dict[tuple[type[Any], str], Callable[[Size, int], Strategy]] = {
    (model.Inline, "marks"): marks,
    (model.CommentThread, "comments"): comments,
    (model.CommentSource, "format"): lambda size, depth: st.sampled_from(("html", "markdown", "text", strings.OWN)),
    **{
        (cls, "format"): lambda size, depth: size.formats
        for cls in (model.UnknownBlock, model.UnknownInline, model.UnknownMark, model.RawBlock)
    },
    **{
        (cls, "name"): lambda size, depth: st.one_of(size.kinds, st.sampled_from(strings.TYPES))
        for cls in (model.UnknownBlock, model.UnknownInline, model.UnknownMark)
    },
    (model.Heading, "level"): lambda size, depth: st.integers(1, 6),
    (model.Cell, "colspan"): lambda size, depth: st.sampled_from((1, 2, 3, 1000)),
    (model.Cell, "rowspan"): lambda size, depth: st.sampled_from((1, 2, 3, 65534)),
    (model.Article, "urgency"): lambda size, depth: st.integers(1, 9),
    (model.Tally, "reactions"): lambda size, depth: st.dictionaries(size.names, size.integers, min_size=1, max_size=2),
}
