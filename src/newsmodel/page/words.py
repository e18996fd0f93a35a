"""The words in class names and ids: "c-ArticleBody__related--wide" speaks of a related thing in an article's body.

Each name is judged once a page, whatever number of elements bears it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

_WORD: Final = re.compile(r"[A-Z]+[a-z]*|[a-z]+")
_LOWER_OR_SPACE: Final = bytes(code if chr(code) in ascii_lowercase else 32 for code in range(256))
_LONGEST: Final = 1000
_SEPARATORS: Final = re.compile(r"[\W_]+")
_ASCII_SEPARATORS: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_OTHER_SEPARATORS: Final = "\u00a0–—‘’“”„«»…"  # nearly all of the rest


CUT: Final = ("…", "...", "[…]", "[...]")
"""How a text ends that goes on elsewhere."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text that lists them."""
    return frozenset(text.split())


EMBEDDED: Final = word_set("embed tweet instagram tiktok bluesky mastodon")
"""How a post that is embedded in a text is named; "embedded" is said of much else."""


@lru_cache(maxsize=4096)
def words_of(names: str) -> frozenset[str]:
    """The words of a class attribute and an id in lower case, parted at hyphens, underscores, digits and humps."""
    names = names[:_LONGEST]
    if names.islower():  # no humps, as in most
        return frozenset(names.encode("ascii", "replace").translate(_LOWER_OR_SPACE).decode().split())
    return frozenset(map(str.lower, _WORD.findall(names)))


@lru_cache(maxsize=4096)
def tokens_of(names: str) -> frozenset[str]:
    """The class names and the id themselves in lower case."""
    return frozenset(names[:_LONGEST].lower().split())


def letters_of(text: str) -> str:
    """A text without its case, spaces and punctuation, to compare texts by."""
    # Nearly all separators are ASCII: so they go first, at a tenth of what it costs to look for them.
    rest = text.casefold().encode("utf-8", "surrogatepass").translate(None, _ASCII_SEPARATORS)
    letters = rest.decode("utf-8", "surrogatepass")
    if letters.isascii() or letters.isalnum():
        return letters
    for separator in _OTHER_SEPARATORS:
        letters = letters.replace(separator, "")
    return letters if letters.isalnum() else _SEPARATORS.sub("", letters)
