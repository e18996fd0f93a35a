"""Report: what a conversion could not carry, and what it noticed. Every loss is a value with a place.

A clean report is a promise: no loss reported means that reading the output gives an equal article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Literal, TypeAlias, get_args

import attrs
from attrs import field

from newsmodel.alphabet import visible

Effect: TypeAlias = Literal["dropped", "flattened", "altered", "guessed", "redacted"]
"""dropped: it is not in the output. flattened: its words are, its structure is not. altered: it is, in another form.
guessed: the target requires it and the article lacks it, so a documented default stands there.
redacted: it is internal and was withheld."""

EFFECTS: tuple[str, ...] = get_args(Effect)

Stage: TypeAlias = Literal["parse", "render"]


def _visible(value: str | None) -> str | None:
    return value if value is None else visible(value)


@attrs.frozen
class Loss:
    """One field of one node that was not carried as it is. What it quotes of the input can be printed anywhere.

    code: "class.field" ("article.comments", "heading.level") or a named rule ("pull-quote", "image.alt-missing").
    at: where, as a path in the article ("$.body[3].text[1]"). source: where in the input ("line 17", a pointer).
    stage: "parse" if the reader lost it, "render" if the writer did.
    """

    code: str = field(converter=visible)
    effect: Effect
    at: str = field(default="$", converter=visible)
    detail: str = field(default="", converter=visible)
    stage: Stage = "render"
    source: str | None = field(default=None, converter=_visible)

    def __str__(self) -> str:
        where = self.at if self.source is None else f"{self.at}, {self.source}"
        return f"{self.code} {self.effect} ({where})" + (f": {self.detail}" if self.detail else "")


@attrs.frozen
class Diagnostic:
    """Something that a reader noticed and mended or left out, and that costs the article nothing.

    What it quotes of the input can be printed anywhere. code: kebab-case. at, source: as in `Loss`.
    """

    code: str = field(converter=visible)
    message: str = field(converter=visible)
    at: str | None = field(default=None, converter=_visible)
    source: str | None = field(default=None, converter=_visible)

    def __str__(self) -> str:
        where = ", ".join(filter(None, (self.at, self.source)))
        return f"{self.code}: {self.message}" + (f" ({where})" if where else "")


@attrs.define
class Report:
    """What one or several conversions lost and noticed: the only thing that is written to on the way.

    Two hops that share a report concatenate. A report has no truth value: ask `report.clean`.
    """

    losses: list[Loss] = field(factory=list)
    diagnostics: list[Diagnostic] = field(factory=list)

    @property
    def clean(self) -> bool:
        """Whether nothing was lost."""
        return not self.losses

    def loss(
        self,
        code: str,
        effect: Effect,
        at: str = "$",
        detail: str = "",
        *,
        stage: Stage = "parse",
        source: str | None = None,
    ) -> None:
        """Records a loss; for readers. What a writer loses is recorded by `newsmodel.fitting` alone."""
        if effect not in EFFECTS:
            raise ValueError(f"an effect is one of {', '.join(EFFECTS)}, not {effect!r}")
        self.losses.append(Loss(code, effect, at, detail, stage, source))

    def notice(self, code: str, message: str, at: str | None = None, *, source: str | None = None) -> None:
        """Records a diagnostic."""
        self.diagnostics.append(Diagnostic(code, message, at, source))

    def checkpoint(self) -> Callable[[], None]:
        """A function that takes back what is reported from now on, for work that has to begin anew."""
        losses, diagnostics = len(self.losses), len(self.diagnostics)

        def take_back() -> None:
            del self.losses[losses:], self.diagnostics[diagnostics:]

        return take_back

    def summary(self) -> str:
        """The losses, grouped: `3 x image.credit dropped, first at $.body[2]`, a line each; "" if there are none."""
        counts = Counter((loss.code, loss.effect) for loss in self.losses)
        first: dict[tuple[str, str], Loss] = {}
        for loss in self.losses:
            first.setdefault((loss.code, loss.effect), loss)
        return "\n".join(
            f"{count} x {code} {effect}, first at {first[code, effect].at}" for (code, effect), count in counts.items()
        )

    def __bool__(self) -> bool:
        raise TypeError("a Report has no truth value: ask report.clean, or `report is None`")

    def __str__(self) -> str:
        lines = [self.summary() or "nothing lost", *map(str, self.diagnostics)]
        return "\n".join(lines)
