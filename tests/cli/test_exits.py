import pytest

from newsmodel.cli.exits import TABLE, Exit, combined


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([], Exit.OK),
        ([Exit.OK, Exit.OK], Exit.OK),
        ([Exit.OK, Exit.LOSSES], Exit.LOSSES),
        ([Exit.INVALID, Exit.INVALID], Exit.INVALID),
        ([Exit.OK, Exit.INVALID], Exit.FAILED),
        ([Exit.UNAVAILABLE], Exit.UNAVAILABLE),
        ([Exit.LOSSES, Exit.INVALID], Exit.FAILED),
    ],
)
def test_many_inputs_end_with_one_code(codes, expected):
    assert expected == combined(codes)


@pytest.mark.parametrize("code", Exit)
def test_every_code_is_in_the_help(code):
    assert str(int(code)) in TABLE
