"""What an installation brings with it, package by package, with the licence that each says it is under."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

OURS = "newsmodel-core"
EXTRAS = ("cli", "markdown", "testing")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_LONGEST = 40  # a licence field that is longer holds the whole text


def page() -> str:
    """The page, in Markdown."""
    lines = [
        "# Licences",
        "",
        "What an installation of newsmodel brings, as the packages say of themselves, with what they need in turn.",
        "A package that an earlier table has is not repeated.",
    ]
    seen: set[str] = set()
    for extra in (None, *EXTRAS):
        rows = [_row(found) for found in _brought(OURS, extra, seen)]
        lines += [
            "",
            f"## The extra `{extra}`" if extra else "## The core",
            "",
            "| package | licence |",
            "|---|---|",
            *rows,
        ]
    return "\n".join([*lines, ""])


def _brought(root: str, extra: str | None, seen: set[str]) -> Iterator[Distribution]:
    """Every distribution that *root* needs, by itself or for *extra*, and that was not *seen* before."""
    waiting = _needed(distribution(root), extra)
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        try:
            found = distribution(name)
        except PackageNotFoundError:  # for another platform or Python
            continue
        yield found
        waiting += _needed(found, None)


def _needed(found: Distribution, extra: str | None) -> list[str]:
    names = []
    for requirement in found.requires or ():
        of = _EXTRA.search(requirement)
        if (of[1] if of else None) == extra and (name := _NAME.match(requirement)):
            names.append(re.sub(r"[-_.]+", "-", name[0]).lower())
    return names


def _row(found: Distribution) -> str:
    return f"| {found.name} | {licence(found)} |"


def licence(found: Distribution) -> str:
    """The licence in the metadata of a package, else the first line of its licence file, else "not said"."""
    given = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    if given and len(given) <= _LONGEST:
        return given
    named = [each.rpartition(" :: ")[2] for each in found.metadata.get_all("Classifier") or () if "License ::" in each]
    return named[0] if named else next(_first_lines(found), "not said")


def _first_lines(found: Distribution) -> Iterator[str]:
    for file in found.files or ():
        if re.search(r"licen[cs]e", file.name, re.IGNORECASE):
            yield from (line.strip() for line in file.read_text("utf-8").splitlines() if line.strip())
