"""wpDiscuz's inline feedback: the shortcode around a passage, read into forms with anchors, and written back.

    [wpdiscuz-feedback id="k3j9x0q2ab" question="Do you agree?" opened="1"]the passage[/wpdiscuz-feedback]

Source: wpDiscuz 7.6.54, assets/js/gutenberg/build/index.js, class.WpdiscuzCore.php (feedback shortcode);
https://developer.wordpress.org/reference/functions/get_shortcode_regex/: attributes of a shortcode hold no brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from newsmodel.model.anchors.body import CONTEXT, version
from newsmodel.model.anchors.pieces import cut
from newsmodel.model.comments import Anchor, FeedbackForm
from newsmodel.model.text import Inline, Text, as_text

NAME = "wpdiscuz-feedback"
_TAG = re.compile(rf"\[(/?){NAME}((?:\s[^\[\]]*)?)\]")
_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]++)=(?:"([^"]*)"|'([^']*)')""")
_ESCAPES = {"&": "&amp;", '"': "&quot;", "[": "&#91;", "]": "&#93;"}
_ESCAPED = re.compile("|".join(_ESCAPES.values()))
_LETTERS = {escape: letter for letter, escape in _ESCAPES.items()}


class Feedback(NamedTuple):
    """A text without its shortcodes, and the forms that they were."""

    text: Text
    forms: tuple[FeedbackForm, ...]


def read_feedback(text: Text | str, block: str | None = None) -> Feedback:
    """The text of a paragraph without its feedback shortcodes, and a form with an anchor for each, in their order.

    *block*: the name of the paragraph's block, if it is known; its anchors then hold a hash of the text.
    What is not closed, or closed and not open, and a shortcode around nothing, stays in the text.
    """
    text = as_text(text)
    found = _shortcodes(str(text))
    if not found:
        return Feedback(text, ())
    pieces = cut(text, [place for opening, closing in found for tag in (opening, closing) for place in tag.span()])
    kept = Text([inline for kept in pieces[::2] for inline in kept.spans])  # every other piece is a tag
    plain, ends = str(kept), list(accumulate(len(str(piece)) for piece in pieces[::2]))
    passages = zip(found, ends[::2], ends[1::2], strict=False)
    return Feedback(kept, tuple(_form(plain, block, start, end, opening) for (opening, _), start, end in passages))


def _shortcodes(plain: str) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Opening and closing tags of every shortcode; they do not nest, and the innermost counts."""
    found = []
    opening: re.Match[str] | None = None
    for tag in _TAG.finditer(plain):
        if not tag[1]:
            opening = tag
        elif opening is not None:
            if opening.end() < tag.start():
                found.append((opening, tag))
            opening = None
    return found


def _form(plain: str, block: str | None, start: int, end: int, opening: re.Match[str]) -> FeedbackForm:
    values = {name: _unescaped(one or other) for name, one, other in _ATTRIBUTE.findall(opening[2])}
    id, question = values.get("id") or None, values.get("question", "")
    is_open = {"1": True, "0": False}.get(values.get("opened", ""))
    anchor = Anchor(
        plain[start:end],
        block=block,
        start=start,
        end=end,
        prefix=plain[max(0, start - CONTEXT) : start],
        suffix=plain[end : end + CONTEXT],
        target_version=None if block is None else version(plain),
        question=question or None,
        open=is_open,
        form=id,
    )
    return FeedbackForm(question, id=id, open=is_open, anchor=anchor)


def write_feedback(text: Text | str, forms: Iterable[FeedbackForm]) -> Text:
    """*text* with the shortcode of every form around the passage of its anchor; the inverse of `read_feedback`.

    Raises ValueError for a form whose anchor is not of this text, and for passages that overlap: shortcodes of one name
    do not nest.
    """
    text = as_text(text)
    passages = sorted((_passage(str(text), form) for form in forms), key=lambda item: item[:2])
    places = [place for start, end, _ in passages for place in (start, end)]
    if places != sorted(places):
        raise ValueError("the passages of two forms overlap: shortcodes do not nest")
    first, *pieces = cut(text, places)
    written: list[Inline | str] = [*first.spans]
    for (_, _, form), passage, rest in zip(passages, pieces[::2], pieces[1::2], strict=True):
        written += (_tag(form), *passage.spans, f"[/{NAME}]", *rest.spans)
    return Text(written) if passages else text


def _passage(plain: str, form: FeedbackForm) -> tuple[int, int, FeedbackForm]:
    anchor = form.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        raise ValueError(f"the form {form.id!r} has no passage")
    if not 0 <= anchor.start < anchor.end or plain[anchor.start : anchor.end] != anchor.exact:
        raise ValueError(f"the passage of the form {form.id!r} is not in this text; resolve or reanchor it first")
    return anchor.start, anchor.end, form


def _tag(form: FeedbackForm) -> str:
    opened = None if form.open is None else str(int(form.open))
    values = {"id": form.id, "question": form.question or None, "opened": opened}
    written = (f' {name}="{_escaped(value)}"' for name, value in values.items() if value is not None)
    return f"[{NAME}{''.join(written)}]"


def _escaped(value: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in value)


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda match: _LETTERS[match[0]], value)
