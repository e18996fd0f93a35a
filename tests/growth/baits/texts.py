"""Baits for readers of text: plain, pasted, Markdown, and our JSON."""

from __future__ import annotations

from collections.abc import Callable

from tests.growth.bait import Bait
from tests.growth.baits.markup import run
from tests.growth.baits.pages import size_of

PLAIN: dict[str, tuple[str, str, str]] = {
    "one long line": ("x", " y", ""),
    "one long word": ("", "x", ""),
    "lines": ("", "A line of words.\n", ""),
    "paragraphs": ("", "A paragraph of words.\n\n", ""),
    "line ends": ("x", "\n", "y"),
    "lines of spaces": ("x", " \n", "y"),
    "spaces": ("x", " ", "y"),
    "spaces first": ("", " ", "x"),
    "tabs": ("x", "\t", "y"),
    "no-break spaces": ("x", "\xa0", "y"),
    "control characters": ("x", "\x01\x02", "y"),
    "carriage returns": ("x", "\r\n", "y"),
    "punctuation": ("x", ".,;:!? ", ""),
    "digits": ("x", "1", ""),
    "letters beyond": ("x", "\U0001f309\u0301", ""),
}

PASTED: dict[str, tuple[str, str, str]] = {
    "headings": ("", "Short line §\n", ""),
    "crumbs": ("Home", " > News", "\nTitle\n"),
    "bars": ("Home", " | x", "\nTitle\n"),
    "commas": ("Title\n", "x, ", "\n"),
    "bylines": ("Title\n", "By Ann Lee\n", "Words of the text, enough to be a sentence.\n"),
    "a long byline": ("Title\nBy ", "Ann Lee and ", "Ben\n"),
    "dates": ("Title\n", "5 March 2026\n", ""),
    "a long date": ("Title\n", "5 March ", "2026\n"),
    "captions": ("Title\n", "Photo: Ann Lee/Reuters\n", ""),
    "counts": ("Title\n\nWords of the text, enough to be a sentence.\n\n", "12 Comments\n", ""),
    "share labels": ("Title\n\nWords of the text, enough to be a sentence.\n\n", "Share Tweet Pin ", "\n"),
    "share lines": ("Title\n\nWords of the text, enough to be a sentence.\n\n", "Share\nTweet\n", ""),
    "furniture": ("Title\n\nWords of the text, enough to be a sentence.\n\n", "Read more\n", ""),
    "broken lines": ("Title\n\n", "words that an editor has broken at a width of them\n", ""),
}

MARKDOWN: dict[str, tuple[str, str, str]] = {
    "emphasis open": ("", "*x ", ""),
    "emphasis nested": ("", "*x **y ", ""),
    "emphasis closed": ("", "*x* **y** ", ""),
    "asterisks": ("x", "*", "y"),
    "underscores": ("x", "_", "y"),
    "backticks": ("", "`x ``y ", ""),
    "backticks growing": ("", "`" * 50 + " x ", ""),
    "code fences": ("", "```\nx\n```\n", ""),
    "a fence left open": ("```\n", "x\n", ""),
    "brackets": ("", "[", ""),
    "brackets closed": ("", "]", ""),
    "links": ("", "[x](/§) ", ""),
    "links nested": ("", "[x](", ""),
    "links half": ("", "[a](<b", ""),
    "images": ("", "![x](/§.jpg)\n\n", ""),
    "references": ("", "[x§]: /y\n", "[x1]"),
    "references used": ("[x]: /y\n\n", "[x] ", ""),
    "references missing": ("", "[x][y§] ", ""),
    "footnotes": ("", "x[^§]\n\n[^§]: y\n\n", ""),
    "references to one footnote": ("[^a]: y\n\n", "x[^a] ", ""),
    "footnotes nested": ("", "[^§]: x\n", ""),
    "quotes nested": ("", ">", " x"),
    "quotes": ("", "> x\n\n", ""),
    "lists": ("", "- x\n", ""),
    "lists nested": ("", "- ", "x"),
    "lists of numbers": ("", "1. x\n\n", ""),
    "tasks": ("", "- [ ] x\n", ""),
    "headings": ("", "# x\n", ""),
    "headings underlined": ("", "x\n=\n", ""),
    "rules": ("", "---\n\n", ""),
    "rows": ("| a | b |\n|---|---|\n", "| x | y |\n", ""),
    "columns": ("|", "a|", ""),
    "tables": ("", "| a |\n|---|\n| x |\n\n", ""),
    "a line of bars": ("a|b\n-|-\n", "|", ""),
    "HTML": ("", "<b>x</b> ", ""),
    "HTML open": ("", "<b ", ""),
    "HTML blocks": ("", "<div>\nx\n</div>\n\n", ""),
    "HTML comments open": ("", "<!-- ", ""),
    "HTML declarations open": ("", "<!A ", ""),
    "HTML instructions open": ("", "<?", ""),
    "autolinks": ("", "<https://x.example/§> ", ""),
    "character references": ("", "&amp; &lt; ", ""),
    "escapes": ("", "\\*", ""),
    "strikethrough": ("", "~~x~ ", ""),
    "line ends with spaces": ("", "x  \n", ""),
    "front matter, keys": ("---\n", "k§: x\n", "---\n\nx\n"),
    "front matter, a list": ("---\ntags:\n", "- x§\n", "---\n\nx\n"),
    "front matter, a long text": ("---\ntitle: ", "x ", "\n---\n\nx\n"),
    "front matter, a long quotation": ('---\ntitle: "', "\\u003c", '"\n---\n\nx\n'),
    "front matter left open": ("---\n", "k§: x\n", ""),
    "front matter, comments": ("---\n", "# x\n", "---\n\nx\n"),
    "TOML, keys": ("+++\n", "k§ = 1\n", "+++\n\nx\n"),
    "TOML, a list": ("+++\ntags = [", "'x', ", "]\n+++\n\nx\n"),
    "TOML, tables": ("+++\n", "[t§]\na = 1\n", "+++\n\nx\n"),
    "TOML, lists of tables": ("+++\n", "[[t]]\na = 1\n", "+++\n\nx\n"),
    "TOML left open": ("+++\n", "k§ = 1\n", ""),
}

