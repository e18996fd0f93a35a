"""What stands in an element of ours and got no place in the article: nothing that a person wrote there goes unsaid.

Reading fills `read.met` with the texts that it took. Those that are left when an element was read whole are losses,
`element-unplaced`, with their words. Words that only repeat what stands elsewhere are known by what they must say;
where a person changed them, nothing else changes, and the report has `edit-without-effect`.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Final, TypeVar

from newsmodel.markup import engine
from newsmodel.markup.engine import ENTER, LEAVE, Node, walk
from newsmodel.markup.flow import BREAKS, UNREAD
from newsmodel.markup.own_fields import string
from newsmodel.markup.reading import Read
from newsmodel.whitespace import collapse_string

T = TypeVar("T")

_LONGEST: Final = 300  # characters of words in a report


def whole(element: Node, read: Read, make: Callable[[Node, Read], T]) -> T:
    """What *make* reads from *element*; a loss for each of its texts that was left over. Then the element is gone.

    Where *make* gives None the caller says what is lost.
    """
    met: set[Node] = set()
    outer, read.met = read.met, met
    made = make(element, read)
    if made is not None:
        _report_rest(element, read, met)
    read.met = outer
    engine.take_out(element)  # so that whoever reads around it meets neither it nor a million others
    return made


def _report_rest(element: Node, read: Read, met: set[Node]) -> None:
    if all(text in met or text.data.isspace() for text in engine.texts(element)):
        return
    around = [element]
    words: list[str] = []
    for event, value, node in walk(element, UNREAD):
        if event is engine.TEXT:
            if node not in met:
                words.append(value)
        elif value in BREAKS:
            _report(words, around[-1], read)
            words = []
            if event is ENTER:
                around.append(node)
            elif event is LEAVE:
                around.pop()
    _report(words, around[-1], read)


def _report(words: list[str], element: Node, read: Read) -> None:
    if said := collapse_string(read.words("".join(words), element)):
        read.lost("element-unplaced", "dropped", element, brief(said))


def repeats(element: Node, read: Read, expected: Container[str] | Callable[[str], object]) -> None:
    """Reads an element that only repeats what stands elsewhere; a diagnostic if a person changed what it says.

    expected: what it may say, or what tells whether it may.
    """
    said = string(element, read)
    is_right = expected(said) if callable(expected) else said in expected
    if said and not is_right:
        edited(said, element, read)


def edited(said: str, element: Node, read: Read) -> None:
    """Records words that a person changed to no effect."""
    message = f"{brief(said)!r} only repeats what stands elsewhere, and changes nothing there"
    read.notice("edit-without-effect", message, element)


def brief(words: str) -> str:
    """*words*, cut off where they are very long."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
