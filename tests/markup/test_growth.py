"""What a parser would multiply: found before it is too much, simplified, and said; real pages are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import limits
from newsmodel.markup import engine, growth
from newsmodel.report import Report

MANY = 3000
OPEN = {
    "each in a paragraph": "".join(f"<p><b a={number}>x" for number in range(MANY)),
    "each in a division that ends": "".join(f"<div><font color='{number}'>x</div>" for number in range(MANY)),
    "first many, then paragraphs": "".join(f"<p><i a={number}>" for number in range(200)) + "<p>x" * MANY,
    "out of a table": "<table>" + "".join(f"<strike a={number}>x<tr>" for number in range(MANY)),
    "quoted badly": "".join(f'<p><code a"{number}>x' for number in range(MANY)),
    "with the sign of an end inside": "".join(f'<p><em a=">{number}">x' for number in range(MANY)),
    "in capitals": "".join(f"<P><B\nA={number}>x" for number in range(MANY)),
    "closed in a comment": "".join(f"<p><b a={number}>x<!--</b>-->" for number in range(MANY)),
    "closed in an attribute": "".join(f"<p><b a={number} c='</b>'>x" for number in range(MANY)),
}


def elements(root):
    return len(list(engine.elements(root)))


@pytest.mark.parametrize("kind", OPEN)
@pytest.mark.parametrize("parse", [engine.parse, lambda text, report: engine.parse_fragment(text, report=report)])
def test_formatting_that_is_left_open_is_read_as_plain_words_with_a_loss(kind, parse):
    report = Report()
    root = parse(OPEN[kind], report)

    assert [("formatting-left-open", "flattened")] == [(loss.code, loss.effect) for loss in report.losses]
    assert elements(root) <= growth.most_elements(OPEN[kind])
    assert engine.text_content(root).count("x") >= MANY


@pytest.mark.parametrize("kind", OPEN)
def test_no_parse_on_the_way_is_far_beyond_the_limit(kind, monkeypatch):
    sizes = []

    def counted(text):
        sizes.append(elements(root := parsed(text)))
        return root

    parsed = engine._parsed_text
    monkeypatch.setattr(engine, "_parsed_text", counted)
    engine.parse(OPEN[kind])

    assert max(sizes) <= (growth._AHEAD + 1) * growth.most_elements(OPEN[kind])
    assert len(sizes) <= 60


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "iso-2022-jp"])
def test_in_an_encoding_that_cannot_be_simplified_it_is_refused(encoding):
    mark = "\ufeff" if encoding == "utf-16-be" else "<meta charset=iso-2022-jp><\x1b(Bp>" if "2022" in encoding else ""
    between = "\x1b(B" if "2022" in encoding else ""
    opened = "".join(f"<p><{between}b a={number}>x" for number in range(MANY))
    roots = "".join(f"<{between}html a{number}>x" for number in range(MANY))

    for page, limit in ((opened, "html_elements"), (roots, "html_roots")):
        with pytest.raises(nm.FormatError, match=limit):
            engine.parse((mark + page).encode(encoding))


@pytest.mark.parametrize("name", ["html", "body"])
def test_roots_beyond_a_hundred_are_passed_over_with_a_diagnostic(name):
    report = Report()
    page = "<html lang=en><body>" + "".join(f"<{name} a{number}=1>x" for number in range(MANY))
    root = engine.find(engine.parse(page, report), name)

    assert ["root-repeated"] == [each.code for each in report.diagnostics]
    assert 0 < len(engine.attributes(root)) <= 100
    assert "x" * MANY == engine.text_content(root)


HONEST = {
    "formatting that ends": "".join(f"<p><b a={number}>x</b>" for number in range(MANY)),
    "alike, left open": "<p><b>x" * MANY,
    "links left open": "".join(f"<p><a href=/{number}>x" for number in range(MANY)),
    "nested": "".join(f"<b a={number}>" for number in range(400)) + "<p>x" * MANY,
    "misnested": "<b>x<i>y</b>z</i>" * MANY,
    "tables": "<table><tr><td><font size=1>x</table>" * MANY,
    "one root": "<html a=1><body b=2>" + "<p>x" * MANY,
}


@pytest.mark.parametrize("kind", HONEST)
def test_what_does_not_grow_is_left_alone(kind):
    report = Report()
    root = engine.parse(HONEST[kind], report)

    assert ([], []) == (report.losses, report.diagnostics)
    assert str(engine._parsed_text(HONEST[kind])) == str(root)
    assert elements(engine._parsed_text(HONEST[kind])) == elements(root)


def test_real_pages_are_left_alone(samples):
    for path in sorted(samples.rglob("*.html")):
        report, page = Report(), path.read_bytes()
        engine.parse(page, report)

        assert ([], []) == (report.losses, report.diagnostics), path


def test_the_limits_can_be_raised_and_lowered():
    page = "".join(f"<p><b a={number}>x" for number in range(100))
    report = Report()
    with limits.allow(html_elements=100):
        engine.parse(page, report)

    assert report.clean
    with limits.allow(html_elements=0), pytest.raises(nm.FormatError, match="html_elements"):
        engine.parse("<p>x" * MANY)
    with pytest.raises(TypeError):
        limits.allow(pages=1).__enter__()
    assert limits.Limits() == limits.current()


def test_a_comment_that_grows_does_not_cost_the_thread_its_other_comments():
    hostile, report = OPEN["each in a paragraph"], Report()
    data = nm.render(
        nm.Article(comments=nm.CommentThread([nm.Comment(id=each, body="w") for each in "12"])), "commento"
    )
    found = nm.parse(data.replace('"html":"<p>w</p>"', f'"html":"{hostile}"', 1), "commento", report=report)

    assert ["1", "2"] == [comment.id for comment in found.comments]
    assert ["formatting-left-open"] == [loss.code for loss in report.losses]


tags = st.sampled_from(["b", "i", "font", "p", "div", "td", "table", "object", "a", "svg", "template", "select"])
pieces = st.builds("<{} a={}>".format, tags, st.integers(0, 9)) | st.builds("</{}>".format, tags) | st.just("x")


@given(st.lists(pieces, max_size=12), st.lists(pieces, max_size=8))
def test_whatever_is_repeated_stays_within_its_limit(before, repeated):
    page = "".join(before) + "".join(repeated) * 300
    steps = [elements(engine._parsed_text(page[:length])) for length in growth.looks(page)]

    assert all(step <= (growth._AHEAD + 1) * growth.most_elements(page) for step in steps)
    assert elements(engine.parse(page)) <= growth.most_elements(page)
