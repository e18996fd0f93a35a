"""Files are replaced at once and whole, links followed, permissions kept, devices left in place."""

import errno
import os
import stat
import threading
import time

import pytest

from newsmodel.files import replace_file
from newsmodel.files.temporary import sweep


@pytest.fixture
def umask():
    """The umask that most have, whatever it is here."""
    before = os.umask(0o022)
    yield 0o022
    os.umask(before)


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o664, 0o444, 0o777])
def test_a_file_is_replaced_and_keeps_its_permissions(mode, tmp_path, umask):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(mode)

    replace_file(path, b"new")

    assert b"new" == path.read_bytes()
    assert mode == mode_of(path)
    assert [path] == list(tmp_path.iterdir())


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path, umask):
    (tmp_path / "other").write_bytes(b"")

    replace_file(tmp_path / "new", b"x")

    assert 0o644 == mode_of(tmp_path / "other") == mode_of(tmp_path / "new")


@pytest.mark.parametrize("mask", [0o077, 0o002, 0o000])
def test_a_new_file_has_what_the_umask_leaves(mask, tmp_path, umask):
    os.umask(mask)

    replace_file(tmp_path / "new", b"x")

    assert 0o666 & ~mask == mode_of(tmp_path / "new")


def test_words_that_will_be_private_are_so_from_the_first_byte(tmp_path, umask, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o600)
    seen = []
    write = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (seen.append(os.fstat(file).st_mode & 0o077), write(file)))
    opened = os.open
    monkeypatch.setattr(os, "open", lambda *a, **k: (file := opened(*a, **k), seen.append(os.fstat(file).st_mode))[0])

    replace_file(path, b"secret")

    assert {0} == {mode & 0o077 for mode in seen}


def test_files_of_other_threads_are_born_with_the_bits_they_always_have(tmp_path, umask, monkeypatch):
    """The umask belongs to the whole process: whoever changes it to look at it changes the files of the others."""
    stop, born = threading.Event(), []

    def others():
        path = tmp_path / "other"
        while not stop.is_set():
            file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
            born.append(stat.S_IMODE(os.fstat(file).st_mode))
            os.close(file)
            os.unlink(path)

    change = os.umask
    monkeypatch.setattr(os, "umask", lambda mask: (change(mask), time.sleep(0.001))[0])  # the others' turn
    neighbour = threading.Thread(target=others)
    neighbour.start()
    try:
        for number in range(200):
            replace_file(tmp_path / f"ours-{number}", b"x")
    finally:
        stop.set()
        neighbour.join()

    assert born
    assert {0o644} == set(born)


def test_the_umask_is_never_touched(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "umask", lambda mask: pytest.fail("the umask is the whole process's"))

    replace_file(tmp_path / "new", b"x")
    replace_file(tmp_path / "new", b"y")

    assert b"y" == (tmp_path / "new").read_bytes()


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(step, error, tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_args):
        raise error

    if step == "write":
        monkeypatch.setattr("newsmodel.files.replacing._inherit", fail)
    else:
        monkeypatch.setattr(os, step, fail)
    with pytest.raises(type(error)):
        replace_file(path, b"new")

    assert b"old" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_the_words_are_on_the_disk_before_the_name_is(tmp_path, monkeypatch):
    order = []
    for step in ("fsync", "replace"):
        real = getattr(os, step)
        monkeypatch.setattr(os, step, lambda *args, step=step, real=real: (order.append(step), real(*args)))

    replace_file(tmp_path / "a", b"x")

    assert ["fsync", "replace"] == order


def test_a_link_is_followed(tmp_path):
    target, link = tmp_path / "below" / "target", tmp_path / "link"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link.symlink_to("below/target")

    replace_file(link, b"new")

    assert link.is_symlink()
    assert b"new" == target.read_bytes()
    assert [target] == list(target.parent.iterdir())


def test_a_link_to_nothing_yet_makes_what_it_leads_to(tmp_path):
    link = tmp_path / "link"
    link.symlink_to("target")

    replace_file(link, b"new")

    assert link.is_symlink()
    assert b"new" == (tmp_path / "target").read_bytes()


def test_the_null_device_takes_everything_and_stays():
    before = os.stat(os.devnull)

    replace_file(os.devnull, b"gone")

    assert os.path.samestat(before, os.stat(os.devnull))


def test_a_descriptor_that_is_open_is_written_to_by_its_name(tmp_path):
    """`-o /dev/stdout >> log` adds to the log, and a pipe of the shell's is no named one."""
    with open(tmp_path / "log", "wb", buffering=0) as log:
        log.write(b"before, ")
        replace_file(f"/dev/fd/{log.fileno()}", b"after")

    assert b"before, after" == (tmp_path / "log").read_bytes()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", FileNotFoundError),
        ("nowhere/a.txt", FileNotFoundError),
        ("folder", IsADirectoryError),
        ("file/a.txt", NotADirectoryError),
        ("n" * 300 + ".txt", OSError),
        ("ä" * 200 + ".txt", OSError),
        ("round", OSError),
        ("pipe", OSError),
    ],
)
def test_an_error_names_the_file_that_the_caller_named(name, kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "round").symlink_to("round")
    os.mkfifo(tmp_path / "pipe")
    there = sorted(os.listdir(tmp_path))

    with pytest.raises(kind) as caught:
        replace_file(name, b"x")

    assert (name, None) == (caught.value.filename, caught.value.filename2)
    assert there == sorted(os.listdir(tmp_path))


def test_a_name_as_long_as_the_system_allows_will_do(tmp_path):
    name = "n" * 255

    replace_file(tmp_path / name, b"x")

    assert [name] == os.listdir(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_keeps_its_owner_and_group(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    os.chown(path, 1234, 5678)
    path.chmod(0o640)

    replace_file(path, b"new")

    assert (1234, 5678, 0o640) == (path.stat().st_uid, path.stat().st_gid, mode_of(path))


def test_many_writers_of_one_file_leave_one_of_them_whole(tmp_path):
    path = tmp_path / "a.txt"
    texts = [str(number).encode() * 50_000 for number in range(8)]
    threads = [threading.Thread(target=replace_file, args=(path, text)) for text in texts]
    sweep.cache_clear()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert path.read_bytes() in texts
    assert [path] == list(tmp_path.iterdir())
