"""What has a name in a folder and yet is no file: pipes, sockets, devices.

To open a pipe waits for whoever is at its other end, a device may have no end, and to open one may set it off. So none
of them is opened by its name. A descriptor that is open already has a name too, `/dev/stdin`, or `/dev/fd/63` as shells
put it in the place of `<(command)`: the caller opened it, and it is used as it is.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader

_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def open_file(path: str | os.PathLike[str]) -> BufferedReader:
    """The file at *path*, open for reading; what is no file by the time it is opened is refused, and nothing waits.

    Raises OSError, with the kind of thing that is there if it is no file.
    """
    if (descriptor := descriptor_of(path)) is not None:
        return open(path, "rb", opener=again(descriptor))
    refuse(os.stat(path), path)
    return open(path, "rb", opener=_at_once)


def is_special(path: str | os.PathLike[str]) -> bool:
    """Whether *path* names an open descriptor, or something that is neither a file nor a folder."""
    if descriptor_of(path) is not None:
        return True
    with suppress(OSError):
        return _kind(os.stat(path)) is not None
    return False


def refuse(status: os.stat_result, path: str | os.PathLike[str]) -> None:
    """Raises OSError if *status* is that of a pipe, a socket or a device."""
    if kind := _kind(status):
        mend = "open it yourself and pass the open file, or use standard input and output"
        raise OSError(errno.EINVAL, f"this is {kind}, not a file; {mend}", os.fspath(path))


def is_null(status: os.stat_result) -> bool:
    """Whether *status* is that of the null device."""
    return stat.S_ISCHR(status.st_mode) and os.path.samestat(status, os.stat(os.devnull))


def descriptor_of(path: str | os.PathLike[str]) -> int | None:
    """The open descriptor that *path* is a name of, None if it is none."""
    name = os.fsdecode(path)
    found = _DESCRIPTOR.fullmatch(name)
    descriptor = int(found[1]) if found else _STREAMS.get(name)
    return descriptor if os.name == "posix" and descriptor is not None and os.path.exists(name) else None


def again(descriptor: int) -> Callable[[str, int], int]:
    """An opener that gives *descriptor* once more: to open its name anew would wait for the other end of a pipe."""
    return lambda _path, _flags: os.dup(descriptor)


def _at_once(path: str, flags: int) -> int:
    descriptor = os.open(path, flags | _AT_ONCE)
    try:
        refuse(os.fstat(descriptor), path)  # it may be another thing than a moment ago
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _kind(status: os.stat_result) -> str | None:
    return _KINDS.get(stat.S_IFMT(status.st_mode))
