"""White space as HTML and its kin collapse it, and where collapsing would change a text.

ASCII white space only, as CSS and the HTML standard have it; a no-break space is a character like any other.
Source: CSS Text 3, section 4.1, https://www.w3.org/TR/css-text-3/#white-space-processing.
"""

from __future__ import annotations

import re

import attrs

from newsmodel.model.text import Inline, LineBreak, Span, Text

SPACE = " \t\n\f\r"
_RUN = re.compile(r"[ \t\n\f\r]+")
_OTHER = re.compile(r"[\t\n\f\r]")
_OBJECT = "\ufffc"  # stands for an inline that is no text, for the look of what is beside it


def collapses(value: Text | str) -> bool:
    """Whether collapsing white space would change *value*."""
    content = value if isinstance(value, str) else value.content
    if not isinstance(content, str):
        content = "".join(map(_look, content)).replace(" \v", "  ").replace("\v ", "  ")
    if content.startswith(" ") or content.endswith(" ") or "  " in content:
        return True
    # Most text holds no other white space, and saying so costs a tenth of the search.
    return not content.isprintable() and _OTHER.search(content) is not None


def _look(inline: Inline) -> str:
    if type(inline) is LineBreak:
        return "\v"
    return inline.text if isinstance(inline, Span) else _OBJECT


def collapse(text: Text) -> Text:
    """*text* with every run of white space as one space, and none at its ends and around line breaks."""
    if not collapses(text):
        return text
    if isinstance(text.content, str):
        return Text(collapse_string(text.content))
    return Text(collapse_inlines(text.content))


def collapse_string(value: str) -> str:
    """*value* with every run of white space as one space, and none at its ends."""
    return _RUN.sub(" ", value).strip(SPACE)


def collapse_inlines(inlines: tuple[Inline, ...] | list[Inline]) -> list[Inline]:
    """*inlines* as one line of text: a run that crosses spans leaves its space in the first of them."""
    done: list[Inline] = []
    after_space = True
    for inline in inlines:
        if isinstance(inline, Span):
            words = _RUN.sub(" ", inline.text)
            words = words[1:] if after_space and words.startswith(" ") else words
            if words or inline.id is not None or inline.extra:
                done.append(inline if words == inline.text else attrs.evolve(inline, text=words))
                after_space = words.endswith(" ") if words else after_space
            continue
        if isinstance(inline, LineBreak):
            _strip_end(done)
        done.append(inline)
        after_space = isinstance(inline, LineBreak)
    _strip_end(done)
    return done


def _strip_end(done: list[Inline]) -> None:
    """Takes one trailing space from the last span that has words; there is never more than one."""
    for position in range(len(done) - 1, -1, -1):
        last = done[position]
        if not isinstance(last, Span):
            return
        if not last.text:
            continue
        if last.text.endswith(" "):
            words = last.text[:-1]
            if words or last.id is not None or last.extra:
                done[position] = attrs.evolve(last, text=words)
            else:
                del done[position]
        return
