"""The Guardian's discussion API (`guardian-discussion`), read only: a discussion, or a page of one, as JSON.

Two levels: comments and their `responses`; a response to a response says so in `responseTo`. `commentCount` counts
all, `topLevelCommentCount` those without a parent. A blocked comment's body is a notice, which is not kept.
Source: the API at https://discussion.guardianapis.com/discussion-api and its types in
https://github.com/guardian/dotcom-rendering/blob/main/dotcom-rendering/src/lib/discussion.ts.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.codec.foreign import Object, read
from newsmodel.comment_export import lost_without_id, unique
from newsmodel.errors import FormatError
from newsmodel.format import Format, beginning
from newsmodel.html_fitting import read_fragment
from newsmodel.model import Account, Article, Badge, Comment, CommentThread, Identifier, More, Tally
from newsmodel.model.comments import Status
from newsmodel.report import Report

SYSTEM = "guardian"
_STATUSES: dict[str, Status] = {"visible": "published", "blocked": "rejected"}


def parse(data: bytes, report: Report) -> Article:
    """The discussion as an article that holds what is said of the page, and the thread.

    `key` is the article's identifier and the thread's key. Losses: what only the Guardian says, each by its name
    ("comment.metaData"), dropped. Raises FormatError for what is no discussion.
    """
    expected = 'a discussion is an object with the member "discussion"'
    page = read(data, report, "page", expected)
    discussion = page.below("discussion", "discussion")
    if discussion is None:
        raise FormatError(expected, at="$")
    page.pass_over("status", "pageSize", "orderBy", "pages", "currentPage")
    key = discussion.string("key")
    discussion.pass_over("apiUrl", "isThreaded", "isClosedForRecommendation")
    comments = unique(_comments(discussion), report)
    article = Article(
        discussion.string("title") or "",
        canonical_url=discussion.string("webUrl"),
        identifiers=[Identifier(key, scheme=SYSTEM)] if key else [],
        comments=_thread(page, discussion, comments, key),
    )
    discussion.finish()
    page.finish()
    return article


def _thread(page: Object, discussion: Object, comments: tuple[Comment, ...], key: str | None) -> CommentThread:
    declared, closed = discussion.integer("commentCount"), discussion.truth("isClosedForComments")
    number, pages = page.integer("currentPage"), page.integer("pages")
    is_last = number is not None and pages is not None and number >= pages
    return CommentThread(
        comments,
        declared=declared,
        declared_top_level=discussion.integer("topLevelCommentCount"),
        complete=None if declared is None else declared == len(comments),
        order=page.string("orderBy"),
        open=None if closed is None else not closed,
        maximum_depth=2,
        system=SYSTEM,
        key=key,
        more=[] if number is None or pages is None or is_last else [More(cursor=str(number + 1))],
    )


def _comments(discussion: Object) -> Iterator[Comment]:
    """Each comment, and after it its responses; one that answers nothing named answers what it stands in."""
    for top in discussion.objects("comments", what="comment"):
        parent = top.key("id")
        yield from _comment(top, None)
        for response in top.objects("responses"):
            yield from _comment(response, parent)
            response.finish()
        top.finish()


def _comment(each: Object, parent: str | None) -> Iterator[Comment]:
    id = each.key("id")
    each.pass_over("apiUrl", "responses", "isoDateTime", "body", "discussion")
    if id is None:
        lost_without_id(each.report, each.at)
        return
    answered = each.below("responseTo")
    status = _STATUSES.get(each.string("status") or "visible", "unknown")
    is_blocked = status == "rejected"
    counts = each.below("metaData", "comment.metaData")  # but for the replies, counts of what stands here anyway
    body = each.string("body") or ""
    yield Comment(
        id=id,
        parent=(answered.key("commentId") if answered else None) or parent,
        author=_account(each.below("userProfile", "account")),
        created=each.moment("isoDateTime"),
        created_text=each.string("date"),
        body=() if is_blocked else read_fragment(body, each.report),
        status=status,
        removed_by="moderator" if is_blocked else None,
        votes=Tally(up=each.integer("numRecommends")),
        flags=["highlighted"] if each.truth("isHighlighted") else [],
        declared_replies=counts.integer("responseCount") if counts else None,
        url=each.string("webUrl"),
    )


def _account(profile: Object | None) -> Account | None:
    if profile is None:
        return None
    badges = [name for badge in profile.objects("badge") if (name := badge.string("name"))]
    small = profile.string("avatar")
    account = Account(
        profile.string("displayName"),
        id=profile.key("userId"),
        url=profile.string("webUrl"),
        avatar=profile.string("secureAvatarUrl") or small,
        role="staff" if "Staff" in badges else None,
        badges=[Badge(name, kind="staff" if name == "Staff" else None) for name in badges],
    )
    profile.pass_over("apiUrl")
    profile.finish()
    return account


def sniff(head: bytes) -> float:
    """By the API's address, or two members that only its discussions have."""
    if beginning(head)[:1] != b"{" or b'"discussion"' not in head:
        return 0.0
    marks = (b"discussion.guardianapis.com", b'"topLevelCommentCount"', b'"isClosedForRecommendation"')
    return 0.95 if any(mark in head for mark in marks) else 0.0


FORMAT = Format(
    name="guardian-discussion",
    title="Guardian discussion API JSON",
    spec="https://github.com/guardian/dotcom-rendering/blob/main/dotcom-rendering/src/lib/discussion.ts",
    suffixes=(),
    media_types=("application/json",),
    sniff=sniff,
    parse=parse,
)
