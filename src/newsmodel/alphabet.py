"""The alphabet of all text in the model: XML 1.0 `Char` with LF line ends.

Every format can carry these characters and give them back; HTML, XML and JSON each damage one or another of the rest
(NUL, carriage returns, control characters, lone surrogates, U+FFFE and U+FFFF).
Source: Extensible Markup Language 1.0, section 2.2, https://www.w3.org/TR/xml/#charsets.
"""

import re
from functools import cache

REPLACEMENT = "\ufffd"


@cache
def _foreign() -> re.Pattern[str]:
    # Compiled when first needed: so wide a class of characters takes as long to compile as the whole model to define.
    return re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_clean(text: str) -> bool:
    """Whether the model takes this text as it is."""
    return text.isprintable() or _foreign().search(text) is None  # what can be printed is all in the alphabet


def clean(text: str) -> str:
    """This text in the model's alphabet: CRLF and CR become LF, each other foreign character U+FFFD.

    The very same string where nothing is wrong with it.
    """
    if is_clean(text):
        return text
    return _foreign().sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
