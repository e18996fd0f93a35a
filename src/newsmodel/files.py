"""Files written at once and whole."""

from __future__ import annotations

import os
import stat
import tempfile


def replace_file(path: str, data: bytes) -> None:
    """Writes *data* beside *path* and renames it: a reader sees the old file or the new one, whole.

    A link is followed; a device or a pipe is written to, never replaced. Raises OSError, and then the old file stands.
    """
    path = os.path.realpath(path)
    if is_device(path):
        with open(path, "wb") as device:
            device.write(data)
        return
    folder, base = os.path.split(path)
    handle, temporary = tempfile.mkstemp(prefix=f".{base[:100]}.", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:  # an interrupt too leaves no half of a file behind
        os.unlink(temporary)
        raise


def is_device(path: str) -> bool:
    """Whether there is something at *path* that is neither a file nor a folder."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those that a new one gets."""
    try:
        return os.stat(path).st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
