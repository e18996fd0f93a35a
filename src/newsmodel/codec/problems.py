"""Everything that is wrong with a piece of data: all of it at once, each with its path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

from newsmodel.alphabet import is_clean
from newsmodel.codec.hints import is_sequence
from newsmodel.errors import MAX_PROBLEMS, FormatError
from newsmodel.model.base import Node
from newsmodel.model.check import Field, shape, test_for
from newsmodel.model.frozen import MAXIMUM_DEPTH, freeze


class Problems(Exception):  # noqa: N818 (it is what was found, and never reaches a caller)
    """What is wrong with a value and the values below it: (path below the value, message), the first of them.

    found: list[tuple[str, str]]  # as many as a FormatError lists
    count: int                    # of all
    """

    def __init__(self, message: str | None = None, at: str = "") -> None:
        super().__init__(message)
        self.found: list[tuple[str, str]] = []
        self.count: int = 0
        if message is not None:
            self.add(at, message)

    def add(self, at: str, message: str) -> None:
        """One more, at the path *at*."""
        self.count += 1
        if len(self.found) <= MAX_PROBLEMS:
            self.found.append((at, message))

    def at(self, step: str, others: Problems | None = None) -> Problems:
        """These as those of the value at *step*, added to *others*."""
        problems = Problems() if others is None else others
        problems.count += self.count
        room = MAX_PROBLEMS + 1 - len(problems.found)
        problems.found += [(step + at, message) for at, message in self.found[:room]]
        return problems

    def error(self, at: str = "$") -> FormatError:
        """All of them as the one error of a value at *at*."""
        (first, message), *further = self.found
        problems = [(at + path, text) for path, text in further]
        return FormatError(message, at=at + first, problems=problems, count=self.count)


def step(key: Any) -> str:
    """The step of a path to the value of *key*: `.name`, or `["any other key"]`."""
    return f".{key}" if isinstance(key, str) and key.isidentifier() else f"[{json.dumps(str(key))}]"


def json_problems(value: Any, depth: int = 0) -> Problems:
    """Why *value*, *depth* deep, cannot be held in a `FrozenMap`: each part that cannot."""
    problems = Problems()
    for at, message in _json_problems(value, depth):
        problems.add(at, message)
    return problems


def _json_problems(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    # Recursive, as deep as JSON values may nest and no deeper.
    if not isinstance(value, (dict, list)):
        try:
            freeze(value)
        except (TypeError, ValueError) as error:
            yield "", str(error)
    elif depth >= MAXIMUM_DEPTH:
        yield "", f"JSON values nest at most {MAXIMUM_DEPTH} deep"
    else:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            at = f"[{key}]" if isinstance(value, list) else step(key)
            if isinstance(value, dict) and not (type(key) is str and is_clean(key)):
                yield at, "a key must be a string of XML 1.0 characters with LF line ends"
            yield from ((at + path, message) for path, message in _json_problems(item, depth + 1))


def of_constructor(cls: type[Node], error: Exception) -> Problems:
    """What a constructor said, at the field that it names if it names one."""
    name, _, message = str(error).removeprefix(f"{cls.__name__}.").partition(" ")
    if any(name == field.name for field in shape(cls)):
        return Problems(message, f".{name}")
    return Problems(str(error))


def field_problems(field: Field, value: Any) -> Problems:
    """What is wrong with the value of one field, of each item if it is a tuple."""
    problems = Problems()
    if is_sequence(field.hint) and type(value) is tuple:
        test = test_for(get_args(field.hint)[0])
        found = [(f"[{position}]", item, test(item)) for position, item in enumerate(value)]
    else:
        found = [("", value, field.test(value))]
    for at, item, problem in found:
        if problem:
            problems.add(at, _in_json(problem, item))
    return problems


def _in_json(problem: str, value: Any) -> str:
    """What the model says of a value, in the words of JSON."""
    if problem.startswith("must "):
        return problem
    for python, json_word in _TYPES.items():
        problem = problem.replace(f"takes {python},", f"takes {json_word},")
    return f"{problem.partition(', not ')[0]}, not {word(value)}"


def too_deep(data: Any) -> Problems:
    """That *data* nests deeper than the stack reaches, and where: the first 64 steps of the way."""
    waiting: list[tuple[Any, tuple[str, ...], int]] = [(data, (), 0)]
    while waiting:
        value, path, depth = waiting.pop()
        if depth > _DEEPEST:
            return Problems(_TOO_DEEP, "".join(path))
        if isinstance(value, dict):
            below = [(step(key), item) for key, item in value.items()]
        else:
            below = [(f"[{position}]", item) for position, item in enumerate(value)]
        waiting.extend(
            (item, (*path, at) if depth < MAXIMUM_DEPTH else path, depth + 1)
            for at, item in reversed(below)
            if isinstance(item, (dict, list))
        )
    return Problems(_TOO_DEEP)


_TOO_DEEP = "it nests too deeply"
_DEEPEST = 8 * MAXIMUM_DEPTH  # a table in a cell of a table takes six brackets
_TYPES = {"str": "a string", "int": "an integer", "float": "a number", "bool": "true or false", "None": "null"}
_WORDS = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "true or false",
    dict: "an object",
    list: "a list",
    type(None): "null",
}


def word(value: Any) -> str:
    """What a JSON value is, in the words of JSON: "a string", "null"."""
    return _WORDS.get(type(value), type(value).__name__)
