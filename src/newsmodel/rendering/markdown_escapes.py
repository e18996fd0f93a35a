"""The letters of Markdown that mean something, and how to write them where they mean themselves."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from newsmodel.rendering.html_elements import NONE, element, markup
from newsmodel.urls import is_safe

EMPTY_COMMENT = "<!-- -->"
"""What parts two things that would be read as one; readers take no notice of it."""

# In this order: the first that fits decides. A pair of brackets around words, "[sic]", needs no escape if nothing
# follows that could make it a link; an asterisk none between spaces, an underscore none within a word, a backslash none
# before one. The first and the last letter do not count: either may become a character reference. What opens a tag,
# code or a reference is written as a reference itself: engines older than CommonMark know no backslash before it.
_SPECIAL = r"""
    (?P<keep>\[[^\W_](?:[^\W_]|[ ,.'’-]){0,60}[^\W_]\](?=[\s.,;!?…”’"')])(?!\s*(?:[(\[:]|\Z))
      |(?<=\S\ )\*(?=\ \S)
      |(?<=.[^\W_])_(?=[^\W_].)
      |\\(?=[^\W_]{2})
      |<(?=\ )
      |&(?!\#[0-9xX]|[A-Za-z][A-Za-z0-9]*;)
      |(?P<tilde>~))
    |(?P<escape>[*_\[\]{])
    |(?P<reference>[\t\n\ufeff<&`\\])
"""

_LINE_START = re.compile(
    r"""
    (?:\#{1,6}(?=[ \t]|$) | > | [-+*](?=[ \t]|$) | =+[ \t]*$ | \+{3,}[ \t]*$ | [|:-][|:\ \t-]*$)
    | (?P<number>[0-9]{1,9})(?=[.)](?:[ \t]|$))
    """,
    re.VERBOSE,
)
_QUERY_AMPERSAND = r"&(?=[A-Za-z0-9_.-]+=)"  # which is no reference to any engine, nor to a browser in an attribute
_AUTOLINK = re.compile(rf"https?://(?:[A-Za-z0-9./?=%#:@!$*+,;~_-]|{_QUERY_AMPERSAND})+", re.ASCII)
_IN_DESTINATION = re.compile(rf"[^\S\x85]|[\x7f\ufeff\"'<>\\`\[\]]|(?!{_QUERY_AMPERSAND})&")
# Some engines look for addresses, names ("@ann") and emoji (":cat:") in attributes too, and put elements there.
_LOOKED_FOR = r"@|:(?=\S)|(?<=www)\."
_IN_TITLE = re.compile(rf"[\n\"'<>\\`\[\]]|&(?=#?[A-Za-z0-9]+;)|{_LOOKED_FOR}", re.IGNORECASE)
_IN_ALTERNATIVE = re.compile(rf"[\">]|{_LOOKED_FOR}", re.IGNORECASE)
_IN_ELEMENT = re.compile(r"[&<>`\[\]{}]|\n(?=[ \t]*\n)")
_MARKUP = re.compile(r"<[A-Za-z/!?]|\]\s*[(\[:]|\{[^{}\n=]*=|&#")
_PROSE = re.compile(r"(?!(?:java|vb)script|data)\w+:\s", re.IGNORECASE)  # "Source: the harbour office"
_DESTINATION = re.compile(r"""([^ ]+(?: ["'(].*)?(?<!\\))(\\?)""")  # with a title; before a hard line break
_FIRST = re.compile(r"&#?\w+;|.", re.DOTALL)
_NAMED = {"\u00a0": "nbsp", "<": "lt", ">": "gt", "&": "amp", '"': "quot"}
_BALANCED = re.compile(r"[^()]*+(?:\([^()]*+\)[^()]*+)*+")


@cache
def _special() -> re.Pattern[str]:
    return re.compile(_SPECIAL, re.VERBOSE)


def reference(character: str) -> str:
    """*character* as a character reference, which no rule of Markdown takes for what it is."""
    return f"&{_NAMED.get(character) or f'#{ord(character)}'};"


def _referenced(found: re.Match[str]) -> str:
    return reference(found[0])


def escape(words: str, *, tildes: bool = True, in_brackets: bool = False) -> str:
    """*words* as they are written inside a line. tildes: they could pair. in_brackets: as the text of a link."""

    def written(found: re.Match[str]) -> str:
        if found["keep"]:
            return "\\~" if found["tilde"] and tildes else found[0]
        if found["reference"] or (in_brackets and found[0] in "[]"):  # some engines take backslashes off there
            return reference(found[0])
        return "\\" + found[0]

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
    """*url* as the destination of a link or picture.

    Never between angle brackets: an engine that knows none takes `<img src=x>` for what it says.
    """
    if not url:
        return "<>" if before_title else ""
    source = _IN_DESTINATION.sub(_referenced, url)
    return source if _BALANCED.fullmatch(source) else re.sub(r"[()]", _referenced, source)


def quoted_title(title: str | None, quote: str = '"') -> str:
    """The title of a link or picture with the space before it; "" if there is none."""
    return f" {quote}{_IN_TITLE.sub(_referenced, title)}{quote}" if title else ""


def alternative(words: str) -> str:
    """The alternative text of a picture, which some engines put into its attribute as it stands."""
    return _IN_ALTERNATIVE.sub(_referenced, escape(words, in_brackets=True))


def no_destination(source: str) -> str:
    """The paragraph *source* below `[^1]: `, which engines without footnotes would take for the address of a link."""
    line, end, rest = source.partition("\n")
    if not (is_safe(line) or _PROSE.match(line)):
        line = _FIRST.sub(rf"\g<0>{EMPTY_COMMENT}", line, count=1)
    elif found := _DESTINATION.fullmatch(line):
        line = f"{found[1]}{EMPTY_COMMENT}{found[2]}"
    return f"{line}{end}{rest}"


def is_inert(code: str) -> bool:
    """Whether *code* may stand as it is: an engine that does not see its fence or its backticks finds no markup in it.

    Markup is what can do harm: a tag, a link or its definition, attributes in braces; and half a reference.
    """
    return _MARKUP.search(code) is None


def code_element(code: str, language: str | None) -> str:
    """Code as an HTML element, in which no engine finds markup, and which has no empty line."""
    source = _IN_ELEMENT.sub(_referenced, f"{code}\n")
    named = {"class": f"language-{language}" if language else None}
    return str(element("pre", NONE, element("code", named, markup(source))))


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
