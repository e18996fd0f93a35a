"""What a killed process leaves behind is removed by the next one, and what a living one works on never is."""

import os
import signal
import subprocess
import sys
import time

import pytest

from newsmodel.files import replace_file
from newsmodel.files.temporary import sweep, temporary_file

HELD = ".newsmodel-0123456789abcdef.tmp"

# Renaming is where this process says "here" and waits to be killed, or for a line that lets it go on.
WRITER = """
import os, sys
from newsmodel.files import replace_file
real = os.replace
def wait(*names):
    print("here", flush=True)
    sys.stdin.readline()
    real(*names)
os.replace = wait
replace_file(sys.argv[1], b"new" * 100_000)
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such files, and no such locks")


@pytest.fixture(autouse=True)
def fresh():
    """This process as one that has just begun."""
    sweep.cache_clear()


@pytest.fixture
def writer(tmp_path):
    """A process that is about to rename what it has written."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "a.txt")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert b"here\n" == process.stdout.readline()
    yield process
    process.stdin.close()
    process.stdout.close()
    process.wait()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_a_killed_process_left_is_removed_by_the_next(writer, tmp_path):
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert [".newsmodel-"] == [name[:11] for name in names(tmp_path)]

    replace_file(tmp_path / "b.txt", b"x")

    assert ["b.txt"] == names(tmp_path)


def test_what_a_living_process_writes_is_left_to_it(writer, tmp_path):
    os.utime(tmp_path / names(tmp_path)[0], (0, 0))  # however old it looks
    replace_file(tmp_path / "b.txt", b"x")
    assert 2 == len(names(tmp_path))

    writer.communicate(b"\n")

    assert ["a.txt", "b.txt"] == names(tmp_path)
    assert b"new" * 100_000 == (tmp_path / "a.txt").read_bytes()


def test_what_another_thread_writes_is_left_to_it(tmp_path):
    with temporary_file(str(tmp_path), 0o666) as file:
        file.write(b"x")
        sweep(str(tmp_path))
        assert os.path.exists(file.name)
        sweep.cache_clear()
    (tmp_path / HELD).write_bytes(b"left")
    sweep(str(tmp_path))

    assert not (tmp_path / HELD).exists()


@pytest.mark.parametrize(
    "name",
    ["a.tmp", ".a.txt.tmp", ".newsmodel.tmp", ".newsmodel-0123456789abcdeg.tmp", "newsmodel-0123456789abcdef.tmp"],
)
def test_files_of_other_names_are_left_alone(name, tmp_path):
    (tmp_path / name).write_bytes(b"theirs")

    sweep(str(tmp_path))

    assert [name] == names(tmp_path)


def test_what_has_such_a_name_and_is_no_file_is_left_alone(tmp_path):
    (tmp_path / "file").write_bytes(b"theirs")
    (tmp_path / HELD).symlink_to("file")
    os.mkfifo(tmp_path / HELD.replace("0", "1"))
    (tmp_path / HELD.replace("0", "2")).mkdir()
    before = names(tmp_path)

    sweep(str(tmp_path))

    assert before == names(tmp_path)
    assert b"theirs" == (tmp_path / "file").read_bytes()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_another_user_s_file_is_left_alone(tmp_path):
    (tmp_path / HELD).write_bytes(b"theirs")
    os.chown(tmp_path / HELD, 1234, 1234)

    sweep(str(tmp_path))

    assert [HELD] == names(tmp_path)


@pytest.mark.parametrize(("hours", "left"), [(1, [HELD]), (25, [])])
def test_without_locks_a_day_has_to_pass(hours, left, tmp_path, monkeypatch):
    def no_locks(*_args):
        raise OSError("not on this file system")

    monkeypatch.setattr("newsmodel.files.temporary.fcntl.flock", no_locks)
    (tmp_path / HELD).write_bytes(b"left")
    os.utime(tmp_path / HELD, (time.time() - hours * 3600,) * 2)

    replace_file(tmp_path / "a.txt", b"x")

    assert sorted([*left, "a.txt"]) == names(tmp_path)


def test_a_file_that_is_taken_for_abandoned_before_it_is_locked_is_made_again(tmp_path, monkeypatch):
    from newsmodel.files import temporary

    lock, stolen = temporary._lock, []

    def stealing(descriptor, otherwise):
        if not stolen:
            stolen.extend(names(tmp_path))
            os.unlink(tmp_path / stolen[0])
        return lock(descriptor, otherwise)

    monkeypatch.setattr(temporary, "_lock", stealing)
    replace_file(tmp_path / "a.txt", b"x")

    assert ["a.txt"] == names(tmp_path)
    assert 1 == len(stolen)


def test_a_folder_is_swept_once_and_not_for_every_file(tmp_path, monkeypatch):
    looked, scandir = [], os.scandir
    monkeypatch.setattr(os, "scandir", lambda folder: (looked.append(folder), scandir(folder))[1])

    for number in range(20):
        replace_file(tmp_path / str(number), b"x")

    assert [os.path.realpath(tmp_path)] == looked


def test_whenever_a_process_is_killed_the_file_is_whole(tmp_path):
    path = tmp_path / "a.txt"
    loop = "import sys; from newsmodel.files import replace_file\nfor n in range(10**9):"
    loop += " replace_file(sys.argv[1], bytes([65 + n % 26]) * 300_000); print(n, flush=True)"
    for after in range(1, 9):
        process = subprocess.Popen([sys.executable, "-c", loop, str(path)], stdout=subprocess.PIPE)
        for _ in range(after):
            process.stdout.readline()
        process.kill()
        process.communicate()
        data = path.read_bytes()
        assert (300_000, 1) == (len(data), len(set(data)))

    replace_file(tmp_path / "b.txt", b"x")

    assert ["a.txt", "b.txt"] == names(tmp_path)
