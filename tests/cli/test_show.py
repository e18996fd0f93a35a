from datetime import datetime

import newsmodel as nm
from newsmodel import registry
from newsmodel.format import Format

at = datetime.fromisoformat

ARTICLE = nm.Article(
    "The harbour reopens",
    section=nm.Section("Shipping"),
    standfirst="After a year",
    byline="By Ann Lee",
    dates=nm.Dates(
        published=at("2026-05-03T14:05:00+02:00"),
        modified=at("2026-05-04T09:00:00Z"),
    ),
    lead_media=nm.Image("boat.jpg", caption="A boat", credit="Photo: Joe Wu"),
    body=[
        nm.Heading("How it began"),
        nm.Paragraph(["It is ", nm.Span("open", marks=["strong"]), ".", nm.FootnoteReference("n1")]),
        nm.List(["one", nm.ListItem([nm.Paragraph("two"), nm.List(["nested"])]), nm.ListItem(["done"], checked=True)]),
        nm.Quote("We waited.", attribution="The pilot"),
        nm.PullQuote("Nobody slept"),
        nm.Code("if True:\n\tsail()"),
        nm.Table([nm.Row(["Ann", "4"])], head=[nm.Row(["Name", "Boats"])], caption="Boats by owner"),
        nm.Table([nm.Row([str(number) for number in range(30)])]),
        nm.Embed("https://video.example/1", provider="youtube", caption="A film"),
        nm.Aside(["Facts."], kind="factbox", title="In brief"),
        nm.Speech("ANN", ["Hello."]),
        nm.QuestionAndAnswer("Why?", ["Because."]),
        nm.LivePost(["It is done."], title="Open", published=at("2026-05-03T14:05:00Z"), key_event=True),
        nm.Placeholder("advertisement"),
        nm.RawBlock(format="html", content="<b>"),
        nm.UnknownBlock(format="ninjs", name="poll", fallback=[nm.Paragraph("A poll.")]),
        nm.Divider(),
        nm.Gallery([nm.Image("a.jpg", alt="A gull")]),
        nm.Review("The ferry", rating=nm.Rating(4, best=5)),
    ],
    notes=[nm.Footnote(["A note."], id="n1", label="1")],
    comments=nm.CommentThread([nm.Comment(id="1", body="Good")], declared=34),
    share_actions=["facebook", "x"],
)

EXPECTED = """\
Shipping
The harbour reopens
After a year
By Ann Lee
published 3 May 2026, 14:05 +02:00
updated 4 May 2026, 09:00 UTC

[image] A boat Photo: Joe Wu
boat.jpg

How it began

It is open.[1]

• one
• two
  • nested
[x] done

    We waited.

    — The pilot

    ❝ Nobody slept ❞

    if True:
        sail()

Name   Boats
Ann    4
Boats by owner

0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 |
18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29

[youtube] https://video.example/1

A film

[factbox] In brief
    Facts.

ANN:
    Hello.

[question-and-answer]
  Why?

  Because.

3 May 2026, 14:05 UTC [key event]
Open

It is done.

[advertisement]

[raw html, 3 characters]

[ninjs: poll]
  A poll.

* * *

[gallery]
  [image] A gull
  a.jpg

[review]
  The ferry

  4/5

[1]
    A note.

"""


def _held(document):
    """A format that always reads *document*."""
    return Format(name="held", title="Held", parse=lambda data, report: document)


def _show(run, document, *arguments, **variables):
    registry.register_format(_held(document), replace=True)
    try:
        return run("show", "-f", "held", *arguments, stdin="x")
    finally:
        registry.unregister_format("held")


def test_an_article_is_shown_kind_by_kind(run):
    shown = _show(run, ARTICLE).stdout

    assert EXPECTED == shown[: len(EXPECTED)]
    assert "read as held · 71 words · 1 comment of the 34 declared · share: facebook, x\n" == shown[len(EXPECTED) :]


def test_what_is_no_terminal_gets_no_escape_sequences(run):
    assert "\x1b" not in _show(run, ARTICLE).stdout


def test_a_terminal_gets_styles_and_links(run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    linked = nm.Paragraph([nm.Span("here", marks=[nm.Link("https://example.org/")])])
    shown = _show(run, nm.Article("Headline", body=[linked])).stdout

    assert "\x1b[1mHeadline\x1b[0m" in shown
    assert "https://example.org/" in shown


def test_a_link_that_a_terminal_should_not_open_is_not_clickable(run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    linked = nm.Paragraph([nm.Span("here", marks=[nm.Link("file:///etc/passwd"), "strong"])])

    assert "passwd" not in _show(run, nm.Article("Headline", body=[linked])).stdout


def test_no_color_leaves_colours_out(run, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    code = nm.Article("Headline", body=[nm.Code("sail()")])

    assert "\x1b[36m" in _show(run, code).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in _show(run, code).stdout


def test_words_cannot_command_the_terminal(run):
    hostile = nm.Article("\x9b2J [bold]not markup[/bold] :smile:", body=[nm.Code("\x9d0;title\x9c")])
    shown = _show(run, hostile).stdout

    assert not {"\x1b", "\x9b", "\x9c", "\x9d"} & set(shown)
    assert "[bold]not markup[/bold] :smile:" in shown


def test_containers_that_nest_deep_keep_room_for_their_words(run):
    block = nm.Paragraph("deep inside")
    for _ in range(64):
        block = nm.Quote([block])

    assert "\n                        deep inside\n" in _show(run, nm.Article(body=[block])).stdout


def test_a_feed_is_shown_as_its_headlines(run):
    feed = nm.Feed("Front page", articles=[ARTICLE, nm.Article("Second", canonical_url="https://example.org/2")])
    shown = _show(run, feed).stdout

    assert shown.startswith("Front page\n\nThe harbour reopens\n")
    assert "Second\nhttps://example.org/2\n" in shown
    assert "2 articles" in shown


def test_what_reading_lost_stands_below_the_article(run, folder):
    (folder / "a.toy").write_text("TOY Harbour\n! loud\n")

    assert "a.toy: 1 loss\n  1 x exclamation dropped, at $.body, line 2\n" in run("show", "a.toy").stdout
    assert "note: loud: an exclamation was left out" in run("show", "a.toy", "-v").stdout


def test_a_file_that_cannot_be_read_fails_with_nothing_shown(run):
    result = run("show", "missing.toy")

    assert (1, "", "missing.toy: No such file or directory\n") == (result.exit_code, result.stdout, result.stderr)
