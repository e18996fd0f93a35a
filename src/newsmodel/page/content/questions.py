"""Questions with their answers, where a page says that it has some: by microdata on the elements, or in its JSON-LD.

Only what the page shows is typed: the words of the record are compared with the text, and never put into it.
Sources: schema.org, https://schema.org/FAQPage, https://schema.org/Question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from newsmodel.markup.engine import Node, attribute, children, elements
from newsmodel.markup.reading import Read, Rule
from newsmodel.model import Aside, Block, Heading, List, Paragraph, QuestionAndAnswer, Table, Text, plain_text
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.survey import Survey
from newsmodel.page.values import Record, first, line, records, types

_ANSWERS: Final = ("acceptedAnswer", "suggestedAnswer")
_MOST_QUESTIONS: Final = 200
_OPENING: Final = 60  # characters of a block that the answer must hold for the block to be of it
_LONGEST_QUESTION: Final = 400
_LABEL: Final = re.compile(r"^(?:[QAFR]|\d{1,2})\s?[.:)]\s?")


def question_rules(survey: Survey) -> Mapping[Node, Rule]:
    """A rule for each element that is a `Question` in microdata; none if the page is about a single one.

    Pass it to `Read(rules=…)`, beside others.
    """
    found = [survey.nodes[number] for number in survey.items if _is_question(survey.nodes[number])]
    return dict.fromkeys(found[:_MOST_QUESTIONS], _question) if len(found) > 1 else {}


def _is_question(element: Node) -> bool:
    return any(name.rsplit("/", 1)[-1] == "Question" for name in (attribute(element, "itemtype") or "").split())


def _question(element: Node, read: Read) -> Any:
    asked, answered = _property(element, "name"), _property(element, *_ANSWERS)
    if asked is None or answered is None:
        return NotImplemented
    question, answer = read.text(asked), read.deeper(children(answered))
    return QuestionAndAnswer(question, answer=answer) if question and answer else NotImplemented


def _property(element: Node, *names: str) -> Node | None:
    """The first element inside that is one of these properties."""
    return next(
        (each for each in elements(element) if set(names) & set((attribute(each, "itemprop") or "").split())), None
    )


class _Told(NamedTuple):
    """A question of the record. asked, answered: question and answer as keys to compare by."""

    question: str
    asked: str
    answered: str


def with_questions(body: tuple[Block, ...], sources: Sources) -> tuple[Block, ...]:
    """*body*, in which a line that is a question of the page's `FAQPage` and the blocks of its answer are one block.

    So is an answer whose question stands in a button that opens it, which is no line of the text.
    """
    told = list(_told(sources))
    if not told:
        return body
    in_body = {_key(str(question)) for block in body if (question := _asked(block))}
    return tuple(_joined(body, told, _shown(sources.survey) - in_body))


def _told(sources: Sources) -> Iterator[_Told]:
    """The questions of the page's JSON-LD that have an answer."""
    pages = (record for record in sources.found if "FAQPage" in types(record))
    asked = (each for page in pages for each in records(page.get("mainEntity")) if "Question" in types(each))
    for record in islice(asked, _MOST_QUESTIONS):
        question, answer = line(first(record.get("name"))), key_of(_answer(record))
        if key_of(question) and answer:
            yield _Told(question, _key(question), answer)


def _answer(record: Record) -> str:
    answers = (answer for name in _ANSWERS for answer in records(record.get(name)))
    return next((text for answer in answers if (text := line(first(answer.get("text"))))), "")


def _shown(survey: Survey) -> frozenset[str]:
    """The short lines of the page, as keys."""
    sizes = survey.own
    return frozenset(_key("".join(each)) for at, each in survey.lines.items() if sizes[at] <= _LONGEST_QUESTION)


def _key(text: str) -> str:
    """A text as `key_of` has it, without a "Q:" or a number before it."""
    return key_of(_LABEL.sub("", " ".join(text.split())))


def _joined(body: tuple[Block, ...], told: Sequence[_Told], shown: frozenset[str]) -> Iterator[Block]:
    by_question = {each.asked: each.answered for each in told}
    at = 0
    while at < len(body):
        block = body[at]
        question = _asked(block)
        end = _end_of_answer(body, at + 1, by_question.get(_key(str(question)), "") if question else "")
        if question and end > at + 1:
            yield QuestionAndAnswer(question, answer=body[at + 1 : end])
        elif isinstance(block, Aside) and block.title and _key(str(block.title)) in by_question:
            yield QuestionAndAnswer(block.title, answer=block.body, id=block.id, extra=block.extra)
        elif (known := _answered(block, told, shown)) is not None:
            end = _end_of_answer(body, at, known.answered)
            yield QuestionAndAnswer(known.question, answer=body[at:end])
        else:
            end = at + 1
            yield block
        at = max(end, at + 1)


def _asked(block: Block) -> Text | None:
    """The text of a line that can be a question."""
    text = block.text if isinstance(block, (Heading, Paragraph)) else None
    return text if text is not None and 0 < len(str(text)) <= _LONGEST_QUESTION else None


def _answered(block: Block, told: Sequence[_Told], shown: frozenset[str]) -> _Told | None:
    """The question whose answer begins with a paragraph, if the page shows it."""
    opening = _key(str(block.text))[:_OPENING] if isinstance(block, Paragraph) else ""
    if len(opening) < _OPENING // 2:
        return None
    return next((each for each in told if each.answered.startswith(opening) and each.asked in shown), None)


def _end_of_answer(body: tuple[Block, ...], start: int, answer: str) -> int:
    """Where the blocks end that *answer* holds."""
    end = start
    while end < len(body) and answer and isinstance(body[end], (Paragraph, List, Heading, Table)):
        opening = _key(plain_text(body[end]))[:_OPENING]
        if not opening or opening not in answer:
            break
        end += 1
    return end
