"""Temporary files beside what they will replace, and what killed processes left of them.

A process holds a lock on its temporary file until that has its final name, and the system takes the lock from a process
that ends, however it ends. A file of such a name that can be locked is therefore abandoned, on whichever machine or in
whichever container its process ran. Where the system has no such locks a day has to pass.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from io import BufferedWriter

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\.newsmodel-[0-9a-f]{16}\.tmp")
_LONG_AGO = 24 * 60 * 60  # seconds
_FOLDERS = 1024  # that a process remembers to have swept


@contextmanager
def temporary_file(folder: str, mode: int) -> Iterator[BufferedWriter]:
    """A new file in *folder*, locked and open for writing, removed again if anything is raised.

    mode: its permissions, of which the system takes those that it denies to new files (the umask, a default ACL).
    """
    file = _new(folder, mode)
    try:
        yield file
    except BaseException:  # an interrupt too leaves no half of a file behind
        file.close()
        with suppress(OSError):
            os.unlink(file.name)
        raise
    finally:
        file.close()


def _new(folder: str, mode: int) -> BufferedWriter:
    while True:
        path = os.path.join(folder, f".newsmodel-{secrets.token_hex(8)}.tmp")
        file = open(path, "xb", opener=partial(os.open, mode=mode))  # noqa: SIM115, temporary_file closes it
        # Before it was locked, another process may have taken it for abandoned; then it is gone.
        if _lock(file.fileno(), otherwise=True) and os.path.lexists(path):
            return file
        file.close()


@lru_cache(_FOLDERS)
def sweep(folder: str) -> None:
    """Removes the abandoned temporary files in *folder*, of this user alone; once in the life of a process."""
    with suppress(OSError):
        with os.scandir(folder) as entries:
            left = [entry.path for entry in entries if _NAME.fullmatch(entry.name)]
        for path in left:
            with suppress(OSError):  # another user's, gone in the meantime, or at work on Windows
                _remove_abandoned(path)


if sys.platform == "win32":

    def _lock(descriptor: int, otherwise: bool) -> bool:
        return otherwise

    def _remove_abandoned(path: str) -> None:
        if _is_old(os.stat(path)):
            os.unlink(path)  # raises while a process has it open

else:

    def _lock(descriptor: int, otherwise: bool) -> bool:
        """Whether nobody else holds the lock of the file, and this process does now; *otherwise* if it has none."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # not on this file system
            return otherwise
        return True

    def _remove_abandoned(path: str) -> None:
        descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            status = os.fstat(descriptor)
            ours = stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid()
            if ours and _lock(descriptor, otherwise=_is_old(status)):
                os.unlink(path)
        finally:
            os.close(descriptor)


def _is_old(status: os.stat_result) -> bool:
    return time.time() - status.st_mtime > _LONG_AGO
