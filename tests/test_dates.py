"""Dates: what newsrooms write is read, what is left open is said, and what we write comes back equal."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.dates import ParsedDate, format_rfc3339, in_utc, normal, parse_date, parse_epoch

HOUR = timezone(timedelta(hours=1))
MOMENT = datetime(2026, 3, 5, 14, 7, tzinfo=HOUR)  # a Thursday
SECOND = MOMENT.replace(second=9)

fixed_zones = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(timezones=fixed_zones)
any_zones = st.timezones() | st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)
any_string = st.text(st.characters(exclude_categories=()), max_size=40)
date_like = st.text("0123456789-:TZW+. ,apmGMJnMyo()", max_size=30)


def same(expected: datetime, actual: datetime) -> bool:
    return expected == actual and expected.utcoffset() == actual.utcoffset()


@given(moments)
def test_what_is_written_as_rfc_3339_comes_back_equal(moment: datetime) -> None:
    read = parse_date(format_rfc3339(moment))

    assert read is not None
    assert read.missing == ()
    assert same(moment, read.value)


@given(moments.filter(lambda moment: moment.year >= 1000).map(lambda moment: moment.replace(microsecond=0)))
def test_what_is_written_as_rfc_5322_comes_back_equal(moment: datetime) -> None:
    read = parse_date(format_datetime(moment))

    assert read is not None
    assert read.missing == ()
    assert same(moment, read.value)


@given(any_string | date_like)
def test_any_string_is_a_date_of_the_model_or_none(text: str) -> None:
    read = parse_date(text)

    assert read is None or (type(read.value.tzinfo) is timezone and normal(read.value) == read.value)


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=any_zones))
def test_a_normal_date_is_the_same_instant_with_a_fixed_offset_of_whole_minutes(moment: datetime) -> None:
    result = normal(moment)
    offset = result.utcoffset()

    assert result - moment.astimezone(UTC) == timedelta(0)
    assert type(result.tzinfo) is timezone
    assert offset is not None
    assert offset % timedelta(minutes=1) == timedelta(0)
    assert same(normal(result), result)


def test_a_normal_date_is_a_plain_datetime_on_the_first_of_two_equal_hours() -> None:
    class Stamp(datetime):
        """Libraries bring their own."""

    second_hour = Stamp(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
    result = normal(second_hour)

    assert type(result) is datetime
    assert (result.fold, result.utcoffset()) == (0, timedelta(hours=1))


def test_a_date_that_is_normal_already_is_the_very_same_without_a_fold() -> None:
    assert normal(MOMENT) is MOMENT
    assert normal(MOMENT.replace(fold=1)).fold == 0


def test_a_naive_date_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        normal(datetime(2026, 3, 5))


def test_an_offset_with_seconds_at_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="out of range"):
        normal(datetime(1, 1, 1, tzinfo=timezone(timedelta(seconds=30))))


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05T14:07:00+01:00", "2026-03-05T13:07:00Z", "2026-03-05t13:07:00z", "2026-03-05T14:07:00+0100",
        "2026-03-05T14:07+01", "2026-03-05 14:07:00 +0100", "2026-03-05 13:07:00 UTC", "20260305T130700Z",
        "2026-W10-4T14:07:00+01:00", "2026-03-05T13:07:00.000000000Z", " 2026-03-05T13:07Z\n", "2026-03-05, 14:07 CET",
        "2026-03-05T13:06:60Z", "2026-03-05T13:07:00-00:00",
        "Thu, 05 Mar 2026 14:07:00 +0100", "Thu, 5 Mar 2026 13:07 GMT", "05 Mar 26 13:07:00 UT",
        "5 March 2026 14:07 CET",
        "Thu,  5 Mar 2026 08:07:00 EST", "Thursday, 05-Mar-26 13:07:00 GMT", "Thu, 05 Mar 2026 14:07:00 +0100 (CET)",
        "Thu Mar  5 13:07:00 +0000 2026", "Thu Mar 05 14:07:00 CET 2026", "Thu, 05 Mar 2026 13:07:00 -0000",
        "Thu Mar 05 2026 14:07:00 GMT+0100 (Central European Standard Time)", "March 5, 2026 at 8:07 a.m. EST",
        "Mar. 5, 2026, 1:07 PM GMT", "Thursday, March 5th, 2026 1:07pm UTC", "5th March 2026 at 13:07 GMT",
    ],
)  # fmt: skip
def test_a_date_is_read_with_its_zone(text: str) -> None:
    read = parse_date(text)

    assert read is not None
    assert read.missing == ()
    assert read.value == MOMENT


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("2026-03-05T14:07:09", ("zone",)),
        ("2026-03-05 14:07:09", ("zone",)),
        ("5 Mar 2026 14:07:09 IST", ("zone",)),  # India, Ireland, Israel
        ("Thu Mar  5 14:07:09 2026", ("zone",)),
        ("March 5, 2026 2:07:09 PM ET", ("zone",)),
    ],
)
def test_a_date_without_a_zone_says_so_and_takes_the_one_given(text: str, missing: tuple[str, ...]) -> None:
    assert parse_date(text, HOUR) == ParsedDate(SECOND, missing)
    assert parse_date(text) == ParsedDate(SECOND.replace(tzinfo=UTC), missing)


def test_a_zone_with_summer_time_gives_the_offset_in_force() -> None:
    read = parse_date("2026-07-05 14:07", ZoneInfo("Europe/Berlin"))

    assert read is not None
    assert same(datetime(2026, 7, 5, 14, 7, tzinfo=timezone(timedelta(hours=2))), read.value)


@pytest.mark.parametrize(
    ("text", "start", "missing"),
    [
        ("2026-03-05", (2026, 3, 5), ("time", "zone")),
        ("20260305", (2026, 3, 5), ("time", "zone")),
        ("2026-W10-4", (2026, 3, 5), ("time", "zone")),
        ("5 March 2026", (2026, 3, 5), ("time", "zone")),
        ("Thursday, March 5, 2026", (2026, 3, 5), ("time", "zone")),
        ("Sept. 5, 2026", (2026, 9, 5), ("time", "zone")),
        ("2026-03", (2026, 3, 1), ("day", "time", "zone")),
        ("2026", (2026, 1, 1), ("month", "day", "time", "zone")),
    ],
)
def test_a_date_alone_is_its_first_minute(text: str, start: tuple[int, int, int], missing: tuple[str, ...]) -> None:
    assert parse_date(text) == ParsedDate(datetime(*start, tzinfo=UTC), missing)


def test_the_end_of_a_day_and_a_leap_second_are_the_moment_after() -> None:
    midnight = ParsedDate(datetime(2017, 1, 1, tzinfo=UTC))

    assert parse_date("2016-12-31T24:00:00Z") == midnight
    assert parse_date("2016-12-31T23:59:60Z") == midnight
    assert parse_date("Sat, 31 Dec 2016 23:59:60 GMT") == midnight


@pytest.mark.parametrize(
    ("text", "hour"), [("12:00 AM", 0), ("12:30 a.m.", 0), ("11 am", 11), ("12 PM", 12), ("1 p.m.", 13)]
)
def test_a_clock_of_twelve_hours_is_read(text: str, hour: int) -> None:
    read = parse_date(f"March 5, 2026 {text} UTC")

    assert read is not None
    assert read.value.hour == hour


def test_fractions_of_a_second_are_kept_to_the_microsecond() -> None:
    expected = ParsedDate(SECOND.replace(microsecond=123456))

    assert parse_date("2026-03-05 14:07:09.1234567 +0100") == expected
    assert parse_date("2026-03-05 14:07:09,1234567 CET") == expected


@pytest.mark.parametrize(("year", "expected"), [("00", 2000), ("49", 2049), ("50", 1950), ("99", 1999), ("0099", 99)])
def test_a_year_of_two_digits_is_read_as_rfc_5322_says(year: str, expected: int) -> None:
    read = parse_date(f"05 Mar {year} 13:07:00 GMT")

    assert read is not None
    assert read.value.year == expected


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "comment_date", "{{ page.date }}", "%Y-%m-%d", "Invalid Date", "null", "yesterday", "5 minutes ago",
        "0000-00-00", "0000-00-00 00:00:00", "-0001-11-30T00:00:00+00:00", "10000-01-01T00:00:00Z", "12026-03-05",
        "2026-02-30", "2026-13-01", "2026-03-05T25:00:00Z", "2026-03-05T24:00:01Z", "2026-03-05T14:60Z",
        "2026-03-05T14:07:61Z", "2026-03-05T14:07:00+24:00", "5 Mar 2026 14:07 +0160", "9999-12-31T24:00:00Z",
        "30 Feb 2026 10:00 GMT", "5 Mai 2026", "5 Marc4 2026", "5 Ma 2026", "March 5, 2026 13:07 PM",
        "March 5, 2026 0 am",
        "5 March 2026 14", "03/04/2024", "3.4.2024", "1700000000",
        "２０２６-０３-０５", "５ March 2026", "2026-03-05\ud800",
        "5 Mar 2026 10:00 +9900", "5 March 2026 or so",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text", ["2026-03-05" + " " * 10_000_000, "1" * 10_000_000, "Thu, " * 2_000_000, "(" * 900, "9" * 999]
)
def test_a_huge_string_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "number",
    [1772716029, 1772716029.0, "1772716029", 1772716029000, "1772716029000", 1772716029000.0, " 1772716029.0 "],
)
def test_seconds_and_milliseconds_since_1970_are_told_apart(number: float | str) -> None:
    moment = parse_epoch(number)

    assert moment is not None
    assert same(SECOND.astimezone(UTC), moment)


@pytest.mark.parametrize(
    "number", [float("nan"), float("inf"), 10**400, -(10**18), "", "nan", "1e9", "1_0", "１７", "9" * 10_000_000]
)
def test_what_counts_no_seconds_is_none(number: float | str) -> None:
    assert parse_epoch(number) is None


@given(st.integers() | st.floats() | any_string)
def test_any_number_is_a_date_or_none(number: float | str) -> None:
    assert isinstance(parse_epoch(number), datetime | None)


def test_seconds_before_1970_and_their_fractions_are_read() -> None:
    assert parse_epoch(-0.5) == datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=UTC)


def test_utc_is_written_short_and_only_as_an_offset() -> None:
    assert format_rfc3339(datetime(2026, 3, 5, 14, 7, tzinfo=UTC)) == "2026-03-05T14:07:00Z"
    assert format_rfc3339(MOMENT) == "2026-03-05T14:07:00+01:00"
    assert format_rfc3339(None) is None


def test_an_instant_in_utc_is_the_same_instant():
    value = datetime(2026, 3, 5, 9, 7, 1, 5, tzinfo=timezone(timedelta(hours=1)))

    assert (value, timedelta(0)) == (in_utc(value), in_utc(value).utcoffset())
    assert datetime(2026, 3, 5, 8, 7, 1, tzinfo=UTC) == in_utc(value, fractions=False)


def test_no_instant_and_one_that_utc_does_not_have_are_none():
    assert in_utc(None) is None
    assert in_utc(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1)))) is None
