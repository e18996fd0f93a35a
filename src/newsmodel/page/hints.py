"""What a caller says of how to read a page."""

from __future__ import annotations

from typing import NamedTuple

from newsmodel.errors import FormatError
from newsmodel.markup.engine import select
from newsmodel.markup.reading import Reader
from newsmodel.page.survey import Survey
from newsmodel.report import Report


class Hints(NamedTuple):
    """root: a CSS selector of the elements that hold the article; None to find them. reader: the rules for elements;
    None for `newsmodel.markup.html.reader`. explain: tell the report of every choice.
    """

    root: str | None = None
    reader: Reader | None = None
    explain: bool = False

    def roots(self, survey: Survey, report: Report) -> tuple[int, ...]:
        """The outermost elements that `root` selects, in order; () without a hint, and if nothing is selected.

        Noticed: `root-not-found`. Raises FormatError for what is no selector.
        """
        if self.root is None:
            return ()
        try:
            selected = {id(node) for node in select(survey.nodes[0], self.root)}
        except ValueError as error:
            raise FormatError(f"root={self.root!r} is no CSS selector: {error}", format="html") from error
        if not selected:
            report.notice("root-not-found", f"no element of the page matches {self.root!r}; it was read without it")
        found: list[int] = []
        for number, node in enumerate(survey.nodes):
            if id(node) in selected and not (found and survey.inside(number, found[-1])):
                found.append(number)
        return tuple(found)