BOUNDED: dict[str, tuple[Callable[[int], str], int]] = {
    "a wide table of short rows": (lambda size: f"{'|a' * size}|\n{'|-' * size}|\n" + "|x|\n" * size, 700),
    "TOML, dotted keys": (lambda size: f"+++\n{'a.' * size}b = 1\n+++\n\nx\n", 4000),
    "TOML, nested lists": (lambda size: f"+++\na = {'[' * size}\n+++\n\nx\n", 4000),
    "front matter, nested lists": (lambda size: f"---\na: {'[' * size}\n---\n\nx\n", 4000),
    "front matter, nested keys": (
        lambda size: "---\n" + "".join(f"{' ' * each}a:\n" for each in range(min(size, 3000))) + "---\n\nx\n",
        300,
    ),
    "front matter, aliases": (
        lambda size: (
            "---\na0: &a0 [x]\n"
            + "".join(f"a{each}: &a{each} [{f'*a{each - 1}, ' * 9}]\n" for each in range(1, size))
            + "---\n\nx\n"
        ),
        200,
    ),
}
"""What may be refused beyond a bound: either way it must not take long."""

JSON: dict[str, tuple[str, str, str]] = {
    "paragraphs": ('"body":[', '{"type":"paragraph","text":"x"},', '{"type":"divider"}]'),
    "spans": (
        '"body":[{"type":"paragraph","text":[',
        '{"type":"span","text":"x","marks":[{"type":"style","name":"strong"}]},"y",',
        '"z"]}]',
    ),
    "comments": ('"comments":{"comments":[', '{"id":"c§","parent":"c0"},', '{"id":"z"}]}'),
    "comments in a ring": ('"comments":{"comments":[', '{"id":"c§","parent":"z"},', '{"id":"z","parent":"c0"}]}'),
    "one long text": ('"headline":"', "x", '"'),
    "escapes": ('"headline":"', "\\u0078", '"'),
    "unknown fields": ("", '"k§":1,', '"headline":"x"'),
    "foreign data": ('"extra":{"f":{', '"k§":[1],', '"z":1}}'),
    "spaces": ("", " ", '"headline":"x"'),
}

BROKEN: dict[str, tuple[str, str, str]] = {
    "brackets": ("", "[", ""),
    "objects": ("", '{"a":', ""),
    "quotation marks": ("", '"', ""),
    "quotation marks escaped": ("", '\\"', ""),
    "commas": ("[", ",", ""),
    "a long number": ("", "1", ""),
    "long numbers": ('{"newsmodel":"1","type":"article","body":[', "1" * 50 + ",", "1]}"),
    "a key again": ('{"newsmodel":"1","type":"article"', ',"headline":"x"', "}"),
    "problems": ('{"newsmodel":"1","type":"article","body":[', '{"type":"heading","level":9},', "1]}"),
    "depth": ('{"newsmodel":"1","type":"article","body":[', '{"type":"quote","body":[', ""),
    "foreign depth": ('{"newsmodel":"1","type":"article","extra":{"f":', "[", ""),
}


def _text(format: str, name: str, parts: tuple[str, str, str]) -> Bait:
    make = run(*parts)
    return Bait("read", format, name, lambda size: make(size).encode("utf-8"), size_of(parts), either=True)


def _json(name: str, parts: tuple[str, str, str]) -> Bait:
    make = run('{"newsmodel":"1","type":"article",' + parts[0], parts[1], parts[2] + "}")
    return Bait("read", "json", name, lambda size: make(size).encode("utf-8"), size_of(parts, 10_000))


def _broken(name: str, parts: tuple[str, str, str]) -> Bait:
    make = run(*parts)
    return Bait("read", "json", f"broken, {name}", lambda size: make(size).encode(), size_of(parts), refused=True)


def _bounded(name: str, make: Callable[[int], str], size: int) -> Bait:
    return Bait("read", "markdown", name, lambda times: make(times).encode("utf-8"), size // 2, either=True)


BAITS: list[Bait] = [
    *(_text(format, name, parts) for format in ("text", "pasted", "markdown") for name, parts in PLAIN.items()),
    *(_text("pasted", name, parts) for name, parts in PASTED.items()),
    *(_text("markdown", name, parts) for name, parts in MARKDOWN.items()),
    *(_bounded(name, make, size) for name, (make, size) in BOUNDED.items()),
    *(_json(name, parts) for name, parts in JSON.items()),
    *(_broken(name, parts) for name, parts in BROKEN.items()),
]
