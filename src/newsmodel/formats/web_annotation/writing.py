"""Comments out, as annotations."""

from __future__ import annotations

from typing import Any

from newsmodel.codec import encode
from newsmodel.codec.foreign import given
from newsmodel.comment_export import require
from newsmodel.dates import format_rfc3339
from newsmodel.formats.web_annotation.terms import COLLECTION, CONTEXT, EXTRA, MOTIVATIONS, NOWHERE, PAGE, REPLYING
from newsmodel.html_fitting import fragment
from newsmodel.iris import to_iri, wrapped
from newsmodel.model import Account, Anchor, Article, Comment, Feed


def render(document: Any, *, indent: int | None = None) -> bytes:
    """An `AnnotationCollection` in UTF-8; a feed as a graph of them.

    indent: each level on lines of its own, so many spaces deeper.
    """
    document = require(document, "web-annotation")
    if isinstance(document, Feed):
        return encode({"@context": CONTEXT, "@graph": [_collection(each) for each in document.articles]}, indent)
    return encode({"@context": CONTEXT, **_collection(document)}, indent)


def _collection(article: Article) -> dict[str, Any]:
    thread, named = article.comments, article.canonical_url or ""
    source = article.canonical_url or wrapped(NOWHERE)
    items = [_annotation(comment, source) for comment in thread]
    return given(
        id=thread.url or wrapped(COLLECTION + named),
        type="AnnotationCollection",
        label=str(article.headline) or None,
        total=thread.declared,
        first={"id": wrapped(PAGE + named), "type": "AnnotationPage", "startIndex": 0, "items": items},
    )


def _annotation(comment: Comment, source: str) -> dict[str, Any]:
    return given(
        id=to_iri(comment.id),
        type="Annotation",
        motivation=_motivation(comment),
        creator=None if comment.author is None else _creator(comment.author),
        created=format_rfc3339(comment.created),
        modified=format_rfc3339(comment.edited),
        body=_body(comment),
        target=_target(comment, source),
    )


def _motivation(comment: Comment) -> str | list[str]:
    own = MOTIVATIONS[comment.kind]
    if comment.parent is None:
        return own
    return REPLYING if comment.kind == "comment" else [REPLYING, own]


def _creator(account: Account) -> dict[str, Any]:
    return given(
        id=None if account.id is None else to_iri(account.id),
        type="Person",
        name=account.name,
        nickname=account.handle,
        homepage=account.url,
    )


def _body(comment: Comment) -> dict[str, Any] | None:
    if not comment.body:
        return None
    value = fragment(comment.body)
    return given(type="TextualBody", value=value, format="text/html", language=comment.language)


def _target(comment: Comment, source: str) -> Any:
    passage = None if comment.anchor is None else _passage(comment.anchor, source)
    if comment.parent is None:
        return passage or source
    answered = to_iri(comment.parent)
    return answered if passage is None else [answered, passage]


def _passage(anchor: Anchor, source: str) -> dict[str, Any]:
    """The passage by all that is known of it; each selector alone selects it, but for a block without a quote."""
    quote = {"type": "TextQuoteSelector", "exact": anchor.exact}
    quote |= given(prefix=anchor.prefix or None, suffix=anchor.suffix or None)
    selectors: list[dict[str, Any]] = [quote] if anchor.exact else []
    if EXTRA in anchor.extra:
        selectors.append({"type": "TextPositionSelector", **anchor.extra[EXTRA]})
    if anchor.block is not None:
        refined = {"refinedBy": quote} if anchor.exact else {}
        selectors.append({"type": "FragmentSelector", "value": anchor.block, **refined})
    return {"type": "SpecificResource", "source": source, "selector": selectors}
