"""Work is done wherever its caller stands: in a thread, which has a stack of its own, where the caller's is full."""

import sys
import threading
from contextvars import ContextVar

import pytest

from newsmodel.room import with_room

FRAMES = sys.getrecursionlimit()
VARIABLE = ContextVar("variable", default="unset")


def deep(frames, work):
    return work() if frames == 0 else deep(frames - 1, work)


def needs(frames):
    return frames if frames == 0 else 1 + needs(frames - 1)


@pytest.mark.parametrize("standing", [0, FRAMES // 3, FRAMES // 2 + 20, FRAMES - 200])
@pytest.mark.parametrize("needed", [10, FRAMES // 2, FRAMES * 4 // 5])
def test_work_that_fits_a_stack_is_done_wherever_its_caller_stands(standing, needed):
    assert needed == deep(standing, lambda: with_room(lambda: needs(needed)))


def test_where_there_is_room_no_thread_is_made():
    assert threading.current_thread() is with_room(threading.current_thread)


def test_what_was_done_until_the_stack_ended_is_taken_back_once():
    done = []

    def work():
        done.append("begun")
        return needs(FRAMES * 4 // 5)

    assert FRAMES * 4 // 5 == deep(FRAMES // 3, lambda: with_room(work, done.clear))
    assert ["begun"] == done


def test_an_error_is_raised_where_the_work_was_asked_for():
    def work():
        raise LookupError("it is not there")

    with pytest.raises(LookupError, match="not there"):
        deep(FRAMES - 200, lambda: with_room(work))


def test_the_context_goes_along():
    token = VARIABLE.set("set")

    assert "set" == deep(FRAMES - 200, lambda: with_room(VARIABLE.get))
    VARIABLE.reset(token)


def test_work_without_end_ends_after_a_few_threads():
    threads = set()

    def endless():
        threads.add(threading.current_thread())
        return with_room(endless)

    with pytest.raises(RecursionError):
        with_room(endless)
    assert len(threads) < 10
    assert not any(thread.is_alive() for thread in threads if thread is not threading.current_thread())
