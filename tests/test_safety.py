"""Hostile input: no reader raises anything but FormatError, and nothing that a page held can run in a page of ours."""

import json
import re
from collections.abc import Iterator
from time import process_time

import pytest
from ada_url import URL
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import newsmodel as nm
from newsmodel import registry
from newsmodel.markup.engine import children, elements, parse_fragment, tag
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read
from newsmodel.page.survey import PHRASING
from newsmodel.strategies import articles
from newsmodel.strategies.strings import BAD_URLS, PIECES

READERS = [format.name for format in registry.every() if format.parse]
PAGE = nm.to_html(
    nm.Article(
        "The bridge", language="en", body=["It is open.", nm.Quote("Ten years."), nm.Figure(nm.Image("a.jpg", alt="A"))]
    )
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xdb\x00\x43" + bytes(range(256)) * 40

# --- bad input -------------------------------------------------------------------------------------------------------

MANY = 1_000_000
BAD_INPUT = {
    "nothing": b"",
    "space": b" \n\t ",
    "a byte order mark": b"\xef\xbb\xbf",
    "a NUL byte": b"\0",
    "NUL bytes": b"\0" * 10_000,
    "a page with NUL bytes": PAGE.replace(" ", "\0").encode(),
    "a JPEG": JPEG,
    "a page in UTF-16": PAGE.encode("utf-16"),
    "a page in UTF-32": PAGE.encode("utf-32"),
    "a page in Latin-1": PAGE.replace("open", "öffnet").encode("latin-1", "replace"),
    "text in Shift_JIS": "記者会見で発表した。".encode("shift_jis"),
    "bytes that are no UTF-8": b"\xc3\x28\xa0\xa1\xe2\x28\xa1\xf0\x28\x8c\x28 words and words",
    "lone surrogates in UTF-8": b"<p>a\xed\xa0\x80b</p>",
    "lone surrogates in JSON": b'{"newsmodel":"1","type":"article","headline":"a\\ud800b"}',
    "a lone surrogate in a str": "<p>a\ud800b</p>",
    "a million brackets": b"[" * MANY,
    "a million objects": b'{"a":' * MANY,
    "a million brackets in a document": b'{"newsmodel":"1","type":"article","extra":{"x":' + b"[" * MANY,
    "closed brackets": b"[" * MANY + b"]" * MANY,
    "a huge number": b'{"newsmodel":"1","type":"article","urgency":' + b"9" * MANY + b"}",
    "a huge exponent": b'{"newsmodel":"1","type":"article","urgency":1e' + b"9" * 400 + b"}",
    "not a number": b'{"newsmodel":"1","type":"article","extra":{"x":NaN}}',
    "duplicate keys": b'{"newsmodel":"1","type":"article","headline":"a","headline":"b"}',
    "half a document": nm.to_json(nm.Article("x", body=["y"])).encode()[:-7],
    "elements 100,000 deep": b"<div>" * 100_000 + b"words",
    "lists 20,000 deep": b"<ul><li>" * 20_000 + b"words",
    "marks 20,000 deep": b"<p>" + b"<b>" * 20_000 + b"words",
    "quotes 100,000 deep": b"> " * 100_000 + b"words",
    "one endless tag": b"<p " + b"a=1 " * 200_000,
    "one endless attribute": b'<p title="' + b"a" * MANY,
    "many open comments": b"<!--" * 100_000,
    "many entities": b"&amp" * 200_000,
    "our own elements, deep": b'<article class="newsmodel article"><div class="body">'
    + b'<div class="editor-note">' * 20_000
    + b"words",
    "our own attribute, deep": b"<article class='newsmodel article' data-newsmodel='" + b"[" * MANY + b"'>x",
    "a wild front matter": b"---\n" + b"a: &a [" * 10_000 + b"\n---\nwords",
}


def polite(name: str, data: bytes | str) -> bool:
    """Whether reading gives a document or an error that names the format; any other error is raised."""
    try:
        return isinstance(nm.parse_feed(data, name), nm.Feed)
    except nm.FormatError as error:
        return error.format == name and bool(str(error))


@pytest.mark.parametrize("what", BAD_INPUT)
@pytest.mark.parametrize("name", READERS)
def test_bad_input_is_a_format_error_or_a_document(name, what):
    start = process_time()

    assert polite(name, BAD_INPUT[what])
    assert process_time() - start < 30  # of its own work; what is quadratic takes far longer


@pytest.mark.parametrize("name", READERS)
@given(st.data())
def test_a_truncated_or_damaged_page_is_a_format_error_or_a_document(name, data):
    text = (
        PAGE
        if name == "html"
        else nm.to_json(nm.from_html(PAGE))
        if name == "json"
        else nm.render(nm.from_html(PAGE), "text")
    )
    source = text.encode()
    cut = data.draw(st.integers(0, len(source)))
    put = data.draw(st.sampled_from([b"", b"\0", b"\xff", b"<", b'"', b"\n", b"&#0;", b"{", b"]"]))

    assert polite(name, source[:cut] + put)
    assert polite(name, source[:cut] + put + source[cut + 3 :])


@pytest.mark.parametrize("name", READERS)
def test_no_reader_keeps_a_character_that_the_model_refuses(name):
    for text in ("<p>a\x00b\x01c\ufffed and words</p>", "a\x00b\x01c\ufffed and words\n\nmore words"):
        try:
            feed = nm.parse_feed(text, name)
        except nm.FormatError:
            continue
        assert feed == nm.from_json(nm.to_json(feed, internal=True))


def test_a_jpeg_that_is_named_html_is_refused(tmp_path):
    path = tmp_path / "photo.html"
    path.write_bytes(JPEG)

    with pytest.raises(nm.FormatError, match="binary file"):
        nm.read(path)
    with pytest.raises(nm.FormatError, match="binary file"):
        nm.read(path, "html")


@pytest.mark.parametrize("name", [format.name for format in registry.every() if format.render])
def test_a_file_is_whole_or_not_there(name, tmp_path, monkeypatch):
    format = registry.get(name)
    path = tmp_path / f"old{format.suffixes[0] if format.suffixes else '.x'}"
    path.write_bytes(b"old")

    def fails(*_args, **_options):
        raise ZeroDivisionError

    import attrs

    registry.register_format(attrs.evolve(format, render=fails), replace=True)
    try:
        with pytest.raises(ZeroDivisionError):
            nm.write(nm.Article("x"), path, name)
        with pytest.raises(ZeroDivisionError):
            nm.write(nm.Article("x"), tmp_path / "new", name)
    finally:
        registry.unregister_format(name)
    assert {path.name: b"old"} == {each.name: each.read_bytes() for each in tmp_path.iterdir()}


# --- nothing runs ----------------------------------------------------------------------------------------------------

FORBIDDEN = {"script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "textarea"}
FORBIDDEN |= {"select", "svg", "math", "base", "meta", "link", "template", "noscript", "portal", "plaintext", "xmp"}
HEAD = {"meta", "link", "style", "title"}
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "cite",
    "background",
    "xlink:href",
    "ping",
    "longdesc",
}
DATA_IMAGE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)


