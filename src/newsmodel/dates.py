"""The dates that newsrooms write, to aware datetimes and back.

Read: RFC 3339 and ISO 8601 with what systems make of them, the W3C's shorter dates, RFC 822 and its successors, the
dates of C and JavaScript programs, English dates in prose ("Jan. 5, 2024 at 3:04 p.m. EST"), and counted seconds.
Never read: 03/04/2024, which is two days. What a date leaves open is filled in *and said*, so that a reader can report
it; no zone is never silently UTC.
Sources: https://www.rfc-editor.org/rfc/rfc3339, https://www.w3.org/TR/NOTE-datetime,
https://www.rfc-editor.org/rfc/rfc5322 (section 3.3, and 4.3 for the older forms).
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final, NamedTuple, overload

_LONGEST: Final = 1000  # characters; no date is longer, however it is indented
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS_FROM = 100_000_000_000  # as seconds the year 5138, as milliseconds 1973
_NUMBER = re.compile(r"\s*[+-]?\d{1,20}(?:\.\d{0,20})?\s*", re.ASCII)
_MINUTE, _SECOND, _MILLISECOND = timedelta(minutes=1), timedelta(seconds=1), timedelta(milliseconds=1)

# Hours from UTC: those of RFC 822, and others that mean one zone only. "IST" and "ET" do not: they count as no zone.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "west": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "hkt": 8, "sgt": 8,
    "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
}  # fmt: skip

_DAY = r"(?P<day>\d\d?)(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ?)?"
_CLOCK = r"(?P<hour>\d\d?)(?::(?P<minute>\d\d))?(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
_ZONE = r"(?: ?(?P<zone>[a-z]{1,5}|(?:gmt|utc?)?[+-]\d\d(?::?\d\d)?))?"
_TIME = rf"{_CLOCK}(?: ?(?P<half>[ap])\.?m\b\.?)?{_ZONE}"
_AFTERWARDS = (
    rf"(?:,? (?:at )?{_TIME}(?: ?\([^()]*\))?)?"  # RFC 5322 allows a comment, JavaScript names the zone in one
)
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:(?:t|,? ){_TIME})?)?)?",
        rf"{_WEEKDAY}{_DAY}[ -]{_MONTH},?[ -](?P<year>\d{{4}}|\d\d){_AFTERWARDS}",
        rf"{_WEEKDAY}{_MONTH} {_DAY},? (?P<year>\d{{4}}){_AFTERWARDS}",
        rf"{_WEEKDAY}{_MONTH} {_DAY} {_TIME} (?P<year>\d{{4}})",
    )
)


class ParsedDate(NamedTuple):
    """A date as it was read.

    value: datetime           # aware, with a fixed offset of whole minutes
    missing: tuple[str, ...]  # of "month", "day", "time", "zone": what the text leaves open and `value` assumes
    """

    value: datetime
    missing: tuple[str, ...] = ()


def parse_date(text: str, default_zone: tzinfo = UTC) -> ParsedDate | None:
    """The date that a text says, or None: for no date, an impossible one, a null date (0000-00-00), a placeholder.

    *default_zone*: assumed where the text names none; "zone" is then `missing`. A date alone is its first minute.
    Years 1 to 9999; two digits as RFC 5322 reads them. A leap second is the second after it. Never raises.
    """
    if len(text) > _LONGEST:
        return None
    squeezed = " ".join(text.split())
    try:
        return _from_iso(squeezed, default_zone) or _from_words(squeezed.lower(), default_zone)
    except (ValueError, OverflowError):  # no such day or hour; beyond the year 9999
        return None


def parse_epoch(number: float | str) -> datetime | None:
    """Seconds or milliseconds since 1970, as a number or in digits, as a date in UTC; None if it is neither.

    From 100,000,000,000 on they are milliseconds, as all since 1973 are. Never raises.
    """
    if isinstance(number, str) and not _NUMBER.fullmatch(number):
        return None
    try:
        count = float(number)
        unit = _MILLISECOND if abs(count) >= _MILLISECONDS_FROM else _SECOND
        return _EPOCH + count * unit
    except (ValueError, OverflowError):  # not a number; out of range
        return None


def normal(value: datetime) -> datetime:
    """The same instant as the model takes it: a plain datetime with a fixed offset of whole minutes.

    An offset with seconds (a local mean time) is cut to whole minutes. Raises ValueError for a naive datetime, and at
    the very ends of the calendar.
    """
    offset = value.utcoffset()
    if offset is None:
        raise ValueError(f"{value} has no time zone; give it one (tzinfo=)")
    if type(value) is datetime and type(value.tzinfo) is timezone and not offset % _MINUTE:
        return value.replace(fold=0) if value.fold else value
    whole = offset - offset % _MINUTE
    date = (value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
    try:
        return datetime(*date, tzinfo=timezone(whole)) - offset % _MINUTE
    except OverflowError:
        raise ValueError(f"{value} is out of range") from None


def in_utc(value: datetime | None, *, fractions: bool = True) -> datetime | None:
    """The same instant in UTC; None for none, and at the very ends of the calendar, where that does not exist.

    fractions: keep fractions of a second.
    """
    if value is None:
        return None
    try:
        value = value.astimezone(UTC)
    except OverflowError:
        return None
    return value if fractions else value.replace(microsecond=0)


@overload
def format_rfc3339(value: datetime) -> str: ...
@overload
def format_rfc3339(value: datetime | None) -> str | None: ...
def format_rfc3339(value: datetime | None) -> str | None:
    """As RFC 3339, ISO 8601 and JSON Schema write it: "2026-03-05T14:07:00+01:00", UTC as "Z", fractions if any.

    None stays None. Raises ValueError for a naive datetime.
    """
    return None if value is None else normal(value).isoformat().replace("+00:00", "Z")


def _from_iso(text: str, default_zone: tzinfo) -> ParsedDate | None:
    """The standard library's part: quick, and right about week dates and basic forms."""
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    missing = ("time",) if len(text) <= len("2026-W10-4") else ()
    return _zoned(value, default_zone, missing)


