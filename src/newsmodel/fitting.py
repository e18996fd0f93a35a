"""Fit, then render: what a format can carry, as an article, and the only place where a writer's losses arise.

A writer that must remember to report tells lies. So a format states what it cannot carry as a table from class to rule;
`Fitter` walks the document over that table, and its one reporting call, `Place.replace`, replaces and records together.
Nothing is recorded if the two are equal, and a change that no call recorded is an error. Hence the report is empty
exactly when `fit(document) == document`.

A rule takes a node and its place and returns what stands there instead: the node, another, several, or None for none.

    @rules(PullQuote)
    def pull_quote(node: PullQuote, place: Place) -> tuple[Block, ...]:
        return place.lower(node)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import is_
from typing import Any, TypeAlias

import attrs

from newsmodel.model import ABSTRACT, Article, Comment, CommentThread, Person
from newsmodel.model.base import KINDS, Node
from newsmodel.model.block import Block
from newsmodel.model.check import Field, shape
from newsmodel.model.holding import holders_of, may_hold
from newsmodel.model.registry import built_in
from newsmodel.model.text import Text
from newsmodel.model.threads.lowering import lower as lower_thread
from newsmodel.report import Effect, Loss, Report, Stage
from newsmodel.rules import RuleTable

Replacement: TypeAlias = Node | tuple[Any, ...] | Text | None
Rule: TypeAlias = Callable[[Any, "Place"], Any]
Rules: TypeAlias = RuleTable[Rule]
"""A table of such rules while it is written: `@rules(Image, Video)` above a function."""

_LOWERINGS = 64
"""How often a node may be replaced at one place before its rules are taken to go round in circles."""


class Place:
    """Where a node stands in the document, and the one way to report a change there."""

    __slots__ = ("_report", "at", "calls", "stage")

    def __init__(self, at: str, report: Report, stage: Stage = "render") -> None:
        self.at: str = at
        self.stage: Stage = stage
        self._report = report
        self.calls: int = 0

    def replace(self, node: Any, new: Any, code: str, effect: Effect, detail: str = "") -> Any:
        """*new* in place of *node*, recorded as one loss; *node* itself, and nothing recorded, if the two are equal."""
        if same(node, new):
            return node
        self.calls += 1
        self._report.losses.append(Loss(code, effect, self.at, detail, self.stage))
        return new

    def drop(self, node: Any, code: str | None = None, detail: str = "") -> Any:
        """Nothing in place of *node*."""
        return self.replace(node, None, code or node.type, "dropped", detail)

    def lower(self, node: Block, code: str | None = None) -> Any:
        """What *node* is in simpler blocks, as it says itself; its words stay, its structure does not."""
        lowered = node.lower()
        if lowered == (node,):
            return node
        return self.replace(node, lowered, code or node.type, "flattened" if lowered else "dropped")

    def set(self, node: Any, effect: Effect, **fields: Any) -> Any:
        """*node* with *fields* changed, one loss for each that differs: `place.set(image, "altered", alt="")`."""
        for name, value in fields.items():
            node = self.replace(node, attrs.evolve(node, **{name: value}), f"{node.type}.{name}", effect)
        return node

    def clear(self, node: Any, *names: str, effect: Effect = "dropped") -> Any:
        """*node* with the fields *names* at their defaults, one loss for each that was not."""
        given = [f for f in shape(type(node)) if f.name in names and getattr(node, f.name) != f.default]
        return self.set(node, effect, **{f.name: f.default for f in given})

    def keep(self, node: Any, *names: str, effect: Effect = "dropped") -> Any:
        """*node* with only the fields *names*, the others cleared."""
        return self.clear(node, *(f.name for f in shape(type(node)) if f.name not in names), effect=effect)


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
        fitted = _Walk(self.plan(), report).fit(document, "$")
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
            self.rules[cls] = _without_own_kind if lowered else rule_for(rules, cls)
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


def is_own_kind(cls: type[Block]) -> bool:
    """Whether *cls* is no class of the model's."""
    return built_in().get(cls.type) is not cls and cls not in ABSTRACT


def _without_own_kind(node: Block, place: Place) -> Any:
    return place.replace(node, simpler(node), node.type, "flattened")


