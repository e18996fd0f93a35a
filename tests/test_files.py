"""Files are replaced at once and whole, links followed, devices left in place."""

import os
import stat

import pytest

from newsmodel.files import is_device, replace_file


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)

    replace_file(str(path), b"new")

    assert b"new" == path.read_bytes()
    assert 0o640 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == list(tmp_path.iterdir())


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path):
    (tmp_path / "other").write_bytes(b"")

    replace_file(str(tmp_path / "new"), b"x")

    assert (tmp_path / "other").stat().st_mode == (tmp_path / "new").stat().st_mode


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_args):
        raise OSError("no")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="no"):
        replace_file(str(path), b"new")

    assert b"old" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_a_link_is_followed(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    replace_file(str(link), b"new")

    assert link.is_symlink()
    assert b"new" == target.read_bytes()


def test_a_device_is_written_to_and_not_replaced():
    assert is_device("/dev/null")

    replace_file("/dev/null", b"gone")

    assert is_device("/dev/null")
