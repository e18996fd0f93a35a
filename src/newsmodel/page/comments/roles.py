"""The parts of a comment by their class names: who wrote it, when, what, and what is only there to be clicked.

Names that many systems and themes share; a system's own file adds to them. A part has a rank: 0 says it exactly, from
`WEAK` on it is a guess from a word, which holds outside a body only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from newsmodel.page.words import tokens_of

AUTHOR: Final = "author"
DATE: Final = "date"
BODY: Final = "body"
UP: Final = "up"
DOWN: Final = "down"
SCORE: Final = "score"
LABEL: Final = "label"
REPLIES: Final = "replies"
REPLY_TO: Final = "reply-to"
CHROME: Final = "chrome"
PENDING: Final = "pending"
FEEDBACK: Final = "feedback"

WEAK: Final = 5

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD: Final = re.compile(r"[A-Za-z]+")


class Part(NamedTuple):
    """What an element is of a comment, and how sure that is: 0 is surest."""

    role: str
    rank: int = 0


def table(**ranked: str) -> dict[str, Part]:
    """A table of class names: `table(author_0="fn", body_1="text")`."""
    found: dict[str, Part] = {}
    for key, names in ranked.items():
        role, _, rank = key.rpartition("_")
        found |= {name: Part(role.replace("_", "-"), int(rank)) for name in names.split()}
    return found


_BY_TOKEN: Final = table(
    author_0="fn comment-name comment_name comment-author-name comment_author_name comment-author__name"
    " comment__author-name comment-username comment__username comment_username p-author author-name author_name"
    " commenter-name commenter_name nickname",
    author_1="username commenter user-name comment__author comment_author comment-user comment__user comment-by"
    " comment-author-link user_name",
    author_2="comment-author author commentauthor comment-poster poster",
    author_3="by",
    author_4="vcard comment-author-info comment-cite cite-wrap byline",
    date_1="comment-date comment_date comment__date comment-time comment_time comment__time commentdate dt-published"
    " comment-timestamp comment_timestamp comment__timestamp datetime timestamp moment-time time-ago timeago timedate"
    " post-date comment-posted comment-published comment-created relative-date",
    date_2="commentmetadata comment-metadata comment-permalink submitted comment__submitted comment-submitted published"
    " created date time",
    date_4="comment-meta comment_meta comment__meta commentmeta metadata meta",
    body_0="commtext comment-content comment_content comment__content comment-text comment_text comment__text"
    " commenttext comment-message comment__message comment-entry comment__body-text comment-copy comment-paragraph"
    " commentcontent comment-txt comment-html comment-body-text comment-inner-content e-content",
    body_3="comment__body comment_body commentbody comment-body comment-description content text message",
    up_0="upvotes upvote-count likes-count like-count comment-likes-count vote-up-count comment__likes-count",
    down_0="downvotes downvote-count dislikes-count dislike-count vote-down-count",
    up_1="vote-good",
    down_1="vote-poor vote-bad",
    score_0="vote-count votes-count vote-score comment-score comment-votes-count comment-karma karma score",
    pending_0="comment-awaiting-moderation",
    label_0="comment-badge user-badge author-badge badge role-badge",
    replies_0="children replies comment-replies comment__replies comment_replies comment-children comment__children"
    " indented comments comment-list commentlist comment_list child-comments subcomments sub-comments nested-comments"
    " comment-thread reply-list",
    reply_to_0="in-reply-to comment-reply-to reply-to comment__reply-to u-in-reply-to",
    chrome_0="signature postprofile reply comment-reply comment-reply-link comment_reply says avatar comment-avatar"
    " comment__avatar"
    " comment-author-avatar comment-avatar-wrap comment-edit-link comment-actions comment__actions comment_actions"
    " comment-footer comment__footer comment-tools comment-toolbar comment-controls comment-buttons comment-links"
    " permalink permalink-link"
    " screen-reader-text visually-hidden sr-only element-invisible element-hidden hidden comment-respond"
    " comment-form comment-vote comment-votes comment-voting votes voting vote vote-up vote-down rating comment-rating"
    " comment-likes comment-like likes likebtn_container likebtn-wrapper like-button report comment-report report-link"
    " flag-comment share comment-share sharedaddy jp-likes-widget-wrapper edit-link social-share comment-social"
    " comment-number comment-count divider bullet",
)
_BY_WORD: Final = table(
    author_6="author username nickname commenter pseudo autor auteur autore benutzer nutzer user poster",
    date_6="date datetime timestamp datum fecha data",
    body_6="body content text texte message inhalt",
    replies_6="replies children antworten reponses respuestas",
    chrome_6="avatar image img picture photo thumbnail reply actions buttons toolbar report vote votes voting likes"
    " share sharing footer signalement",
)
_BY_LAST: Final = table(
    author_5="name",
    date_7="age ago timeago when livestamp livetimestamp",
    body_7="text texte message copy txt said",
    body_8="body content inhalt contenu contenuto description",
    body_9="comment kommentar commentaire",
    replies_7="replies children responses subcomments",
    score_7="votes vote score points karma",
    up_7="likes upvotes positive good recommends",
    down_7="dislikes downvotes negative bad",
    chrome_7="avatar avatars initials actions toolbar buttons controls menu footer",
)
"""By the last word of a class alone, in a system that nobody described."""
_COMMENT_REPLIES: Final = frozenset({"reply", "replies", "children", "child", "responses"})
_COMMENT_WORDS: Final = frozenset(
    {"comment", "comments", "reply", "kommentar", "commentaire", "comentario", "commento"}
)


def parts_by_name(names: str, own: Mapping[str, Part], *, is_guess: bool = False) -> tuple[Part, ...]:
    """The parts that class and id name; *own*: what a system's names mean, before what they mean to most.

    is_guess: nobody described the system, so that the last word of a name is believed, too.
    """
    found = [part for token in tokens_of(names) if (part := own.get(token) or _BY_TOKEN.get(token))]
    return tuple(found) or (is_guess and _by_last_word(names)) or _guessed(names)


def _by_last_word(names: str) -> tuple[Part, ...]:
    for token in sorted(names.split()):
        words = [word.lower() for word in _WORD.findall(_HUMP.sub(" ", token))]
        if not words:
            continue
        if words[-1] == "list" and _COMMENT_REPLIES & set(words):
            return (Part(REPLIES, WEAK + 2),)
        word = "name" if words[-1].endswith("name") else words[-1]
        if word in _BY_LAST:
            return (_BY_LAST[word],)
    return ()


def _guessed(names: str) -> tuple[Part, ...]:
    """By the last word of a class ("fig-comment__username"), or the one before it ("author-name")."""
    for token in sorted(names.split()):
        words = [word.lower() for word in _WORD.findall(_HUMP.sub(" ", token))]
        part = next((_BY_WORD[word] for word in words[:-3:-1] if word in _BY_WORD), None)
        if part is None or not (part.role in (AUTHOR, CHROME) or words[-1] in _BY_WORD):
            continue
        if len(words) == 1 or part.role in (AUTHOR, DATE) or _COMMENT_WORDS & set(words):
            return (part if _BY_WORD.get(words[-1]) == part else part._replace(rank=part.rank + 1),)
    return ()
