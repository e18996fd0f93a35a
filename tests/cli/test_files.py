import os

import click
import pytest

from newsmodel import registry
from newsmodel.cli.files import Input, expand
from newsmodel.cli.outputs import plan


def _touch(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("TOY Harbour\n")


def _expanded(*arguments, format=None, leave_out=None):
    return [
        (each.path.replace(os.sep, "/"), each.relative.replace(os.sep, "/"))
        for each in expand(arguments, format, leave_out)
    ]


def test_a_folder_is_searched_for_the_suffixes_that_can_be_read(folder):
    _touch(folder, "posts/b.toy", "posts/a.PICTURED", "posts/c.txt", "posts/d.blob", "posts/.e.toy")

    assert [("posts/a.PICTURED", "a.PICTURED"), ("posts/b.toy", "b.toy")] == _expanded("posts")
    assert [("posts/b.toy", "b.toy")] == _expanded("posts", format=registry.get("toy"))


def test_a_file_is_named_once_however_often_it_is_meant(folder):
    _touch(folder, "posts/a.toy")

    assert [("posts/a.toy", "a.toy")] == _expanded("posts/a.toy", "posts", "./posts/*.toy")


def test_a_file_whose_name_looks_like_a_glob_is_that_file(folder):
    _touch(folder, "a[1].toy", "a1.toy")

    assert [("a[1].toy", "a[1].toy")] == _expanded("a[1].toy")


def test_a_file_that_is_not_there_is_left_to_the_reader(folder):
    assert [("missing.toy", "missing.toy")] == _expanded("missing.toy")


@pytest.mark.parametrize("nothing", ["empty", "*.nothing"])
def test_a_folder_or_glob_that_holds_nothing_is_a_wrong_use(nothing, folder, capsys):
    (folder / "empty").mkdir()
    _touch(folder, "a.toy")

    with pytest.raises(click.UsageError):
        _expanded(nothing)
    assert [("a.toy", "a.toy")] == _expanded(nothing, "a.toy")
    assert nothing in capsys.readouterr().err


def test_links_that_go_round_in_circles_end(folder):
    _touch(folder, "posts/a.toy")
    (folder / "posts" / "again").symlink_to(folder / "posts")

    assert [("posts/a.toy", "a.toy")] == _expanded("posts")


@pytest.mark.parametrize(
    ("relative", "expected"),
    [
        ("a.html", "a.toy"),
        ("x/a.b.html", "x/a.b.toy"),
        ("x.y/name", "x.y/name.toy"),
        ("name", "name.toy"),
        (".hidden", ".hidden.toy"),
    ],
)
def test_an_output_has_the_name_of_its_input_and_the_suffix_of_its_format(relative, expected):
    planned = plan([Input("in/" + relative, relative)], "out", registry.get("toy"), several=True)

    assert [os.path.join("out", expected)] == planned
