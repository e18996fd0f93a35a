"""The letters of Markdown that mean something, and how to write them where they mean themselves."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_PUNCTUATION = r"!-/:-@\[-`{-~"

# In this order: the first that fits decides. A pair of brackets around words, "[sic]", needs no escape if nothing
# follows that could make it a link; an asterisk none between spaces, an underscore none within a word, a backslash none
# before one. The first and the last letter do not count: either may become a character reference.
_SPECIAL = r"""
    (?P<keep>\[[^\W_](?:[^\W_]|[ ,.'’-]){0,60}[^\W_]\](?=[\s.,;!?…”’"')])
      |(?<=\S\ )\*(?=\ \S)
      |(?<=.[^\W_])_(?=[^\W_].)
      |\\(?=[^\W_]{2})
      |<(?![A-Za-z/!?]|\Z)
      |&(?!(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)
      |(?P<tilde>~))
    |(?P<escape>[\\`*_\[\]<&])
    |(?P<reference>[\t\n\ufeff])
"""

_LINE_START = re.compile(
    r"""
    (?:\#{1,6}(?=[ \t]|$) | > | [-+*](?=[ \t]|$) | =+[ \t]*$ | \+{3,}[ \t]*$ | [|:-][|:\ \t-]*$)
    | (?P<number>[0-9]{1,9})(?=[.)](?:[ \t]|$))
    """,
    re.VERBOSE,
)
_AUTOLINK = re.compile(r"https?://[A-Za-z0-9./?=&%#:@!$'*+,;~_-]+", re.ASCII)
_ENTITY = r"&(?=#?[A-Za-z0-9]{1,32};)"
_IN_DESTINATION = re.compile(rf"\\(?=[{_PUNCTUATION}]|\Z)|[<>]|{_ENTITY}")
_IN_TITLE = re.compile(rf"\\(?=[{_PUNCTUATION}]|\Z)|\"|{_ENTITY}")
_BALANCED = re.compile(r"[^()]*+(?:\([^()]*+\)[^()]*+)*+")


@cache
def _special() -> re.Pattern[str]:
    return re.compile(_SPECIAL, re.VERBOSE)


def reference(character: str) -> str:
    """*character* as a character reference, which no rule of Markdown takes for what it is."""
    return "&nbsp;" if character == "\u00a0" else f"&#{ord(character)};"


def escape(words: str, *, tildes: bool = True) -> str:
    """*words* as they are written inside a line. tildes: they could pair."""

    def written(found: re.Match[str]) -> str:
        if found["keep"]:
            return "\\~" if found["tilde"] and tildes else found[0]
        return reference(found[0]) if found["reference"] else "\\" + found[0]

    return _special().sub(written, words)


def protect_line(line: str) -> str:
    """*line* so that it begins no block: `1\\.`, `\\#`, `\\>`, `\\-` …"""
    found = _LINE_START.match(line)
    if not found:
        return line
    if number := found["number"]:
        return f"{number}\\{line[len(number) :]}"
    return "\\" + line


def is_autolink(url: str) -> bool:
    """Whether `<url>` is a link to *url* that shows *url*."""
    return _AUTOLINK.fullmatch(url) is not None


def destination(url: str, before_title: bool = False) -> str:
    """*url* as the destination of a link or picture."""
    if not url:
        return "<>" if before_title else ""
    source = _IN_DESTINATION.sub(r"\\\g<0>", url)
    if any(letter.isspace() or letter == "\x7f" for letter in source):
        spaced = re.sub(r"[^\S ]|^ | $", lambda found: reference(found[0]), source)
        return f"<{spaced}>"
    return source if _BALANCED.fullmatch(source) else re.sub(r"[()]", r"\\\g<0>", source)


def quoted_title(title: str | None) -> str:
    """The title of a link or picture with the space before it; "" if there is none."""
    if not title:
        return ""
    source = _IN_TITLE.sub(r"\\\g<0>", title).replace("\n", "&#10;")
    return f' "{source}"'


@cache
def kinds(character: str) -> tuple[str, ...]:
    """What parsers may take *character* for: "space", "punctuation", "letter".

    Several where the versions of CommonMark and of Unicode differ: symbols became punctuation in 0.31.
    """
    if character in " \t\n":
        return ("space",)
    category = unicodedata.category(character)
    if category == "Zs":
        return ("space",)
    if category[0] == "P" or (character.isascii() and category[0] == "S"):
        return ("punctuation",)
    if category[0] == "S" or category == "Cn":
        return ("punctuation", "letter")
    return ("space", "letter") if character.isspace() else ("letter",)
