"""What stands around the text: share bars, comment counts, the furniture of comment sections, lists of links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from newsmodel.formats.pasted.lines import Line, is_prose, is_sentence
from newsmodel.phrases.captions import is_caption
from newsmodel.phrases.counts import CommentCount, comment_count
from newsmodel.phrases.furniture import is_furniture, is_furniture_around, is_list_heading
from newsmodel.phrases.sharing import ShareLabel, labelled, networks_of, share_bar

_LEAST_MIDDLE_BAR: Final = 3
_LONGEST_RUN: Final = 40
_NEAR: Final = 4  # lines in which a count of comments is confirmed by other furniture


@attrs.define
class Around:
    """What was taken out of the lines."""

    kept: list[Line] = attrs.Factory(list)
    dropped: list[Line] = attrs.Factory(list)
    captions: list[Line] = attrs.Factory(list)
    discussion: list[Line] = attrs.Factory(list)  # what readers wrote, which a text cannot tell apart
    share: list[ShareLabel] = attrs.Factory(list)
    count: CommentCount | None = None


def take_around(lines: list[Line]) -> Around:
    """Parts the text from what stands around it. A bar or a count between two paragraphs needs to be beyond doubt."""
    around = Around()
    end = _discussion_at(lines)
    last = max((at for at, line in enumerate(lines[:end]) if is_sentence(line.text)), default=-1)
    first = next((at for at, line in enumerate(lines) if is_prose(line.text)), 0)
    position = 0
    while position < len(lines):
        outside = position < first or position > last
        size = _take_share(around, lines, position, outside) or _take_line(around, lines, position, outside, end)
        position += size
    return around


def _take_share(around: Around, lines: list[Line], position: int, outside: bool) -> int:
    """How many lines from *position* on are a share bar: one that holds several labels, or a label each."""
    bar = share_bar(lines[position].text)
    if bar and (outside or _is_beyond_doubt(bar)):
        _add(around, bar)
        around.dropped.append(lines[position])
        return 1
    run = list(_run(lines, position)) if outside else []
    if len({label.network for label in run}) < 2:
        return 0
    _add(around, run)
    around.dropped.extend(lines[position : position + len(run)])
    return len(run)


def _run(lines: list[Line], position: int) -> Iterator[ShareLabel]:
    taken: tuple[str, ...] = ()
    for line in lines[position : position + _LONGEST_RUN]:
        label = labelled(line.text, taken)
        if label is None:
            return
        taken = (*taken, label.network)
        yield label


def _add(around: Around, labels: list[ShareLabel] | tuple[ShareLabel, ...]) -> None:
    known = {label.network for label in around.share}
    around.share.extend(label for label in labels if label.network not in known)


def _is_beyond_doubt(bar: tuple[ShareLabel, ...]) -> bool:
    """Verbs among the labels: names of networks alone may be the text's own."""
    verbs = [label for label in bar if label.label.casefold() not in (label.network, "twitter")]
    return len(bar) >= _LEAST_MIDDLE_BAR and len(verbs) >= 2


def _take_line(around: Around, lines: list[Line], position: int, outside: bool, end: int) -> int:
    line = lines[position]
    count = comment_count(line.text)
    if count and (outside or is_furniture(line.text)):
        if around.count is None or around.count.number is None:
            around.count = count if count.number is not None else around.count
        around.dropped.append(line)
    elif is_furniture(line.text) or (outside and is_furniture_around(line.text)):
        around.dropped.append(line)
    elif position > end:
        around.discussion.append(line)
    elif outside and is_list_heading(line.text):
        return _take_list(around, lines, position)
    elif is_caption(line.text):
        around.captions.append(line)
    else:
        around.kept.append(line)
    return 1


def _take_list(around: Around, lines: list[Line], position: int) -> int:
    """A list of further articles: its heading and the lines behind it, up to furniture of another kind."""
    size = 1
    for line in lines[position + 1 :]:
        if is_sentence(line.text) or comment_count(line.text) or share_bar(line.text) or networks_of(line.text):
            break
        size += 1
    around.dropped.extend(lines[position : position + size])
    return size


def _discussion_at(lines: list[Line]) -> int:
    """Where the comment section begins: a count that other furniture confirms; the number of lines if nowhere."""
    for at, line in enumerate(lines):
        if is_furniture(line.text) and _starts_discussion(line.text):
            return at
        count = comment_count(line.text)
        if count and count.number is not None and _is_confirmed(lines, at):
            return at
    return len(lines)


def _starts_discussion(text: str) -> bool:
    return text.casefold().strip(" :") in ("inline feedbacks", "view all comments", "oldest newest most voted")


def _is_confirmed(lines: list[Line], at: int) -> bool:
    near = lines[at + 1 : at + 1 + _NEAR]
    return any(_starts_discussion(line.text) or line.text.casefold() in _CONFIRMING for line in near)


_CONFIRMING: Final = frozenset(
    {"oldest", "newest", "newest most voted", "most voted", "leave a reply", "reply", "antworten"}
)
