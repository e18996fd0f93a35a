"""`python -m tests.growth.worker`: reads [id of a bait, size] a line, writes [bytes, CPU s, peak bytes] or an error."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import traceback
from time import process_time

from tests.growth.bait import Bait
from tests.growth.baits import BAITS

from newsmodel import registry

MOST_CPU_S = 60
"""A bait that takes longer is stopped."""

_UNIT = 1 if sys.platform == "darwin" else 1024  # of memory in getrusage(2): bytes there, kilobytes elsewhere


def main() -> None:
    """Answers each line of the standard input, until it ends."""
    registry.every()
    for line in sys.stdin:
        name, size = json.loads(line)
        _warm(BAITS[name])
        print(_in_child(BAITS[name], size), flush=True)


def _warm(bait: Bait) -> None:
    """Takes the smallest of the kind, so that what is imported and compiled at first is not counted."""
    try:
        bait.take(bait.make(1))
    except AssertionError:  # a small one may be read where a large one is refused
        pass


def _in_child(bait: Bait, size: int) -> str:
    """The answer, from a fork of this process: its time and memory are then the bait's alone."""
    gc.collect()
    gc.freeze()  # a collection in the child looks only at what is the child's
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(bait, size, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    gc.unfreeze()
    return said or json.dumps(f"stopped, {os.waitstatus_to_exitcode(status)}, after {MOST_CPU_S} s or for its memory")


def _answer(bait: Bait, size: int, writing: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    try:
        made = bait.make(size)
        before, start = _peak(), process_time()
        taken = bait.take(made)
        said = json.dumps([taken, process_time() - start, _peak() - before])
    except BaseException:
        said = json.dumps(traceback.format_exc()[-4000:])
    os.write(writing, said.encode())
    os._exit(0)  # nothing of the parent's is to be closed twice


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


if __name__ == "__main__":
    main()
