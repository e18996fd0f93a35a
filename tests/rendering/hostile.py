"""Words that mean harm, and an article for each place where Markdown writes words or addresses.

No engine of Markdown may find in them what the article does not say, whichever marks it knows.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import newsmodel as nm
from newsmodel.alphabet import clean

SHARED = Path(__file__).resolve().parents[3] / "shared" / "samples" / "hostile-html" / "payloads.json"
"""Payloads of public test suites, beside the repository; None of them is part of it."""

SCRIPT = "<script>alert(1)</script>"
PICTURE = "<img src=x onerror=alert(1)>"
LINK = "[x](javascript:alert(1))"

PAYLOADS = (
    # tags, plain, in code that does not close, after backslashes, as references, across lines
    *(SCRIPT, PICTURE, f"a {PICTURE} b", f"`{PICTURE}", f"`{PICTURE}`", f"\\`{PICTURE}`", f"\\\\`{PICTURE}"),
    *(f"\\{PICTURE}", f"\\\\{PICTURE}", f"</u>{PICTURE}", f"--><b>{PICTURE}", f"<!-- -->{PICTURE}", "<!--"),
    *("&lt;img src=x onerror=alert(1)&gt;", "&amp;lt;b&amp;gt;", "&#60img src=x onerror=alert(1)>", "<img\nsrc=x>"),
    *("<img/src=x/onerror=alert(1)>", "img src=x onerror=alert(1) ", "<a@b.example>", "<javascript:alert(1)>", "<?a?>"),
    # blocks: fences, HTML, front matter, tables, definitions, headings
    *(f"```\n{SCRIPT}\n```", f"```\n\n{SCRIPT}\n\n```\n{PICTURE}", f"~~~\n{SCRIPT}", f"\n\n{SCRIPT}\n\n{PICTURE}"),
    *(f"<div markdown=1>\n{SCRIPT}\n</div>", f"    {SCRIPT}", f"</code></pre>{SCRIPT}", f"---\na: {PICTURE}\n---"),
    *(f"| a |\n|---|\n| {PICTURE} |", f"a\n: {PICTURE}", f"{SCRIPT}\n===", f"*[a]: {PICTURE}", f"!!! a\n    {PICTURE}"),
    # links and pictures, their definitions, attributes
    *(LINK, f"!{LINK}", "[x] (javascript:alert(1))", "[x]: javascript:alert(1)", f"<{LINK}>", "](javascript:alert(1))"),
    *("[x][y]\n\n[y]: javascript:alert(1)", f"[^1]: {PICTURE}", "[^1]", 'x" onclick="alert(1)', "x' onclick='alert(1)"),
    *('"onclick="alert(1)', 'x") onclick=alert(1) (', '![" onerror="alert(1)](x)', '[x](y "a" onclick="alert(1)")'),
    *("a {: onclick=alert(1) }", "a\n{: onclick=alert(1) }", "# a {#b onclick=alert(1)}", "'/onclick=alert(1)/x"),
    # addresses
    *(
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,a",
    ),
    *(
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&#58alert(1)",
        "java&NewLine;script:alert(1)",
    ),
    *("javascript&amp;colon;alert(1)", "\x85javascript:alert(1)", "\ufeffjavascript:alert(1)", "vbscript:alert(1)"),
    *(
        "a @a-b :octocat: http://a.example/onclick=alert(1)/ www.a.example/onclick=alert(1)/x",
        "\u00a0javascript:alert(1)",
    ),
    *("javascript\\:alert(1)", "http://a.example/'onclick=alert(1)//", 'http://a.example/"onclick=alert(1)//'),
)


def shared() -> list[str]:
    """The payloads beside the repository; none where they are not."""
    return [each["payload"] for each in json.loads(SHARED.read_text("utf-8"))] if SHARED.exists() else []


def documents(payload: str, turn: int | None = None) -> Iterator[tuple[str, str]]:
    """(place, Markdown) for each place, with *payload* in it. turn: for one of the places, which take turns."""
    words = clean(payload)
    places = [each for some in (_texts, _links, _codes, _blocks, _notes, _records) for each in some(words).items()]
    for place, document in places if turn is None else (places[turn % len(places)],):
        yield place, nm.render(document, "markdown", **({"comments": True} if place == "comments" else {}))


def _body(*blocks: nm.Block) -> nm.Article:
    return nm.Article(body=blocks)


def _texts(words: str) -> dict[str, nm.Article]:
    styles = ("strong", "emphasis", "strikethrough", "underline", "insertion", "quotation", "code")
    halves = [
        nm.Span(words[: len(words) // 2], marks=["strong"]),
        nm.Span(words[len(words) // 2 :], marks=["emphasis"]),
    ]
    lines = [piece for line in words.split("\n") for piece in (line, nm.LineBreak())]
    return {
        "text": _body(nm.Paragraph(words), nm.Paragraph(["a ", words, " b"])),
        "lines": _body(nm.Paragraph(lines)),
        "marks": _body(*(nm.Paragraph(["a ", nm.Span(words, marks=[style]), " b"]) for style in styles)),
        "code in a mark": _body(nm.Paragraph([nm.Span(words, marks=["insertion", "code"])])),
        "two marks": _body(nm.Paragraph(["a", *halves, "b"])),
        "brackets": _body(nm.Paragraph(f"[sic] {words}"), nm.Paragraph(f"[x]({words})"), nm.Paragraph(f"[x]: {words}")),
        "backslash": _body(nm.Paragraph(["\\", nm.Span(words, marks=["code"])]), nm.Paragraph(f"\\{words}")),
        "backtick": _body(nm.Paragraph(f"a ` b {words}"), nm.Paragraph(f"`{words}`")),
    }


def _links(words: str) -> dict[str, nm.Article]:
    def link(text: str, url: str, title: str | None = None) -> nm.Article:
        return _body(nm.Paragraph(["a ", nm.Span(text, marks=[nm.Link(url, title=title)]), " b"]))

    return {
        "address": link("a", words, words),
        "end of an address": link("a", f"https://a.example/{words}", "b"),
        "address as text": link(f"https://a.example/{words}", f"https://a.example/{words}"),
        "text of a link": link(words, "/a", words),
        "picture": _body(nm.Paragraph(["a ", nm.InlineImage(words, alt=words, title=words), " b"])),
        "words of a picture": _body(nm.Paragraph(["a ", nm.InlineImage("/a", alt=words, title=words), " b"])),
        "figure": _body(
            nm.Figure(nm.Image("/a", alt=words, title=words, caption=words, credit=words), link=f"/{words}")
        ),
        "link of a figure": _body(nm.Figure(nm.Image(f"/{words}"), link=words)),
        "video": _body(nm.Figure(nm.Video(f"https://a.example/{words}", title=words, caption=words))),
    }


def _codes(words: str) -> dict[str, nm.Article]:
    return {
        "code": _body(
            nm.Code(words), nm.Code(f"a\n\n{words}\n\nb", programming_language="html"), nm.Paragraph("[sic] a")
        ),
        "language": _body(nm.Code("a", programming_language=words), nm.Paragraph(words)),
        "empty code": _body(nm.Code(""), nm.Paragraph(words), nm.Code(words)),
        "code in a list": _body(nm.Quote([nm.Code(words)]), nm.List([nm.ListItem(["a", nm.Code(f"a\n\n{words}")])])),
    }


def _blocks(words: str) -> dict[str, nm.Article]:
    code = nm.Cell([nm.Paragraph([nm.Span(words, marks=["code"])])])
    return {
        "heading": _body(nm.Heading(words), nm.Paragraph("a")),
        "quote": _body(nm.Quote([words, "a"], attribution=words), nm.PullQuote(words, attribution=words)),
        "list": _body(nm.List([words, nm.ListItem([words, words], checked=True)])),
        "table": _body(nm.Table([nm.Row([words, code])], head=[nm.Row([words, "a"])], caption=words)),
        "head of a table": _body(nm.Table([], head=[nm.Row([code, _linked_cell(words)])])),
        "aside": _body(nm.Aside([words], title=words), nm.Gallery([nm.Image("/a", caption=words)], title=words)),
    }


def _linked_cell(words: str) -> nm.Cell:
    return nm.Cell([nm.Paragraph([nm.Span(words, marks=[nm.Link("/a", title=words)])])])


def _notes(words: str) -> dict[str, nm.Article]:
    def noted(*blocks: nm.Block | str, label: str = "1") -> nm.Article:
        body = [nm.Paragraph(["[sic] ", nm.FootnoteReference(label), words])]
        return nm.Article(body=body, notes=[nm.Footnote(blocks, id=label)])

    account = nm.Account(words, url=words)
    thread = [
        nm.Comment(id="1", author=account, body=[words, nm.Quote([words])]),
        nm.Comment(id="2", parent="1", author=words),
    ]
    return {
        "footnote": noted(words),
        "first word of a footnote": noted(*words.split()[:1], words),
        "label": noted(words, label=words),
        "comments": nm.Article(body=["a"], comments=nm.CommentThread(thread, url=words, declared=9)),
    }


def _records(words: str) -> dict[str, nm.Article | nm.Feed]:
    agent = nm.Organisation(words, url=words)
    record = nm.Article(
        words,
        body=["a"],
        **dict.fromkeys(
            ("standfirst", "summary", "byline", "slug", "slugline", "canonical_url", "version", "id"), words
        ),
        kicker=nm.Label(words, url=words),
        section=nm.Section(words, words, nm.Section(words)),
        credits=[nm.Credit(nm.Person(words, url=words, title=words)), nm.Credit(agent, role="editor")],
        concepts=["[x", words, "](javascript:alert(1))", nm.Concept(words, kind="place", uri=words)],
        lead_media=nm.Image("/a", alt=words, title=words, caption=words, credit=words),
        rights=nm.Rights(copyright_notice=words, license=words),
        publisher=agent,
        dateline=nm.Dateline(words),
    )
    extra = {f"a {words}"[:100]: words, "list": [words, [words, {words: words}]], "map": {"a": {words: f"a {words}"}}}
    return {
        "record": record,
        "keys of a site's own": nm.Article("a", body=["b"], extra={"markdown": extra}),
        "feed": nm.Feed(words, articles=[nm.Article(words, body=[words])]),
    }
