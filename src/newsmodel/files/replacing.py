"""Files replaced at once and whole: a reader, and who comes after a power cut, finds the old file or the new one."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from newsmodel.files.special import again, descriptor_of, is_null, refuse
from newsmodel.files.temporary import sweep, temporary_file


def replace_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes *data* beside *path*, waits until it is on the disk, and renames it.

    A link is followed: what it leads to is replaced. A file that is replaced leaves its permissions to the new one,
    and its owner and group as far as this process may; a new one has those of any new file. An open descriptor by its
    name (`/dev/stdout`) and the null device are written to. Raises OSError that names *path*, and then the old file
    stands; for a pipe, a socket and any other device too.
    """
    with _named(path):
        if (descriptor := descriptor_of(path)) is not None:
            with open(path, "wb", opener=again(descriptor)) as file:
                file.write(data)
            return
        target = os.path.realpath(_given(path))
        old = _status(target)
        if old is None or not is_null(old):
            _replace(target, old, data)


def _replace(target: str, old: os.stat_result | None, data: bytes) -> None:
    if old is not None:
        refuse(old, target)
        if stat.S_ISDIR(old.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    folder = os.path.dirname(target)
    sweep(folder)
    mode = 0o666 if old is None else stat.S_IMODE(old.st_mode) & 0o777 | 0o600
    with temporary_file(folder, mode) as file:
        file.write(data)
        file.flush()
        if old is not None:
            _inherit(file.name, file.fileno(), old)
        # Otherwise the name may be on the disk before the words are: after a power cut the file would be empty.
        os.fsync(file.fileno())
        if os.name == "nt":
            file.close()  # Windows renames no file that is open
        os.replace(file.name, target)


def _inherit(name: str, descriptor: int, old: os.stat_result) -> None:
    """Gives a new file the owner and permissions of the *old* one, as writing to that would have left them."""
    if hasattr(os, "fchown"):
        for user, group in ((-1, old.st_gid), (old.st_uid, -1)):
            with suppress(PermissionError):
                os.fchown(descriptor, user, group)
    os.chmod(descriptor if os.chmod in os.supports_fd else name, stat.S_IMODE(old.st_mode) & 0o777)


def _given(path: str | os.PathLike[str]) -> str:
    name = os.fsdecode(path)
    if not name:  # which `realpath` takes for the current folder
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return name


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


@contextmanager
def _named(path: str | os.PathLike[str]) -> Iterator[None]:
    """Errors of the system name *path*, as the caller wrote it, and no file of ours."""
    try:
        yield
    except OSError as error:
        if error.errno is not None:
            error.filename, error.filename2 = os.fspath(path), None
        raise