def _from_words(text: str, default_zone: tzinfo) -> ParsedDate | None:
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _built(found.groupdict(), default_zone)
    return None


def _built(part: dict[str, str | None], default_zone: tzinfo) -> ParsedDate | None:
    if part["hour"] and not (part["minute"] or part["half"]):
        return None
    year, month, day = _year(part["year"] or ""), _month(part["month"] or "01"), int(part["day"] or 1)
    zone = _zone(part["zone"] or "")
    midnight = datetime(year, month, day, tzinfo=zone)
    missing = tuple(name for name, key in (("month", "month"), ("day", "day"), ("time", "hour")) if not part[key])
    return _zoned(midnight + _since_midnight(part), default_zone, missing)


def _zoned(value: datetime, default_zone: tzinfo, missing: tuple[str, ...]) -> ParsedDate:
    if value.tzinfo is None:
        return ParsedDate(normal(value.replace(tzinfo=default_zone)), (*missing, "zone"))
    return ParsedDate(normal(value), missing)


def _since_midnight(part: dict[str, str | None]) -> timedelta:
    """ISO 8601's 24:00 is the end of the day, and a leap second the second after :59."""
    hour, minute, second = (int(part[name] or 0) for name in ("hour", "minute", "second"))
    if part["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of a clock with twelve")
        hour = hour % 12 + (12 if part["half"] == "p" else 0)
    fraction = int((part["fraction"] or "").ljust(6, "0")[:6])
    if minute > 59 or second > 60 or (hour, minute, second, fraction) > (24, 0, 0, 0):
        raise ValueError("no time of day")
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=fraction)


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 50 else 1900)  # RFC 5322, section 4.3


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    for number, name in enumerate(_MONTHS, 1):
        if name.startswith(word):
            return number
    raise ValueError("no month")


def _zone(name: str) -> timezone | None:
    """Of "+0100", "gmt+01:00", "+01" or a name; None for no zone and for a name that could be several."""
    digits = re.sub("[^0-9]", "", name)
    if not digits:
        return timezone(timedelta(hours=_ZONES[name])) if name in _ZONES else None
    minutes = int(digits[2:] or 0)
    if minutes > 59:
        raise ValueError("no offset")
    offset = timedelta(hours=int(digits[:2]), minutes=minutes)
    return timezone(-offset if "-" in name else offset)
