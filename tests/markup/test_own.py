"""Our own blocks back from their elements: visible first, the attribute for the rest, and a person's hand in it."""

import pytest

import newsmodel as nm
from newsmodel.html_layout import LAYOUTS
from newsmodel.markup import engine
from newsmodel.markup.own import may_nest, own_reader
from newsmodel.markup.reading import Read
from newsmodel.rendering.html import html

P = nm.Paragraph


def read(markup):
    report = nm.Report()
    return list(Read(own_reader, report).blocks(engine.children(engine.parse_fragment(markup)))), report


def blocks(markup):
    found, report = read(markup)
    assert nm.Report() == report
    return found


ELEMENTS = [
    ("<p>a", P("a")),
    ('<p data-newsmodel=\'{"role":"lede"}\'>a', P("a", role="lede")),
    ("<p id=x lang=de dir=ltr>a", P("a", id="x", language="de", direction="ltr")),
    ("<h3 id=x>a", nm.Heading("a", level=3, anchor="x")),
    ("<ol start=3><li>a</ol>", nm.List(["a"], ordered=True, start=3)),
    ("<ul><li data-newsmodel='{\"checked\":true}'>a</ul>", nm.List([nm.ListItem(["a"], checked=True)])),
    (
        "<blockquote cite=/s><p>a<footer class=attribution>Joe</footer></blockquote>",
        nm.Quote("a", attribution="Joe", source_url="/s"),
    ),
    ("<blockquote data-cite='javascript:x'><p>a</blockquote>", nm.Quote("a", source_url="javascript:x")),
    ("<pre><code class=language-c>a  b</code></pre>", nm.Code("a  b", programming_language="c")),
    ("<pre>a</pre>", nm.Code("a")),
    ("<figure class=code><pre>a</pre><figcaption>C</figcaption></figure>", nm.Code("a", caption="C")),
    (
        "<table><tr><th class=align-right colspan=2>a</table>",
        nm.Table([nm.Row([nm.Cell("a", header=True, colspan=2, alignment="right")])]),
    ),
    ("<table><caption>C</caption></table>", nm.Table(caption="C")),
    ('<figure><img src="data:," data-src="javascript:x" alt=A></figure>', nm.Figure(nm.Image("javascript:x", alt="A"))),
    ('<figure><img src="data:," alt=""></figure>', nm.Figure(nm.Image("", alt=""))),
    ("<figure><a class=to href=/l><img src=a alt=''></a></figure>", nm.Figure(nm.Image("a", alt=""), link="/l")),
    ("<figure><a class='file untitled' href=a.pdf>a.pdf</a></figure>", nm.Figure(nm.File("a.pdf"))),
    ("<figure><a class=file href=a.pdf>T</a></figure>", nm.Figure(nm.File("a.pdf", title="T"))),
    ("<div class=speech><p class=speaker>Ann</p><p>Hi</div>", nm.Speech("Ann", "Hi")),
    ("<div class=link-card><p class=title><a class=to href=/x>T</a></p></div>", nm.LinkCard("/x", title="T")),
    ("<div class=link-card><p class='title untitled'><a class=to href=/x>/x</a></p></div>", nm.LinkCard("/x")),
    ("<article class=live-post><time class=published datetime=2026-05-03T08:00Z>2026-05-03 08:00</time><p>a", None),
]


@pytest.mark.parametrize(("markup", "block"), ELEMENTS, ids=[markup for markup, _ in ELEMENTS])
def test_an_element_of_ours_is_read_as(markup, block):
    (found,) = blocks(markup)

    if block is None:
        assert "2026-05-03T08:00:00+00:00" == found.published.isoformat()
    else:
        assert block == found


WITH_A_HAND = [
    ("<div class=mine>a</div>", [P("a")]),
    ("<section>a</section>", [P("a")]),
    ("<article>a</article>", [P("a")]),
    ("<div class='speech mine extra'><p class=speaker>Ann</p>Hi</div>", [nm.Speech("Ann", "Hi")]),
    ("<p class=speech>a", [P("a")]),
    ("<ul>loose<li>a<p>x</p></ul>", [nm.List(["loose", nm.ListItem(["a", "x"])])]),
    ("<dl><dd>alone</dl>", [nm.DefinitionList([nm.Definition("", ["alone"])])]),
    ("<dl>loose<dt>t<dd>d</dl>", [nm.DefinitionList([nm.Definition("", ["loose"]), nm.Definition("t", ["d"])])]),
    ("<aside><h3>T</h3>a</aside>", [nm.Aside(["a"], title="T")]),
    ("<figure><video src=v></video></figure>", [nm.Figure(nm.Video("v"))]),
    ("<figure>a</figure>", [P("a")]),
    ("<figure class=code>a</figure>", [P("a")]),
    ("<div class=gallery><p>a</p></div>", [nm.Gallery(), P("a")]),
    ("<div class=link-list>a</div>", [nm.LinkList(), P("a")]),
    ("<div class=timeline>a</div>", [nm.Timeline(), P("a")]),
    ("<div class=unknown-block><p>a</div>", [P("a")]),
    ("<div class=placeholder hidden></div>", []),
    ("<blockquote><footer>Joe</footer>a</blockquote>", [nm.Quote(["Joe", "a"])]),
]


@pytest.mark.parametrize(("markup", "expected"), WITH_A_HAND, ids=[markup for markup, _ in WITH_A_HAND])
def test_what_a_person_made_of_it_keeps_its_words(markup, expected):
    assert expected == read(markup)[0]


def test_an_event_out_of_its_timeline_is_flattened_with_a_loss():
    found, report = read(html.render(nm.TimelineEvent("Then", ["it rained"])))

    assert "Then\n\nit rained" == nm.plain_text(tuple(found))
    assert [("timeline-event", "flattened")] == [(loss.code, loss.effect) for loss in report.losses]


@pytest.mark.parametrize("cls", LAYOUTS, ids=lambda cls: cls.type)
def test_an_empty_element_of_the_newsrooms_breaks_nothing(cls):
    tag = LAYOUTS[cls].tag
    found, _ = read(f"<{tag} class={cls.type}></{tag}><p>after")

    assert P("after") == found[-1]


@pytest.mark.parametrize(
    ("markup", "nests"),
    [
        ("<div class=editor-note>", True),
        ("<article class=live-post>", True),
        ("<blockquote>", True),
        ("<blockquote class=pull-quote>", False),
        ("<div class=gallery>", False),
        ("<div class=timeline-event>", False),
        ("<div>", False),
        ("<figure>", False),
        ("<figure><figure>", True),
        ("<figure class=embed>", True),
        ("<p>", False),
        ("<ul>", True),
    ],
)
def test_an_element_nests_if_it_makes_a_container(markup, nests):
    assert nests == may_nest(engine.children(engine.parse_fragment(markup))[0])
