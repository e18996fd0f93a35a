"""Pictures, films, sound and files, each in one or several renditions.

Alt text (what one who cannot see it is told), caption (what the reader is told) and credit (whose it is) are three
different texts. `credit` is the line as shown, `credits` names the people.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from attrs import field

from newsmodel.model.base import Node
from newsmodel.model.convert import as_number
from newsmodel.model.people import Credit, credits
from newsmodel.model.rights import Rights
from newsmodel.model.text import Text, as_optional_text


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rendition(Node):
    """One file of a medium.

    Width and height in pixels, size in bytes, duration in seconds, bit_rate in bits a second.
    """

    url: str = field(kw_only=False)
    name: str | None = None
    width: int | None = None
    height: int | None = None
    media_type: str | None = None
    size: int | None = None
    duration: float | None = field(default=None, converter=as_number)
    bit_rate: int | None = None
    codec: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class FocalPoint(Node):
    """The point that a crop must keep, in fractions of width and height from the top left."""

    x: float = field(kw_only=False, converter=as_number)
    y: float = field(kw_only=False, converter=as_number)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Crop(Node):
    """A named rectangle of a picture, in fractions of width and height from the top left."""

    name: str = field(kw_only=False)
    left: float = field(default=0.0, converter=as_number)
    top: float = field(default=0.0, converter=as_number)
    width: float = field(default=1.0, converter=as_number)
    height: float = field(default=1.0, converter=as_number)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Track(Node):
    """Timed text of a film or sound: kind is "subtitles", "captions", "descriptions", "chapters" or "metadata"."""

    url: str = field(kw_only=False)
    kind: str = "subtitles"
    language: str | None = None
    label: str | None = None


def renditions(values: Iterable[Rendition]) -> tuple[Rendition, ...]:
    """Renditions in order."""
    return tuple(values)


def crops(values: Iterable[Crop]) -> tuple[Crop, ...]:
    """Crops in order."""
    return tuple(values)


def tracks(values: Iterable[Track]) -> tuple[Track, ...]:
    """Tracks in order."""
    return tuple(values)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Media(Node):
    """What all media share.

    url: the file itself, "" if only *reference*, the asset's id in a system, is known.
    alt: None is not known, "" is decoration. digital_source_type: IPTC's term for how it was made.
    """

    url: str = field(default="", kw_only=False)
    reference: str | None = None
    renditions: tuple[Rendition, ...] = field(default=(), converter=renditions)
    alt: str | None = None
    title: str | None = None
    caption: Text | None = field(default=None, converter=as_optional_text)
    credit: Text | None = field(default=None, converter=as_optional_text)
    credits: tuple[Credit, ...] = field(default=(), converter=credits)
    rights: Rights | None = None
    media_type: str | None = None
    digital_source_type: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Image(Media):
    """A still picture. Width and height in pixels."""

    width: int | None = None
    height: int | None = None
    focal_point: FocalPoint | None = None
    crops: tuple[Crop, ...] = field(default=(), converter=crops)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Video(Media):
    """A film. Width and height in pixels, duration in seconds."""

    width: int | None = None
    height: int | None = None
    duration: float | None = field(default=None, converter=as_number)
    poster: Image | None = None
    tracks: tuple[Track, ...] = field(default=(), converter=tracks)
    transcript: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Audio(Media):
    """A recording. Duration in seconds."""

    duration: float | None = field(default=None, converter=as_number)
    tracks: tuple[Track, ...] = field(default=(), converter=tracks)
    transcript: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class File(Media):
    """A document to download: a PDF, a spreadsheet. Size in bytes."""

    size: int | None = None