def simpler(node: Block) -> tuple[Block, ...]:
    """A block of one's own kind in the model's: as its own `lower` says, else as the model's class that it extends."""
    cls = type(node)
    base: Any = next(base for base in cls.__mro__ if built_in().get(getattr(base, "type", "")) is base or base is Block)
    if cls.lower is not base.lower:
        return node.lower()
    if base is Block:
        raise TypeError(f"{cls.__name__} needs lower() -> tuple[Block, ...], its content in the model's blocks")
    plain: Block = base(**{field.name: getattr(node, field.name) for field in shape(base)})
    return (plain,)


def rule_for(table: Mapping[type[Any], Rule], cls: type[Any]) -> Rule | None:
    """The rule of *cls* in *table*, else that of its nearest base, else None."""
    for base in cls.__mro__:
        if base in table:
            return table[base]
    return None


def same(one: Any, other: Any) -> bool:
    """Whether two values are of one type and equal."""
    return one is other or (type(one) is type(other) and bool(one == other))


def redact(document: Any, report: Report) -> Any:
    """*document* without what is internal: notes of the editors, private data of commenters, e-mail addresses.

    Losses: `article.internal`, `comment.private`, `person.email`, each redacted.
    """
    return _REDACT(document, report) if _REDACT.plan().finds(document, _is_internal) else document


_INTERNAL: dict[type[Any], str] = {Article: "internal", Comment: "private", Person: "email"}


def _is_internal(node: Any) -> bool:
    return getattr(node, _INTERNAL[type(node)]) is not None


def _cleared(name: str) -> Rule:
    return lambda node, place: node if getattr(node, name) is None else place.clear(node, name, effect="redacted")


_REDACT = Fitter({cls: _cleared(name) for cls, name in _INTERNAL.items()}, own_kinds=True)


def with_discussion(rule: Rule) -> Rule:
    """*rule*, of articles, after the comments became blocks at the end of the body: `article.comments` flattened."""

    def article(node: Article, place: Place) -> Any:
        if len(node.comments):
            body = (*node.body, *lower_thread(node.comments))
            moved = attrs.evolve(node, body=body, comments=CommentThread())
            node = place.replace(node, moved, "article.comments", "flattened", "they are blocks of the body")
        return rule(node, place)

    return article


def discussion(thread: CommentThread, report: Report) -> Article:
    """A lone *thread* as an article of its blocks: `comment-thread` flattened."""
    article = Article(body=lower_thread(thread))
    Place("$", report).replace(thread, article, thread.type, "flattened")
    return article


def compare(expected: Any, actual: Any, report: Report) -> None:
    """Records every field in which *actual*, what was read back, differs from *expected*, what was written.

    Losses: "class.field" altered, or dropped where it is absent.
    """
    for at, node, name, one, other in _differences(expected, actual, "$"):
        missing = other is None or other == () or other == ""
        Place(at, report).replace(one, other, f"{node.type}.{name}", "dropped" if missing else "altered", "read back")


def _differences(one: Any, other: Any, at: str) -> Iterator[tuple[str, Any, str, Any, Any]]:
    """The smallest differing fields: (path, node, field name, value, other value). Bounded as the model is."""
    if same(one, other):
        return
    if not isinstance(one, Node) or type(one) is not type(other):
        yield at, one if isinstance(one, Node) else other, "type", one, other
        return
    for field in shape(type(one)):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if same(a, b):
            continue
        if isinstance(a, Node) and type(a) is type(b):
            yield from _differences(a, b, f"{at}.{field.name}")
        elif isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b) and a and isinstance(a[0], Node):
            for position, (x, y) in enumerate(zip(a, b, strict=True)):
                yield from _differences_of_items(one, field.name, x, y, f"{at}.{field.name}", position)
        else:
            yield f"{at}.{field.name}", one, field.name, a, b


def _differences_of_items(
    parent: Any, name: str, one: Any, other: Any, at: str, position: int
) -> Iterator[tuple[str, Any, str, Any, Any]]:
    if type(one) is type(other):
        yield from _differences(one, other, f"{at}[{position}]")
    else:
        yield f"{at}[{position}]", parent, name, one, other