def dangers(page: str) -> list[str]:
    """What another parser than ours finds in a page that could run, load or submit something."""
    found = []
    for node in LexborHTMLParser(page).root.traverse():
        in_head = node.parent is not None and node.parent.tag == "head"
        ours = (in_head and node.tag in HEAD) or (
            in_head and node.tag == "script" and node.attributes == {"type": "application/ld+json"}
        )
        if node.tag in FORBIDDEN and not ours:
            found.append(f"<{node.tag}>")
        found += [
            f"{node.tag} {name}={value}" for name, value in node.attributes.items() if _runs(name, value, node.tag)
        ]
    return found


def _runs(name: str, value: str | None, tag: str) -> bool:
    if name == "srcset":
        return any(not _harmless(part.split()[0], "img") for part in (value or "").split(", "))
    return (
        name.startswith("on") or name in {"style", "srcdoc"} or (name in ADDRESSES and not _harmless(value or "", tag))
    )


def _harmless(url: str, tag: str) -> bool:
    try:
        protocol = URL(url, "https://base.example/").protocol
    except ValueError:  # what no browser can parse, no browser follows
        return True
    image = tag != "a" and (url == "data:," or DATA_IMAGE.match(url) is not None)
    return protocol in {"http:", "https:", "mailto:", "tel:"} or (protocol == "data:" and image)


@pytest.mark.parametrize(
    "page",
    [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href='JaVa\tscript:x'>",
        "<a href='data:text/html,x'>",
        "<a href='data:image/png;base64,x'>",
        "<img src='data:image/svg+xml,x'>",
        "<video poster=vbscript:x>",
        "<img srcset='a.png 1x, javascript:x 2x'>",
        "<iframe></iframe>",
        "<svg></svg>",
        "<p style=x>",
    ],
)
def test_the_oracle_sees(page):
    assert dangers(f"<!DOCTYPE html><body>{page}")


def payloads(samples) -> list[dict]:
    found = json.loads((samples / "hostile-html" / "payloads.json").read_text("utf-8"))
    assert len(found) > 500
    return found


