"""Node: what every value of the model has in common.

A node is frozen, slotted, hashable, picklable, and compact when printed. Every node can carry an `id` and `extra`, data
that only its own format understands, under that format's name. Two nodes of equal content are equal values; equality
sees the offset of a datetime, not only its instant.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, ClassVar, Self

import attrs
from attrs import field

from newsmodel.model.check import check
from newsmodel.model.deep import Apart, as_tuple, equal, hash_of, put_together, taken_apart
from newsmodel.model.frozen import EMPTY, FrozenMap, frozen_map


def type_name(class_name: str) -> str:
    """The `type` of a class by its name: `PullQuote` is "pull-quote"."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in class_name).lstrip("-")


KINDS: list[type[Node]] = []
"""Every class of nodes that there is, one's own among them, the newest last."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Node:
    """A value of the model.

    id: stable within its document; never invented by a reader.
    extra: foreign data under the name of its format, `{"ninjs": {…}}`; fields of a newer newsmodel under "newsmodel".
    """

    type: ClassVar[str] = "node"
    _values: ClassVar[Any]  # attrgetter of all fields: node -> tuple, in C
    _slots: ClassVar[tuple[str, ...]]
    _dated: ClassVar[tuple[str, ...]]
    _notebook: ClassVar[Any] = None  # the api puts a renderer here: the model knows none

    id: str | None = None
    extra: FrozenMap = field(default=EMPTY, converter=frozen_map)

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        # Here, not in __init_subclass__: attrs makes a slotted class anew, and that would run twice.
        KINDS.append(cls)
        fields = attrs.fields(cls)
        names = [a.name for a in fields if a.init]
        cls._values = attrgetter(*names)
        cls._slots = tuple(a.name for a in fields)
        cls._dated = tuple(a.name for a in fields if "datetime" in str(a.type))
        if "type" not in vars(cls):
            cls.type = type_name(cls.__name__)
        written = attrs.inspect(cls)  # for a kind of one's own: that sees no offsets, and needs all the stack there is
        if written.added_eq:
            cls.__eq__, cls.__hash__ = Node.__eq__, Node.__hash__  # type: ignore[method-assign]
        if written.added_repr:
            cls.__repr__ = Node.__repr__  # type: ignore[method-assign]

    def __attrs_post_init__(self) -> None:
        check(self)
        self._invariants()

    def _invariants(self) -> None:
        """Raises for fields that fit their annotations, yet not each other; classes with such rules override it."""

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        try:
            return self._values(self) == self._values(other) and all(
                getattr(self, name) is None or getattr(self, name).utcoffset() == getattr(other, name).utcoffset()
                for name in self._dated
            )
        except RecursionError:
            return equal(self, other)

    def __hash__(self) -> int:
        try:
            return hash(self._values(self))
        except RecursionError:
            return hash_of(self)

    def _parts(self) -> tuple[Any, ...]:
        values: tuple[Any, ...] = self._values(self)
        return values

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), tuple(getattr(self, name) for name in self._slots))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: Any) -> Self:
        return self

    def __repr__(self) -> str:
        return compact(self)

    def _repr_html_(self) -> str | None:
        """What a notebook shows: the node as HTML, once a renderer is there; None before."""
        return Node._notebook(self) if Node._notebook else None


Node.__attrs_init_subclass__()


def _restore(cls: type[Node], values: tuple[Any, ...]) -> Node:
    # Fills the slots without checking again: what is pickled was checked when it was built.
    node = object.__new__(cls)
    for name, value in zip(cls._slots, values, strict=True):
        object.__setattr__(node, name, value)
    return node


def flat_reduce(node: Node, is_deep: Callable[[Node], object]) -> tuple[Any, ...]:
    """How *node* is pickled where plain pickling would nest too deeply. is_deep: whether one may nest further."""

    def apart(value: Any) -> Apart | None:
        if isinstance(value, Node) and is_deep(value):
            return _restore, type(value), tuple(getattr(value, name) for name in value._slots)
        if type(value) is tuple and any(isinstance(item, Node) and is_deep(item) for item in value):
            return as_tuple, None, value
        return None

    return put_together, (taken_apart(node, apart),)


_LONGEST = 240  # characters of a node
_LONGEST_VALUE = 60


def compact(node: Node) -> str:
    """A short picture of *node*: its class and the fields that are not at their default, long ones cut."""
    leading, named = [], []
    for attribute in attrs.fields(type(node)):
        value = getattr(node, attribute.name)
        if not attribute.init or value == attribute.default:
            continue
        if attribute.kw_only:
            named.append(f"{attribute.name}={_brief(value)}")
        else:
            leading.append(_brief(value))
    text = f"{type(node).__name__}({', '.join(leading + named)})"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]}…)"


def _brief(value: Any) -> str:
    if isinstance(value, tuple) and value:
        kinds = {type(item).__name__ for item in value}
        return f"<{len(value)} {kinds.pop() if len(kinds) == 1 else 'nodes'}>"
    if isinstance(value, Node):
        return f"<{type(value).__name__}>"
    text = repr(value if not isinstance(value, str) else value[:_LONGEST_VALUE])
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"
