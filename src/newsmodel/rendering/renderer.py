"""Renderer: a frozen table from class to rule, and the one way to customise it.

A rule takes a node and `out` and returns its string. A class without a rule of its own takes that of its nearest base,
or, for a block of one's own, is rendered as what its `lower` gives; either is reported. Rules do not fit: what a format
cannot carry was taken out by its `fit` before.

    @rules(Quote)
    def quote(node: Quote, out: Out) -> str:
        return element("blockquote", {}, out.body(node.body))

    html = Renderer("html", rules)
    mine = html.using({PullQuote: my_pull_quote})
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.block import Block
from newsmodel.model.text import Inline, Text
from newsmodel.report import Effect, Loss, Report
from newsmodel.room import with_room
from newsmodel.rules import RuleTable

Rule: TypeAlias = Callable[[Any, "Out"], str]
Rules: TypeAlias = RuleTable[Rule]
"""A table of such rules while it is written: `@rules(Image)` above a function makes it the rule of that class."""


def _frozen(table: Mapping[type[Any], Rule]) -> Mapping[type[Any], Rule]:
    return MappingProxyType(dict(table))


@attrs.frozen
class Renderer:
    """Renders a node by the rule of its class.

    table: class -> rule; `Text` has one too, for rich text. separator: what stands between the blocks of a body.
    own: the rules that `using` put others in place of, for those that want to call them.
    result: the type of what is rendered. The HTML renderer's is `markupsafe.Markup`, so that markup and text cannot be
    taken for each other; what a rule gives as a plain str counts as it.
    """

    name: str
    table: Mapping[type[Any], Rule] = field(converter=_frozen)
    separator: str = "\n"
    own: Mapping[type[Any], Rule] = field(factory=dict, converter=_frozen)
    result: type[str] = str

    def using(self, *tables: Mapping[type[Any], Rule]) -> Renderer:
        """A renderer with these rules in place of, or beside, its own; the later table wins."""
        merged, own = dict(self.table), dict(self.own)
        for table in tables:
            own = {cls: merged[cls] for cls in table if cls in merged} | own
            merged.update(table)
        return attrs.evolve(self, table=merged, own=own)

    def render(self, node: Node | Text, report: Report | None = None, **options: Any) -> str:
        """*node* as a string. *options* are what the rules ask for, in `out.options`."""
        report = Report() if report is None else report
        return with_room(lambda: Out(self, report, options).render(node), report.checkpoint())


class Out:
    """What a rule is given besides its node: rendering below, the place, the options, and the report."""

    __slots__ = ("_cache", "_path", "_report", "_result", "memo", "options", "renderer")

    def __init__(self, renderer: Renderer, report: Report, options: Mapping[str, Any]) -> None:
        self.renderer: Renderer = renderer
        self.options: Mapping[str, Any] = options
        self.memo: dict[Any, Any] = {}
        """What rules of one rendering remember for each other, such as the numbers of footnotes."""
        self._report = report
        self._path: list[str | int] = []
        self._cache: dict[type[Any], Rule] = dict(renderer.table)
        self._result = renderer.result

    @property
    def place(self) -> str:
        """The path of the node at hand: "$.body[3]"."""
        return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self._path)

    def render(self, node: Any) -> str:
        """*node* as a string, by the rule of its class."""
        rule = self._cache.get(type(node)) or self._find(type(node))
        rendered = rule(node, self)
        return rendered if type(rendered) is self._result else self._checked(rendered, node)

    def default(self, node: Any) -> str:
        """*node* as the renderer's own rule has it, which `using` put another in place of."""
        own = self.renderer.own
        cls = next((base for base in type(node).__mro__ if base in own), None)
        return self.render(node) if cls is None else self._checked(own[cls](node, self), node)

    def field(self, node: Any, name: str) -> str:
        """The field *name* of *node* as a string, "" if it is None."""
        value = getattr(node, name)
        if value is None:
            return self._typed("")
        self._path.append(name)
        rendered = self.render(value)
        self._path.pop()
        return rendered

    def each(self, nodes: Iterable[Any], name: str) -> list[str]:
        """Each of *nodes*, the items of the field *name*, as a string."""
        path, render, pieces = self._path, self.render, []
        path += (name, 0)
        for position, node in enumerate(nodes):
            path[-1] = position
            pieces.append(render(node))
        del path[-2:]
        return pieces

    def body(self, nodes: Iterable[Any], name: str = "body") -> str:
        """The blocks *nodes*, the items of the field *name*, with the renderer's separator between them."""
        return self.joined(self.each(nodes, name))

    def joined(self, pieces: Iterable[str]) -> str:
        """What rules rendered, with the renderer's separator between them."""
        return self._typed(self.renderer.separator.join(pieces))

    def spans(self, text: Text | Iterable[Inline]) -> str:
        """Rich text as a string."""
        return self.render(text if isinstance(text, Text) else Text(text))

    def below(self, *steps: str | int) -> AbstractContextManager[None]:
        """The place moved down by *steps* for the length of a `with`."""
        return _Below(self._path, steps)

    def lost(self, code: str, effect: Effect = "dropped", detail: str = "") -> str:
        """Records a loss at the place at hand, for rules that know what they leave out; gives "", for templates."""
        self._report.losses.append(Loss(code, effect, self.place, detail))
        return ""

    def _checked(self, rendered: Any, node: Any) -> str:
        if not isinstance(rendered, str):
            raise TypeError(
                f"the rule of the renderer {self.renderer.name!r} for {type(node).__name__} gave a "
                f"{type(rendered).__name__}, not a str"
            )
        return self._typed(rendered)

    def _typed(self, text: str) -> str:
        # Not Markup(text), which asks *text* first whether it has markup of its own: twice the time.
        return str.__new__(self._result, text)

    def _find(self, cls: type[Any]) -> Rule:
        base = next((base for base in cls.__mro__ if base in self.renderer.table), None)
        if issubclass(cls, Block) and (base is None or base in (Block, Node)) and cls.lower is not Block.lower:
            rule: Rule = _lowered
        elif base is not None:
            rule = _as(base, self.renderer.table[base])
        else:
            raise TypeError(f"the renderer {self.renderer.name!r} has no rule for {cls.__name__}")
        self._cache[cls] = rule
        return rule


class _Below:
    """A path made longer for a while: as a generator under `contextmanager` it would take twice the time."""

    __slots__ = ("_path", "_steps")

    def __init__(self, path: list[str | int], steps: tuple[str | int, ...]) -> None:
        self._path = path
        self._steps = steps

    def __enter__(self) -> None:
        self._path += self._steps

    def __exit__(self, *_: object) -> None:
        del self._path[len(self._path) - len(self._steps) :]


def _lowered(node: Block, out: Out) -> str:
    out.lost(node.type, "flattened", "no rule for this kind, rendered as its lower() says")
    return out.joined(out.render(block) for block in node.lower())


def _as(base: type[Any], rule: Rule) -> Rule:
    def render_as_base(node: Any, out: Out) -> str:
        out.lost(node.type, "flattened", f"no rule for this kind, rendered as {base.__name__}")
        return rule(node, out)

    return render_as_base
