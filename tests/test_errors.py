"""The tree of errors: each says what, where and the mend, and survives pickling and copying with its fields."""

import copy
import pickle
from dataclasses import dataclass, field

import pytest

from newsmodel.errors import (
    MAX_PROBLEMS,
    AmbiguousFormatError,
    FormatError,
    LossError,
    MissingExtraError,
    NewsmodelError,
    OptionError,
    PluginError,
    UnknownFormatError,
)


@dataclass
class LossStandIn:
    effect: str
    code: str


@dataclass
class ReportStandIn:
    losses: list[LossStandIn] = field(default_factory=list)


LOSSES = [
    LossStandIn("dropped", "Image.credit"),
    LossStandIn("altered", "headline"),
    LossStandIn("dropped", "headline"),
]
REPORT = ReportStandIn([*LOSSES, LOSSES[0]])
EVERY_ERROR = [
    NewsmodelError("something"),
    FormatError("broken"),
    FormatError("no list", format="ninjs", at="$.body[3]", line=7, column=2, mend="write one", problems=[("$.a", "b")]),
    UnknownFormatError("markdwon", ["html", "markdown"]),
    UnknownFormatError(None, ["html"]),
    AmbiguousFormatError(["ninjs", "ans"]),
    MissingExtraError("Markdown", "pyromark", "markdown"),
    PluginError("newsmodel-mine", "its entry point names no Format"),
    LossError(REPORT, "rss"),
    OptionError("titel", ["title"], "html"),
    OptionError("indent", ["indent"], "json", "a number was expected"),
]


def fields(error: BaseException) -> tuple[object, ...]:
    return type(error), str(error), repr(error.args), {name: repr(value) for name, value in vars(error).items()}


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: type(error).__name__)
def test_every_error_pickles_and_copies_with_all_its_fields(error: NewsmodelError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert fields(again) == fields(error)


def test_every_error_of_the_tree_is_tested_above() -> None:
    def subclasses(cls: type[NewsmodelError]) -> set[type[NewsmodelError]]:
        return {cls}.union(*(subclasses(each) for each in cls.__subclasses__() if each.__module__ == cls.__module__))

    assert {type(error) for error in EVERY_ERROR} == subclasses(NewsmodelError)


def test_errors_are_also_what_the_standard_library_would_raise() -> None:
    assert issubclass(FormatError, ValueError)
    assert issubclass(OptionError, TypeError)
    assert issubclass(MissingExtraError, ImportError)


def test_a_format_error_says_what_where_and_the_mend() -> None:
    error = FormatError("no list", format="ninjs", at="$.body", line=7, column=2, mend="write one")

    assert str(error) == "ninjs: no list ($.body, line 7, column 2); write one"


def test_a_format_error_without_a_place_is_only_its_message() -> None:
    assert str(FormatError("broken")) == "broken"


def test_further_problems_follow_one_a_line_and_are_counted() -> None:
    error = FormatError("a", problems=[("$.x", "b"), ("$.y", "c")])

    assert (error.count, str(error)) == (3, "a\n  $.x: b\n  $.y: c")


def test_problems_beyond_the_limit_are_counted_but_not_listed() -> None:
    error = FormatError("a", problems=[("$", "b")] * (MAX_PROBLEMS + 5))

    assert (len(error.problems), error.count) == (MAX_PROBLEMS, MAX_PROBLEMS + 6)
    assert str(error).endswith("\n  … and 5 more")


def test_an_outer_layer_fills_in_the_format_once() -> None:
    inner = FormatError("broken", at="$.a")
    outer = inner.with_format("rss")

    assert (inner.format, outer.format, outer.at) == (None, "rss", "$.a")
    assert outer.with_format("atom") is outer


def test_filling_in_the_format_keeps_the_trace_and_the_cause() -> None:
    def fail(cause: Exception) -> None:
        raise FormatError("broken") from cause

    cause = KeyError("title")
    with pytest.raises(FormatError) as caught:
        fail(cause)
    named = caught.value.with_format("rss")

    assert named.__traceback__ is caught.value.__traceback__ is not None
    assert named.__cause__ is cause


def test_an_unknown_format_names_its_nearest_and_all_that_there_are() -> None:
    error = UnknownFormatError("HTLM", ["html", "rss"])

    assert error.matches == ("html",)
    assert str(error) == 'there is no format "HTLM"; did you mean "html"? the formats are html, rss'


def test_unrecognised_input_asks_for_the_name_of_its_format() -> None:
    expected = 'no format recognises this input; name it (format="…"); the formats are html, rss'

    assert str(UnknownFormatError(None, ["html", "rss"])) == expected


def test_a_name_of_a_million_letters_is_shortened() -> None:
    assert len(str(UnknownFormatError("x" * 1_000_000, ["html"]))) < 200


def test_an_ambiguous_input_lists_its_candidates() -> None:
    expected = 'this input could be ninjs or ans; name one of them (format="ninjs")'

    assert str(AmbiguousFormatError(["ninjs", "ans"])) == expected


def test_a_missing_extra_says_the_exact_line_that_installs_it() -> None:
    error = MissingExtraError("Markdown", "pyromark", "markdown")

    assert error.command == "pip install 'newsmodel-core[markdown]'"
    assert error.command in str(error)


def test_a_loss_error_groups_what_is_lost() -> None:
    expected = "rss: 4 losses\n  dropped Image.credit (2 times)\n  altered headline\n  dropped headline"

    assert str(LossError(REPORT, "rss")) == expected


def test_a_wrong_option_names_the_nearest_and_all_that_there_are() -> None:
    error = OptionError("widht", ["width", "title"], "text")

    assert str(error) == 'text: there is no option "widht"; did you mean "width"? the options are width, title'


def test_a_wrong_value_of_an_option_says_why() -> None:
    expected = 'json: option "indent": a number was expected'

    assert str(OptionError("indent", ["indent"], "json", "a number was expected")) == expected


def test_what_an_error_quotes_of_the_input_can_be_printed_anywhere() -> None:
    error = FormatError("not \x1b[31m\ud800", at="$.\ufffe", mend="write\u202e", problems=[("$.\x01", "no \udfff\n")])

    assert str(error).encode() == b"not \\x1b[31m\\ud800 ($.\\ufffe); write\\u202e\n  $.\\x01: no \\udfff\\n"
    assert error.args == (error.message,)
    assert str(UnknownFormatError("\ud800", ["html"])).encode().startswith(b'there is no format "\\ud800"')
