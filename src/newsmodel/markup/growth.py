"""Markup that a parser makes more of than there is: what it may grow to, where to look, and what to simplify.

The HTML Standard opens formatting elements (`b`, `font` …) that are left open again in every paragraph, up to three
of each set of attributes. 100 kB of `<p><b a=1><p><b a=2>` so become millions of elements. Likewise every further
`<html a=1>` adds to the attributes of the root.

All functions take text, or bytes decoded as latin-1: in every encoding of the web but two, "<" is only the byte 3C.
Source: https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements.
"""

import re
from collections.abc import Sequence
from itertools import islice

from newsmodel import limits

_FLAGS = re.IGNORECASE | re.ASCII
_SPACE = r"\t\n\f\r "
_FORMATTING = "b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"  # of `a`, one at most is open
_ATTRIBUTE = rf"""[^{_SPACE}"'<>/=]++(?:[{_SPACE}]*+=[{_SPACE}]*+(?:"[^"]*+"|'[^']*+'|[^{_SPACE}"'=<>`]++))?+"""

# A start tag with attributes; group 1 is the whole if it is well-formed, so that equal tags can be told.
_OPENED = re.compile(
    rf"<(?=(?:{_FORMATTING})[{_SPACE}/])(?=([a-z]+(?:[{_SPACE}/]++{_ATTRIBUTE})*+[{_SPACE}/]*+>)?+)",
    _FLAGS,
)
_NAME = re.compile(rf"<(/?)(?:{_FORMATTING})(?=[{_SPACE}/>])", _FLAGS)
_ROOT = re.compile(rf"<(?=(?:html|body)[{_SPACE}/])", _FLAGS)
_TAG = re.compile("<")

_BETWEEN = re.compile("\x00|\x1b[($][@BIJ]")

_NAMES = len(_FORMATTING.split("|"))
_ALIKE = 3  # of formatting elements with the same attributes, as many are kept
_DEEPEST = 512  # elements that the engine keeps open at once
_BESIDES = 40  # elements that one tag makes at most besides those: by the adoption agency, or implied
_FREE = 1000  # elements that any input may become
_AHEAD = 4  # how many times the limit might be passed, at worst, between two looks


def most_elements(text: str) -> int:
    """How many elements *text* may become, by the limits that hold."""
    return _FREE + int(limits.current().html_elements * len(text))


def looks(text: str) -> Sequence[int]:
    """The lengths of *text* to parse, one after another, so that no parse can be far beyond `most_elements`.

    The last one is all of it, and with real pages nearly always the only one.
    """
    tags, most = text.count("<"), max(1, _AHEAD * most_elements(text) // (_open_at_most(text) + _BESIDES))
    if tags <= most:
        return (len(text),)
    return (*islice((tag.start() for tag in _TAG.finditer(text)), most, None, most), len(text))


def _open_at_most(text: str) -> int:
    """How many formatting elements can be left open at any place."""
    if _may_part_letters(text):
        return _DEEPEST
    opened = _OPENED.findall(text)
    malformed = opened.count("")
    kinds = _NAMES + malformed + len(set(opened))
    return min(_DEEPEST, _ALIKE * kinds + 1)


def _may_part_letters(text: str) -> bool:
    """Whether signs may stand between the letters of a tag, as in UTF-16 (zeros) and ISO-2022-JP (escapes)."""
    return "\x00" in text or "\x1b" in text


def without_formatting(text: str) -> str:
    """*text* with formatting elements, but for links, as plain ones; the words stay."""
    return _NAME.sub(r"<\1span", text)


def has_many_roots(text: str) -> bool:
    """Whether more start tags would add attributes to the root than the limits allow."""
    if _may_part_letters(text):
        text = _BETWEEN.sub("", text)
    return len(_ROOT.findall(text)) > limits.current().html_roots


def without_roots(text: str) -> str:
    """*text* with the start tags of the root beyond the limit as comments, which nobody sees."""
    last = next(islice(_ROOT.finditer(text), limits.current().html_roots, None), None)
    return text if last is None else text[: last.start()] + _ROOT.sub("<!", text[last.start() :])
