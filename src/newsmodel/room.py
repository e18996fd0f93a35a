"""Room on the stack: work that fits a stack of its own is done wherever its caller stands.

The model bounds how deep a document nests, so that all work on one fits a stack; but nothing bounds how deep in its own
calls a program already is. A thread has a stack of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Thread, current_thread
from typing import Any, TypeVar

T = TypeVar("T")

_MOST = 4
"""Rooms within each other: what needs more would need ever more, a function that calls itself without end."""


def with_room(work: Callable[[], T], again: Callable[[], object] | None = None) -> T:
    """What *work* gives: in a thread at once if half the stack is taken, and after `again()` if it did not suffice.

    again: takes back what *work* has done until the stack ended. Raises what *work* raises, and RecursionError from
    work that no stack suffices for.
    """
    try:
        return work() if _is_roomy() or _rooms() == _MOST else _in_a_room(work)
    except _NoRoomError:
        raise
    except RecursionError:
        if again is not None:
            again()
    return _in_a_room(work)


def _is_roomy() -> bool:
    try:
        sys._getframe(sys.getrecursionlimit() // 2)
    except ValueError:
        return True
    return False


class _NoRoomError(RecursionError):
    """A stack of its own did not suffice either: whoever asked for room further out need not try again."""


class _Room(Thread):
    """A thread that does one piece of work, with the context variables of the one that it does it for."""

    def __init__(self, work: Callable[[], Any], number: int) -> None:
        from contextvars import copy_context  # `import newsmodel` stays small

        super().__init__(name=f"newsmodel-room-{number}", daemon=True)
        self.number = number
        self.result: Any = None
        self.error: BaseException | None = None
        self._work = work
        self._context = copy_context()

    def run(self) -> None:
        try:
            self.result = self._context.run(self._work)
        except BaseException as error:  # it is raised where the result is waited for
            self.error = error


def _rooms() -> int:
    """How many rooms this is within, itself counted."""
    thread = current_thread()
    return thread.number if isinstance(thread, _Room) else 0


def _in_a_room(work: Callable[[], T]) -> T:
    if _rooms() == _MOST:
        raise _NoRoomError("the work goes deeper than any stack")
    room = _Room(work, _rooms() + 1)
    room.start()
    room.join()
    if room.error is None:
        result: T = room.result
        return result
    try:
        if isinstance(room.error, RecursionError):
            raise _NoRoomError(*room.error.args) from room.error
        raise room.error
    finally:
        room.error = None  # which holds this frame, which holds it
