"""Comments: flat, with parent ids; the tree is derived.

A million comments, or a chain a million deep, therefore work everywhere: equality, hash, pickle, JSON, HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.block import Block
from newsmodel.model.blocks import quoted
from newsmodel.model.convert import as_instant, strings
from newsmodel.model.features import Rating
from newsmodel.model.frozen import EMPTY, FrozenMap, frozen_map
from newsmodel.model.media import Media

if TYPE_CHECKING:
    from newsmodel.model.threads import CommentCounts, CommentTree, CommentView, Order

Status: TypeAlias = Literal["published", "pending", "spam", "rejected", "withheld", "deleted", "unknown"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Badge(Node):
    """A badge beside a commenter's name. kind: "staff", "verified", "top-commenter" … icon: URL of a picture."""

    label: str = field(kw_only=False)
    kind: str | None = None
    icon: str | None = None


def badges(values: Iterable[Badge | str]) -> tuple[Badge, ...]:
    """Badges in order; a str is a label."""
    if isinstance(values, str):
        raise TypeError(f"badges are a list, [{values!r}], not a str")
    return tuple(Badge(value) if isinstance(value, str) else value for value in values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Account(Node):
    """Who comments; not the `Person` of a byline. `id` is the stable id within the system, never an e-mail.

    name: as shown, None if unknown. handle: "@user@host". avatar: URL of a picture.
    role: "guest", "reader", "subscriber", "staff", "author", "moderator", "administrator", "bot".
    """

    name: str | None = field(default=None, kw_only=False)
    url: str | None = None
    avatar: str | None = None
    handle: str | None = None
    role: str | None = None
    badges: tuple[Badge, ...] = field(default=(), converter=badges)
    verified: bool | None = None
    anonymous: bool = False
    location: str | None = None


def as_account(value: Account | str | None) -> Account | None:
    """An account; a str is its name."""
    return Account(value) if isinstance(value, str) else value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tally(Node):
    """Votes. None is not shown, 0 is shown as 0. score: the net, where only that is published; it may be negative.

    reactions: how often each was given, `{"heart": 3}`. hidden: the system hides the score.
    """

    up: int | None = None
    down: int | None = None
    score: int | None = None
    reactions: FrozenMap = field(default=EMPTY, converter=frozen_map)
    hidden: bool = False

    def _invariants(self) -> None:
        if not all(type(count) is int for count in self.reactions.values()):
            raise TypeError("Tally.reactions takes whole numbers")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Anchor(Node):
    """The passage that an inline comment is about.

    block: id of the block. start, end: code points of its plain text, half-open. exact: the passage;
    prefix, suffix: up to 32 characters around it. target_version: a hash of the block's text when it was anchored.
    question, open, form: wpDiscuz's inline feedback form.
    """

    exact: str = field(default="", kw_only=False)
    block: str | None = None
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    target_version: str | None = None
    question: str | None = None
    open: bool | None = None
    form: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CommentSource(Node):
    """A comment as it was typed, never rendered. format: "html", "markdown" or "text"."""

    text: str = field(kw_only=False)
    format: str = "text"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CommentPrivate(Node):
    """What a system knows of a commenter and must not publish; written only with `internal=True`."""

    email: str | None = None
    ip_address: str | None = None
    user_agent: str | None = None


def flags(values: Iterable[str]) -> tuple[str, ...]:
    """Flags, sorted, each once: they are a set."""
    return tuple(sorted(set(strings(values))))


def attachments(values: Iterable[Media]) -> tuple[Media, ...]:
    """Media in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Comment(Node):
    """One comment. `id` is unique in its thread and never empty; *parent* may be absent from the thread.

    created_text: the date as shown ("1 year ago"). body is empty for a tombstone.
    kind: "comment", "pingback", "trackback", "webmention", "review", "question", "answer", "staff-reply".
    flags: "featured", "pinned", "sticky", "closed", "highlighted", "edited", "sensitive", "truncated".
    declared_replies: the system's own number. removed_by: "author", "moderator", "system", "unknown".
    """

    id: str
    parent: str | None = None
    author: Account | None = field(default=None, converter=as_account)
    created: datetime | None = field(default=None, converter=as_instant)
    created_text: str | None = None
    edited: datetime | None = field(default=None, converter=as_instant)
    edit_note: str | None = None
    body: tuple[Block, ...] = field(default=(), converter=quoted)
    source: CommentSource | None = None
    language: str | None = None
    kind: str = "comment"
    status: Status = "published"
    removed_by: str | None = None
    votes: Tally = Tally()
    rating: Rating | None = None
    flags: tuple[str, ...] = field(default=(), converter=flags)
    anchor: Anchor | None = None
    declared_replies: int | None = None
    url: str | None = None
    attachments: tuple[Media, ...] = field(default=(), converter=attachments)
    private: CommentPrivate | None = None

    def _invariants(self) -> None:
        if not self.id:
            raise ValueError("Comment.id must not be empty")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class More(Node):
    """Where further comments are: below *parent* (None: at the top), *count* of them, by cursor or URL."""

    parent: str | None = None
    count: int | None = None
    cursor: str | None = None
    url: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FeedbackForm(Node):
    """An inline feedback form that the author put beside a passage (wpDiscuz)."""

    question: str = field(default="", kw_only=False)
    open: bool | None = None
    anchor: Anchor | None = None


def comments(values: Iterable[Comment]) -> tuple[Comment, ...]:
    """Comments in order."""
    return tuple(values)


def more(values: Iterable[More]) -> tuple[More, ...]:
    """Places of further comments in order."""
    return tuple(values)


def forms(values: Iterable[FeedbackForm]) -> tuple[FeedbackForm, ...]:
    """Forms in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CommentThread(Node):
    """The discussion of an article: comments in any order, parents need not come first. Iterable and sized.

    declared: how many the page says there are; declared_top_level: without replies; declared_text: as shown ("1.2K").
    complete: all are here, some are missing, None is not known. order: "oldest", "newest", "best", "top" …
    system, key, url: where it is hosted and under what key. Raises ValueError for two comments of one id.
    """

    comments: tuple[Comment, ...] = field(default=(), kw_only=False, converter=comments)
    declared: int | None = None
    declared_top_level: int | None = None
    declared_text: str | None = None
    complete: bool | None = None
    order: str | None = None
    open: bool | None = None
    maximum_depth: int | None = None
    system: str | None = None
    key: str | None = None
    url: str | None = None
    more: tuple[More, ...] = field(default=(), converter=more)
    rating: Rating | None = None
    forms: tuple[FeedbackForm, ...] = field(default=(), converter=forms)

    def _invariants(self) -> None:
        if len({comment.id for comment in self.comments}) != len(self.comments):
            counts = Counter(comment.id for comment in self.comments)
            twice = next(id for id, count in counts.items() if count > 1)
            raise ValueError(f"CommentThread.comments must have ids of their own; {twice!r} stands there twice")

    def __iter__(self) -> Iterator[Comment]:
        return iter(self.comments)

    def __len__(self) -> int:
        return len(self.comments)

    # The work is in newsmodel.model.threads, which is imported on first use.

    def tree(self, order: Order = "as-given", pinned_first: bool = False) -> CommentTree:
        """The thread as a tree, to be walked; see `newsmodel.model.threads.tree`."""
        from newsmodel.model.threads import tree

        return tree(self, order, pinned_first)

    def view(
        self,
        order: Order = "as-given",
        page: tuple[str | None, int | None] = (None, None),
        max_depth: int | None = None,
        nested_limit: int | None = None,
        parent: str | None = None,
        pinned_first: bool = False,
    ) -> CommentView:
        """A page of the thread; see `newsmodel.model.threads.view`. For many pages keep the `tree` and ask that."""
        return self.tree(order, pinned_first).view(page, max_depth, nested_limit, parent)

    def counts(self) -> CommentCounts:
        """How many are declared, loaded, visible and at the top: four numbers that are never mixed."""
        from newsmodel.model.threads import counts

        return counts(self)

    def merge(self, *others: CommentThread) -> CommentThread:
        """This and other pages of the same discussion as one; see `newsmodel.model.threads.merge`."""
        from newsmodel.model.threads import merge

        return merge(self, *others)

    def prune(self) -> CommentThread:
        """The thread without removed comments that nobody answered; see `newsmodel.model.threads.prune`."""
        from newsmodel.model.threads import prune

        return prune(self)

    def public(self) -> CommentThread:
        """The thread as everyone may see it; see `newsmodel.model.threads.public`."""
        from newsmodel.model.threads import public

        return public(self)
