"""Mutations that know JSON: every leaf, every value and every string exchanged, every key dropped, renamed, doubled."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from tests.fuzzing.nasty import KEYS, STRINGS, VALUES, in_json


class Written(str):
    """A value as it is written."""

    __slots__ = ()


class Members(list[Any]):
    """The members of an object: [key, value], of which keys may stand twice."""

    __slots__ = ()


def read(data: bytes) -> Any:
    """The tree of a document, its objects as Members; None for what is no object and no list of JSON."""
    try:
        text = data.decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=lambda pairs: Members(map(list, pairs)))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, list) else None


def written(value: Any) -> str:
    """A tree, however deep, as JSON."""
    parts: list[str] = []
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(_pieces(item))
        else:
            parts.append(item if isinstance(item, Written) else json.dumps(item, ensure_ascii=False))
    return "".join(parts)


def _pieces(value: list[Any]) -> list[Any]:
    """An object or a list as what stands in it and the signs between."""
    pieces: list[Any] = [Written("{" if isinstance(value, Members) else "[")]
    for position, item in enumerate(value):
        pieces += [Written(", ")] * (position > 0)
        pieces += [item[0], Written(": "), item[1]] if isinstance(value, Members) else [item]
    return [*pieces, Written("}" if isinstance(value, Members) else "]")]


def encoded(value: Any) -> bytes:
    """A tree as the bytes of a file."""
    return written(value).encode("utf-8", "surrogatepass")


def _slots(tree: Any) -> list[tuple[list[Any], int]]:
    """Where values stand: (list, index); in an object each member is a list of its key and its value."""
    found: list[tuple[list[Any], int]] = []
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        places = (
            [(member, 1) for member in value] if isinstance(value, Members) else [(value, n) for n in range(len(value))]
        )
        found += places
        waiting += [holder[at] for holder, at in places if isinstance(holder[at], list)]
    return found


def every(data: bytes) -> list[Callable[[], bytes]]:
    """What makes of *data* a file with one value exchanged for a nasty one, or one key dropped, doubled or renamed."""
    tree = read(data)
    if tree is None:
        return []
    found = [partial(_exchanged, tree, *slot, Written(nasty)) for slot in _slots(tree) for nasty in VALUES]
    found += [
        partial(_exchanged, tree, holder, at, holder[at] + "\x01\ud800")
        for holder, at in _slots(tree)
        if isinstance(holder[at], str)
    ]
    for members in _objects(tree):
        for position, (key, value) in enumerate(members):
            others = ([], [[key, value]] * 2, *([[other, value]] for other in KEYS))
            found += [partial(_with, tree, members, position, new) for new in others]
    return found


def _exchanged(tree: Any, holder: list[Any], at: int, new: Any) -> bytes:
    """The file with *new* in the place of one value, which is back there afterwards."""
    before = holder[at]
    holder[at] = new
    data = encoded(tree)
    holder[at] = before
    return data


def _with(tree: Any, members: Members, position: int, new: list[Any]) -> bytes:
    """The file with the members *new* in the place of one."""
    before = members[:]
    members[position : position + 1] = new
    data = encoded(tree)
    members[:] = before
    return data


def _objects(tree: Any) -> list[Members]:
    values = [tree, *(holder[at] for holder, at in _slots(tree))]
    return [value for value in values if isinstance(value, Members)]


def mutated(data: bytes, other: bytes, random: Random) -> bytes:
    """*data* with one to four changes; as it is where it is no JSON, nor any of its lines."""
    tree = read(data)
    if tree is None:
        return _with_a_line_mutated(data, other, random)
    for _ in range(random.choice((1, 1, 2, 4))):
        _change(tree, read(other), random)
    return encoded(tree)


def _with_a_line_mutated(data: bytes, other: bytes, random: Random) -> bytes:
    """JSON Lines."""
    lines, others = data.split(b"\n"), other.split(b"\n")
    at = random.randrange(len(lines))
    if read(lines[at]) is not None:
        lines[at] = mutated(lines[at], random.choice(others), random)
    return b"\n".join(lines)


def _change(tree: Any, other: Any, random: Random) -> None:
    slots = _slots(tree)
    if not slots:
        tree.append(["id", 1] if isinstance(tree, Members) else 1)
        return
    holder, at = random.choice(slots)
    kind = random.randrange(8)
    others = _slots(other) if other is not None else slots
    if kind < 3:
        holder[at] = Written(random.choice(VALUES))
    elif kind == 3 and others:
        other_holder, other_at = random.choice(others)
        holder[at] = Written(written(other_holder[other_at]))
    elif kind == 4:
        holder[at] = [holder[at]] if random.random() < 0.5 else Members([[random.choice(KEYS), holder[at]]])
    elif kind == 5 and isinstance(holder[at], str):
        holder[at] = holder[at][: random.randrange(len(holder[at]) + 1)] + random.choice(STRINGS)
    else:
        _change_key(random.choice(_objects(tree) or [Members()]), random)


def _change_key(members: Members, random: Random) -> None:
    if not members:
        members.append([random.choice(KEYS), Written(random.choice(VALUES))])
        return
    at = random.randrange(len(members))
    kind = random.randrange(4)
    if kind == 0:
        del members[at]
    elif kind == 1:
        members[at][0] = random.choice(KEYS)
    elif kind == 2:
        members.insert(at, list(members[at]))
    else:
        members.append([random.choice(members)[0], Written(in_json(random.choice(STRINGS)))])
