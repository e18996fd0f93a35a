"""What is no file is refused by its kind and waited for by nobody; a descriptor by its name is used as it is."""

import os
import socket

import pytest

import newsmodel as nm
from newsmodel.files import is_special, open_file

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such files, and no such locks")


@pytest.fixture
def special(tmp_path, monkeypatch):
    """Names of things that are no files, by their kind."""
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    os.mkfifo("pipe.json")
    os.symlink("pipe.json", "link.json")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.json")
        yield {
            "pipe": "pipe.json",
            "link to a pipe": "link.json",
            "socket": "socket.json",
            "device": "/dev/zero",
            "null": os.devnull,
        }


KINDS = pytest.mark.parametrize("kind", ["pipe", "link to a pipe", "socket", "device"])


@pytest.mark.parametrize("kind", ["pipe", "link to a pipe", "socket", "device", "null"])
def test_reading_by_name_is_refused_at_once(kind, special):
    for read in (open_file, nm.read, lambda path: list(nm.iter_articles(path))):
        with pytest.raises(OSError, match=f"a named pipe|a {kind}|a device") as caught:
            read(special[kind])
        assert special[kind] == caught.value.filename


@KINDS
def test_writing_by_name_is_refused_at_once_and_changes_nothing(kind, special):
    before = os.lstat(special[kind])

    with pytest.raises(OSError, match=f"a named pipe|a {kind}") as caught:
        nm.write(nm.Article("x"), special[kind], "json")

    assert special[kind] == caught.value.filename
    assert os.path.samestat(before, os.lstat(special[kind]))


def test_what_becomes_a_pipe_before_it_is_opened_is_refused_too(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_text("{}")
    looked_at = os.stat(path)
    path.unlink()
    os.mkfifo(path)

    monkeypatch.setattr("newsmodel.files.special.os.stat", lambda _path: looked_at)
    with pytest.raises(OSError, match="a named pipe"):
        open_file(path)


@pytest.mark.parametrize("place", ["/dev/fd", "/proc/self/fd"])
def test_a_pipe_that_is_open_is_read_by_its_name(place):
    """As shells pass `<(command)`; the other end may have gone already."""
    if not os.path.isdir(place):
        pytest.skip("there are no such names here")
    reading, writing = os.pipe()
    os.write(writing, nm.to_json(nm.Article("x")).encode())
    os.close(writing)

    assert nm.Article("x") == nm.read(f"{place}/{reading}", "json")
    os.close(reading)


def test_standard_streams_and_what_is_no_file_are_told_from_files_and_folders(special, tmp_path):
    (tmp_path / "file").write_bytes(b"")

    assert all(map(is_special, [*special.values(), "/dev/stdout", "/dev/stdin"]))
    assert not any(map(is_special, ["file", str(tmp_path), "nothing", "/dev/fd/9999"]))


def test_a_descriptor_that_is_not_open_is_not_there():
    with pytest.raises(FileNotFoundError):
        open_file("/dev/fd/9999")
