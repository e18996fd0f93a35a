"""The exit codes, and which of them stands for a run over many inputs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """What the command line exits with."""

    OK = 0
    FAILED = 1
    USAGE = 2
    LOSSES = 3
    UNAVAILABLE = 4
    INVALID = 5
    INTERRUPTED = 130  # 128 + SIGINT, as shells say it
    BROKEN_PIPE = 141  # 128 + SIGPIPE


def combined(codes: Iterable[Exit]) -> Exit:
    """The code of a run whose inputs ended with *codes*.

    All alike: that one. Losses and nothing worse: LOSSES. Otherwise, if any failed: FAILED.
    """
    found = set(codes)
    bad = found - {Exit.OK}
    if not bad:
        return Exit.OK
    if bad == {Exit.LOSSES}:
        return Exit.LOSSES
    return found.pop() if len(found) == 1 else Exit.FAILED


TABLE = """\b
Exit codes:
  0  done; for diff: no difference
  1  some inputs failed; for diff: they differ
  2  the command was used wrongly
  3  something would be lost, and --on-loss is error
  4  a format is not known, or not installed
  5  the input is invalid (all inputs, where there are several)
  130, 141  interrupted; the reader of the pipe went away"""
