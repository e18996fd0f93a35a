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

from newsmodel.fitting.comparing import compare
from newsmodel.fitting.discussions import discussion, with_discussion
from newsmodel.fitting.own_kinds import simpler
from newsmodel.fitting.place import Place, same
from newsmodel.fitting.redacting import redact
from newsmodel.fitting.walker import Fitter, Rule, Rules, rule_for

__all__ = [
    "Fitter",
    "Place",
    "Rule",
    "Rules",
    "compare",
    "discussion",
    "redact",
    "rule_for",
    "same",
    "simpler",
    "with_discussion",
]