def foreign_page(payload: str) -> str:
    return (
        "<!DOCTYPE html><html lang=en><head><title>The bridge</title></head><body><article><h1>The bridge</h1>"
        "<p>Before it stands a paragraph of some length, which has words enough to be one.</p>"
        f"{payload}<p>After it stands another paragraph, which is long enough to be one as well.</p>"
        "</article></body></html>"
    )


def test_no_payload_runs_from_the_body_of_a_page(samples):
    running = {}
    for each in payloads(samples):
        article = nm.parse(foreign_page(each["payload"]), "html", url="https://news.example/a")
        for options in ({}, {"clean": True}, {"fragment": True}):
            if found := dangers(nm.to_html(article, **options)):
                running[each["id"]] = found

    assert {} == running


def test_no_payload_runs_from_the_body_of_a_comment(samples):
    running = {}
    for each in payloads(samples):
        body = nm.parse(foreign_page(each["payload"]), "html").body
        words = nm.Comment(id=clean(each["payload"][:40]) or "x", author=clean(each["payload"][:200]), body=body)
        article = nm.Article("x", comments=nm.CommentThread([words]))
        if found := dangers(nm.to_html(article)):
            running[each["id"]] = found

    assert {} == running


def test_no_payload_runs_as_a_string_in_any_field(samples):
    running = {}
    for each in payloads(samples):
        text = clean(each["payload"])
        article = nm.Article(
            text,
            section=nm.Section(text, text),
            canonical_url=text,
            language=text,
            byline=text,
            lead_media=nm.Image(text, alt=text, title=text, caption=text),
            body=[
                nm.Paragraph([nm.Span(text, marks=[nm.Link(text, title=text)])], role=text, id=text),
                nm.Code(text, programming_language=text),
                nm.Embed(text, title=text, html=text),
                nm.RawBlock("html", text),
                nm.LinkCard(text, title=text, image=nm.Image(text)),
            ],
            share_actions=[nm.ShareAction(text, url=text, label=text)],
        )
        if found := dangers(nm.to_html(article)):
            running[each["id"]] = found

    assert {} == running


def clean(text: str) -> str:
    from newsmodel.alphabet import clean

    return clean(text)


# Text that a browser shows in a control, or not at all; the rest of a benign payload must survive.
UNSHOWN = "script, style, template, noscript, textarea, button, select, option, svg, math, title, iframe, object, head"
UNSHOWN += ", audio, video"


def benign(samples) -> Iterator[tuple[str, str, set[str]]]:
    """The payloads that do no harm: name, markup, and the words that a browser shows of it."""
    for each in payloads(samples):
        if "benign-or-other" in each["classes"]:
            shown = LexborHTMLParser(f"<body>{each['payload']}")
            for node in shown.css(UNSHOWN):
                node.decompose()
            words = shown.body.text(separator=" ") if shown.body else ""
            yield each["id"], each["payload"], set(re.findall(r"\w+", words))


def test_benign_words_survive_wherever_they_stand(samples):
    lost = {}
    for name, payload, words in benign(samples):
        read = Read(reader, nm.Report())
        kept = nm.plain_text(nm.Article(body=read.blocks(children(parse_fragment(payload)))))
        if missing := [word for word in sorted(words) if word not in kept]:
            lost[name] = missing

    assert {} == lost


def test_benign_words_survive_in_a_sentence_of_a_page(samples):
    # Alone on a line, "link text" is what stands around an article; in a sentence it is part of it.
    lost, count = {}, 0
    for name, payload, words in benign(samples):
        if all(tag(each) in PHRASING for each in elements(parse_fragment(payload))):
            sentence = f"<div>She had written to the council that they say {payload} and that nobody had asked.</div>"
            kept = nm.plain_text(nm.parse(foreign_page(sentence), "html"))
            count += 1
            if missing := [word for word in sorted(words) if word not in kept]:
                lost[name] = missing

    assert {} == lost
    assert count > 100


@given(articles("hostile"))
def test_no_article_at_all_runs(article):
    assert [] == dangers(nm.to_html(article))
    assert [] == dangers(nm.to_html(article, clean=True))


@pytest.mark.parametrize("url", BAD_URLS)
def test_an_unsafe_link_is_written_inert_and_read_back(url):
    article = nm.Article(
        "x", body=[nm.Paragraph([nm.Span("x", marks=[nm.Link(url)])]), nm.Figure(nm.Image(url, alt=""))]
    )
    page = nm.to_html(article)

    assert [] == dangers(page)
    assert article == nm.from_html(page)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_soup_runs(markup):
    try:
        article = nm.parse_feed(foreign_page(markup), "html")
    except nm.FormatError:
        return

    assert [] == dangers(nm.to_html(article))
