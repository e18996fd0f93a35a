"""Mutations that know tags: attributes and texts exchanged, character references put in, elements moved and dropped.

JSON inside (a script, our own attribute) is mutated as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape, unescape
from random import Random

from tests.fuzzing import of_json
from tests.fuzzing.nasty import ATTRIBUTES, STRINGS, TAGS

_TOKEN = re.compile(r"<script\b[^>]*>.*?</script>|<!--.*?-->|<[A-Za-z/!?][^<>]*>|[^<]+|<", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(</script>)", re.DOTALL)
_NAME = re.compile(r"(?<=</)[\w:-]+|(?<=<)[\w:-]+")


def _tokens(data: bytes) -> list[str]:
    return _TOKEN.findall(data.decode("utf-8", "surrogateescape"))


def _joined(tokens: list[str]) -> bytes:
    return "".join(tokens).encode("utf-8", "surrogatepass")


def every(data: bytes) -> list[Callable[[], bytes]]:
    """What makes of *data* a file with one attribute or text exchanged for a nasty string, or one token dropped."""
    tokens = _tokens(data)
    return [partial(_exchanged, tokens, at, new) for at, token in enumerate(tokens) for new in _every(token)]


def _exchanged(tokens: list[str], at: int, new: Callable[[], str]) -> bytes:
    return _joined([*tokens[:at], new(), *tokens[at + 1 :]])


def _every(token: str) -> Iterator[Callable[[], str]]:
    """What makes another token of one."""
    yield str
    if not token.startswith("<"):
        if token.strip():
            yield from (partial(escape, each) for each in STRINGS)
            yield from (partial(str, each) for each in STRINGS)
        return
    for found in _ATTRIBUTE.finditer(token):
        yield from (partial(_with_value, token, found, each) for each in STRINGS)
    if (script := _SCRIPT.fullmatch(token)) is not None:
        for change in of_json.every(script[2].encode("utf-8", "replace")):
            yield partial(_with_script, script, change)


def _with_value(token: str, found: re.Match[str], value: str) -> str:
    return f'{token[: found.start(2)]}"{_quoted(value)}"{token[found.end(2) :]}'


def _with_script(script: re.Match[str], change: Callable[[], bytes]) -> str:
    return f"{script[1]}{_text(change())}{script[3]}"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _quoted(value: str) -> str:
    """A value between quotation marks; character references in it stay."""
    return value.replace('"', "&quot;").replace("<", "&lt;")


def mutated(data: bytes, other: bytes, random: Random) -> bytes:
    """*data* with one to four changes."""
    tokens = _tokens(data) or [""]
    for _ in range(random.choice((1, 1, 2, 4))):
        _change(tokens, _tokens(other) or [""], random)
    return _joined(tokens)


def _change(tokens: list[str], others: list[str], random: Random) -> None:
    at = random.randrange(len(tokens))
    kind = random.randrange(8)
    if kind < 3:
        tokens[at] = _changed(tokens[at], random)
    elif kind == 3:
        tokens.insert(at, random.choice((random.choice(TAGS), random.choice(STRINGS), random.choice(others))))
    elif kind == 4:
        end = at + random.choice((1, 1, 3, 10))
        tokens[at:end] = tokens[at:end] * random.choice((0, 2, 8))
    elif kind == 5:
        tokens.insert(random.randrange(len(tokens)), tokens.pop(at))
    elif kind == 6:
        start = random.randrange(len(others))
        tokens[at : at + 1] = others[start : start + random.choice((1, 3, 12))]
    else:
        tokens[at] = _with_attribute(tokens[at], random)
    if not tokens:
        tokens.append("")


def _changed(token: str, random: Random) -> str:
    if not token.startswith("<"):
        cut = random.randrange(len(token) + 1)
        return token[:cut] + random.choice(STRINGS) + token[random.choice((cut, len(token))) :]
    if (script := _SCRIPT.fullmatch(token)) is not None:
        inside = script[2].encode("utf-8", "surrogatepass")
        return f"{script[1]}{_text(of_json.mutated(inside, inside, random))}{script[3]}"
    found = list(_ATTRIBUTE.finditer(token))
    if not found or random.random() < 0.2:
        return _NAME.sub(random.choice(TAGS).strip("</>"), token, count=1)
    each = random.choice(found)
    return f'{token[: each.start(2)]}"{_value(each[2], random)}"{token[each.end(2) :]}'


def _value(before: str, random: Random) -> str:
    """Another value for an attribute: of one that holds JSON, mutated JSON."""
    inside = unescape(before.strip("\"'"))
    if inside[:1] in ("{", "["):
        data = inside.encode("utf-8", "surrogatepass")
        return escape(_text(of_json.mutated(data, data, random)))
    return _quoted(random.choice(STRINGS))


def _with_attribute(token: str, random: Random) -> str:
    if not re.match(r"<\w", token):
        return token
    name = _NAME.search(token)
    end = name.end() if name else 1
    return f'{token[:end]} {random.choice(ATTRIBUTES)}="{_quoted(random.choice(STRINGS))}"{token[end:]}'
