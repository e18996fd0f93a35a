"""The encoding of a page that declares none in the place where the HTML parser looks.

Source: HTML Standard, section 13.2.3.2, determining the character encoding,
https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.
"""

import re

_XML_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")


def guess(data: bytes) -> str:
    """A label for undeclared bytes that are not UTF-8 throughout: "utf-8", "windows-1252", or what `<?xml` names.

    An XML declaration counts as the standard has it. UTF-8 with a few bad bytes (a page cut within a letter, a
    byte-wise shortened quotation) is still UTF-8; in a real windows-1252 page hardly any byte above 0x7F fits UTF-8.
    The label is as written: the caller copes with an unknown one.
    """
    if declaration := _XML_DECLARATION.match(data):
        label = declaration[1].decode("ascii").lower()
        return "utf-8" if label.startswith("utf-16") else label  # its own declaration was read as ASCII
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return "utf-8" if good > bad else "windows-1252"


def is_utf_8(data: bytes) -> bool:
    """Whether *data* is UTF-8 and holds more than ASCII."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
