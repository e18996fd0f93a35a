"""`python -m tests.growth.worker`: reads [id of a bait, size] a line, writes [bytes, CPU s, peak bytes] or an error."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import traceback
from contextlib import suppress
from time import process_time

from tests.growth.bait import Bait
from tests.growth.baits import BAITS

MOST_CPU_S = 60
"""A bait that takes longer is stopped."""

_UNIT = 1 if sys.platform == "darwin" else 1024  # of memory in getrusage(2): bytes there, kilobytes elsewhere


def main() -> None:
    """Answers each line of the standard input, until it ends."""
    warmed: set[tuple[str, str]] = set()
    for line in sys.stdin:
        name, size = json.loads(line)
        bait = BAITS[name]
        if (bait.verb, bait.format) not in warmed:
            warmed.add((bait.verb, bait.format))
            _warm(bait)
        print(_in_child(bait, size), flush=True)


def _warm(bait: Bait) -> None:
    """Takes the smallest of the kind, so that what is imported and compiled at first is not counted."""
    with suppress(AssertionError):  # a small one may be read where a large one is refused
        bait.take(bait.make(1))
    gc.collect()
    gc.freeze()  # a collection in a child looks only at what is the child's


def _in_child(bait: Bait, size: int) -> str:
    """The answer, from a fork of this process: its time and memory are then the bait's alone."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(bait, size, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    return said or json.dumps(f"stopped, {os.waitstatus_to_exitcode(status)}, after {MOST_CPU_S} s or for its memory")


def _answer(bait: Bait, size: int, writing: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    try:
        made = bait.make(size)
        before, start = _peak(), process_time()
        bait.take(made)
        cpu_s, peak = process_time() - start, _peak() - before
        said = json.dumps([bait.length(made), cpu_s, peak])
    except BaseException:
        said = json.dumps(traceback.format_exc()[-4000:])
    os.write(writing, said.encode())
    os._exit(0)  # nothing of the parent's is to be closed twice


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


if __name__ == "__main__":
    main()
