"""What strangers' content may do in a page of ours: which ids, link relations and targets, shared by writer and reader.

Article bodies: ids are prefixed, so that none takes the place of an element or a global name of the host's page ("DOM
clobbering"); `rel=opener` and named windows are left out. Comments, which anyone may write: no ids at all, and every
link has `rel="ugc nofollow noopener"`. What is left out stands in the one attribute, so that a round trip is lossless.
Sources: HTML Standard, section 7.3.3, https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object,
section 4.6.7, https://html.spec.whatwg.org/multipage/links.html#linkTypes.
"""

from __future__ import annotations

from typing import Final

ID_PREFIX: Final = "user-content-"
"""Before every id that comes from an article; the name that GitHub and DOMPurify gave it."""

COMMENT_RELATIONS: Final = "ugc nofollow noopener"
"""The `rel` of every link in a comment."""

# Ids that the writer makes itself, and the two fragments that lead to no element.
_OURS = ("#note-", "#comment-", "#passage-", "#:~:")


def element_id(identity: str | None) -> str | None:
    """The `id` of the element of a node with this id or anchor; None if there is none or HTML cannot hold it."""
    if not identity or any(letter.isspace() for letter in identity):
        return None
    return ID_PREFIX + identity


def node_id(value: str | None) -> str | None:
    """The id or anchor of the node of an element with this `id`."""
    return value.removeprefix(ID_PREFIX) if value else None


def in_page(url: str) -> str:
    """A link as a page has it: one to an element of the article, "#methods", with the prefix of that element's id."""
    if not url.startswith("#") or url in ("#", "#top") or url.startswith(_OURS):
        return url
    return f"#{ID_PREFIX}{url[1:]}"


def from_page(url: str) -> str:
    """The link of which `in_page` made *url*."""
    return "#" + url[len(ID_PREFIX) + 1 :] if url.startswith("#" + ID_PREFIX) else url


def relations(rel: str | None) -> str | None:
    """`rel` without "opener", which would let the other page steer this one; None if nothing is left."""
    if rel is None or "opener" not in rel.lower().split():
        return rel
    return " ".join(token for token in rel.split() if token.lower() != "opener") or None


def target(window: str | None) -> str | None:
    """`target` if it is a new window; a named one could be another page's."""
    return window if window == "_blank" else None
