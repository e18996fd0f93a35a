"""The walker under every format's fit: a document, gone over by a table from class to rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import is_
from typing import Any, TypeAlias

import attrs

from newsmodel.fitting.own_kinds import is_own_kind, without_own_kind
from newsmodel.fitting.place import Place, same
from newsmodel.model.base import KINDS
from newsmodel.model.block import Block
from newsmodel.model.check import Field, shape
from newsmodel.model.holding import holders_of, may_hold
from newsmodel.model.text import Text
from newsmodel.report import Report
from newsmodel.room import with_room
from newsmodel.rules import RuleTable

Rule: TypeAlias = Callable[[Any, "Place"], Any]
Rules: TypeAlias = RuleTable[Rule]
"""A table of such rules while it is written: `@rules(Image, Video)` above a function."""

_LOWERINGS = 64
"""How often a node may be replaced at one place before its rules are taken to go round in circles."""


@attrs.frozen(eq=False)
class Fitter:
    """The walker under every format's fit.

    rules: applied to a node before its children, again and again until they leave it as it is.
    finish: applied after the children, for what depends on what is left of them.
    A class without a rule of its own takes that of its nearest base.
    own_kinds: the format carries kinds of block that are not the model's; otherwise they are lowered, unless the
    tables have a rule for that very class.
    """

    rules: Mapping[type[Any], Rule]
    finish: Mapping[type[Any], Rule] = attrs.field(factory=dict)
    own_kinds: bool = False
    _plans: list[_Plan] = attrs.field(init=False, factory=list, eq=False, repr=False)

    def __call__(self, document: Any, report: Report) -> Any:
        """*document* as the rules leave it: the very same object where nothing changed.

        A lone block that becomes several, or none, is a tuple of them.
        """
        fitted = with_room(lambda: _Walk(self.plan(), report).fit(document, "$"), report.checkpoint())
        if len(fitted) != 1 and isinstance(document, Block):
            return fitted
        if len(fitted) != 1:
            raise TypeError(f"the rules left {len(fitted)} documents in place of one")
        return fitted[0]

    def plan(self) -> _Plan:
        """What a walk looks at, worked out anew when a program has made further classes."""
        if not self._plans or self._plans[0].kinds != len(KINDS):
            self._plans[:] = [_Plan(self.rules, self.finish, self.own_kinds)]
        return self._plans[0]


class _Plan:
    """What a walk must look at: the classes with a rule, those that may hold one of them, and in which fields."""

    def __init__(self, rules: Mapping[type[Any], Rule], finish: Mapping[type[Any], Rule], own_kinds: bool) -> None:
        self.kinds: int = len(KINDS)
        self.rules: dict[type[Any], Rule | None] = {}
        self.finish: dict[type[Any], Rule | None] = {}
        for cls in (*KINDS, Text):
            lowered = not own_kinds and cls not in rules and issubclass(cls, Block) and is_own_kind(cls)
            self.rules[cls] = without_own_kind if lowered else rule_for(rules, cls)
            self.finish[cls] = rule_for(finish, cls)
        self.seen: frozenset[type[Any]] = holders_of(cls for cls in self.rules if self.rules[cls] or self.finish[cls])
        self._fields: dict[type[Any], tuple[Field, ...]] = {}

    def fields(self, cls: type[Any]) -> tuple[Field, ...]:
        """The fields of *cls* that may hold something to look at."""
        if cls not in self._fields:
            self._fields[cls] = tuple(field for field in shape(cls) if may_hold(field.hint, self.seen))
        return self._fields[cls]

    def finds(self, root: Any, wanted: Callable[[Any], bool]) -> bool:
        """Whether below *root* there is a node with a rule that is *wanted*: a look that costs less than a walk."""
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if self.rules.get(type(node)) is not None and wanted(node):
                return True
            for field in self.fields(type(node)):
                value = getattr(node, field.name)
                if type(value) is tuple:
                    if value and not self.seen.isdisjoint(map(type, value)):
                        waiting.extend(item for item in value if type(item) in self.seen)
                elif type(value) in self.seen:
                    waiting.append(value)
        return False


class _Walk:
    """One walk of a plan over a document. Recursive: the model bounds nesting at 64.

    Losses are named by paths in the document as it came. What a rule put there has no path of its own: everything
    below it is reported at the place of what it stands for.
    """

    __slots__ = ("_plan", "_report")

    def __init__(self, plan: _Plan, report: Report) -> None:
        self._plan = plan
        self._report = report

    def fit(self, node: Any, at: str, exact: bool = True) -> tuple[Any, ...]:
        """What stands in place of *node*. exact: it is the document's own, and *at* its path."""
        cls = type(node)
        if self._plan.rules.get(cls) is None and self._plan.finish.get(cls) is None:  # most of what only holds others
            return (self._children(node, at, node if exact else None),)
        place = Place(at, self._report)
        waiting: list[tuple[Any, int]] = [(node, 0)]
        done: list[Any] = []
        while waiting:
            current, turns = waiting.pop()
            rule = self._plan.rules.get(type(current))
            result = _apply(rule, current, place) if rule else (current,)
            if len(result) == 1 and result[0] is current:
                origin = node if exact and type(current) is type(node) else None
                done.extend(self._finished(self._children(current, at, origin), place))
            elif turns < _LOWERINGS:
                waiting.extend((new, turns + 1) for new in reversed(result))
            else:
                raise RuntimeError(f"the rules for {type(node).__name__} replace it without end ({at})")
        return tuple(done)

    def _finished(self, node: Any, place: Place) -> tuple[Any, ...]:
        rule = self._plan.finish.get(type(node))
        return _apply(rule, node, place) if rule else (node,)

    def _children(self, node: Any, at: str, origin: Any) -> Any:
        """*node* with its children fitted. origin: what it was in the document, None if a rule made it."""
        if type(node) is Text:
            new = (
                self._items(node.content, at, origin and origin.content)
                if type(node.content) is tuple
                else node.content
            )
            return node if new is node.content else Text(new)
        changes = {}
        for field in self._plan.fields(type(node)):
            value = getattr(node, field.name)
            if self._plan.seen.isdisjoint(map(type, value) if type(value) is tuple else (type(value),)):
                continue
            old = getattr(origin, field.name) if origin is not None else None
            path = at if origin is None else f"{at}.{field.name}"
            if type(value) is tuple:
                new = self._items(value, path, old)
            else:
                new = self._value(node, field, value, path, value is old)
            if new is not value:
                changes[field.name] = new
        return attrs.evolve(node, **changes) if changes else node

    def _value(self, node: Any, field: Field, value: Any, at: str, exact: bool) -> Any:
        fitted = self.fit(value, at, exact)
        if len(fitted) > 1:
            raise TypeError(f"{type(node).__name__}.{field.name} holds one value, the rules left {len(fitted)}")
        return fitted[0] if fitted else None if field.default is attrs.NOTHING else field.default

    def _items(self, items: tuple[Any, ...], at: str, old: Any) -> tuple[Any, ...]:
        seen = self._plan.seen
        if seen.isdisjoint(map(type, items)):
            return items
        places = None if items is old else {id(item): position for position, item in enumerate(old or ())}
        new: list[Any] = []
        for position, item in enumerate(items):
            if type(item) not in seen:
                new.append(item)
            elif (here := position if places is None else places.get(id(item))) is None:
                new.extend(self.fit(item, at, exact=False))
            else:
                new.extend(self.fit(item, f"{at}[{here}]"))
        same_items = len(new) == len(items) and all(map(is_, new, items))
        return items if same_items else tuple(new)


def _apply(rule: Rule, node: Any, place: Place) -> tuple[Any, ...]:
    before = place.calls
    result = rule(node, place)
    if result is node:
        return (node,)
    new = result if isinstance(result, tuple) else () if result is None else (result,)
    unchanged = len(new) == 1 and same(new[0], node)
    if not unchanged and place.calls == before:
        raise AssertionError(f"the rule for {type(node).__name__} changed it and reported nothing ({place.at})")
    return (node,) if unchanged else new


def rule_for(table: Mapping[type[Any], Rule], cls: type[Any]) -> Rule | None:
    """The rule of *cls* in *table*, else that of its nearest base, else None."""
    for base in cls.__mro__:
        if base in table:
            return table[base]
    return None
