"""What is set apart in anyone's HTML."""

import pytest
from tests.markup.fragments import blocks

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read

P = nm.Paragraph

CASES = [
    ("<aside><h3>T</h3><p>a</aside>", [nm.Aside(["a"], title="T")]),
    ("<aside><div><h3>T</h3><p>a</div></aside>", [nm.Aside(["a"], title="T")]),
    ("<aside>a</aside>", [nm.Aside(["a"])]),
    ("<aside><h3>T</h3></aside>", [P("T")]),
    ("<aside> </aside>", []),
    ("<details><summary>T</summary>a</details>", [nm.Aside(["a"], title="T", kind="details")]),
    ("<div class=c-factbox><h2>T</h2><ul><li>a</ul></div>", [nm.Aside([nm.List(["a"])], title="T", kind="factbox")]),
    ("<aside class=info-box>a</aside>", [nm.Aside(["a"], kind="infobox")]),
    ("<section class=key-takeaways>a</section>", [nm.Aside(["a"], kind="key-takeaways")]),
    ("<p class=factbox>a", [P("a")]),
    (
        "<div class=fact-box><div class=fact-box__title>T</div><div class=fact-box__content><p>a</p></div></div>",
        [nm.Aside(["a"], title="T", kind="factbox")],
    ),
    (
        "<div class=infobox_infobox__x><div class=infobox_left><p class=infobox_title>T</p></div>"
        "<div class=infobox_text><p>a</p></div></div>",
        [nm.Aside(["a"], title="T", kind="infobox")],
    ),
    ("<div class=factbox><header><h3>T</h3></header><p>a</div>", [nm.Aside(["a"], title="T", kind="factbox")]),
    ("<div class=factbox><p><strong>T</strong></p><p>a</div>", [nm.Aside(["a"], title="T", kind="factbox")]),
    (
        "<div class=factbox><b>Once</b> it was.</div>",
        [nm.Aside([P([nm.Span("Once", marks=["strong"]), " it was."])], kind="factbox")],
    ),
    ("<div class=factbox><p class=heading>a</p></div>", [nm.Aside(["a"], kind="factbox")]),
    ("<div class='has-infobox'><p>a<div class=infobox>b</div></div>", [P("a"), nm.Aside(["b"], kind="infobox")]),
    (f"<div class=infobox-page><p>{'a' * 7000}</div>", [P("a" * 7000)]),
    ("<aside>a<cite>Joe</cite></aside>", [nm.PullQuote("a", attribution="Joe")]),
    ("<aside><q>a</q></aside>", [nm.PullQuote([nm.Span("a", marks=["quotation"])])]),
    ("<aside><blockquote>a</blockquote><footer>Joe</footer></aside>", [nm.PullQuote("a", attribution="Joe")]),
    (
        "<aside><p>a <cite>b</cite></p></aside>",
        [nm.Aside([P(["a ", nm.Span("b", marks=["emphasis"])])])],
    ),
    ("<aside><figure><img src=a></figure></aside>", [nm.Figure(nm.Image("a"))]),
    (
        "<p class=correction>It <b>was</b> so.",
        [nm.Correction(["It ", nm.Span("was", marks=["strong"]), " so."], kind="correction")],
    ),
    (
        "<div class=article-correction><h4>Correction</h4><p>It was so.</div>",
        [nm.Correction(["Correction", nm.LineBreak(), "It was so."], kind="correction")],
    ),
    ("<div class=clarification>a</div>", [nm.Correction("a", kind="clarification")]),
    (f"<div class=has-correction><p>{'a' * 2000}</div>", [P("a" * 2000)]),
    ("<div class=correction><article>a</article></div>", [P("a")]),
    ("<h2 class=correction>a</h2>", [nm.Heading("a")]),
    ("<div class=editors-note><p>a<p>b</div>", [nm.EditorNote(["a", "b"])]),
    ("<p class=editor-note>a", [nm.EditorNote("a")]),
    ("<div class=editor-note></div><p class=correction></p>", []),
    (
        "<div class=schema-faq><div class=schema-faq-section><strong class=schema-faq-question>Why?</strong>"
        "<p class=schema-faq-answer>So.</p></div></div>",
        [nm.QuestionAndAnswer("Why?", answer="So.")],
    ),
    (
        "<div class=rank-math-list-item><h3 class=rank-math-question>Why?</h3><div class=rank-math-answer>"
        "<p>So.</p></div></div>",
        [nm.QuestionAndAnswer("Why?", answer="So.")],
    ),
    ("<div class=schema-faq-section>a</div>", [P("a")]),
    (
        "<div class=kg-callout-card><div class=kg-callout-emoji>i</div><div class=kg-callout-text>a</div></div>",
        [nm.Aside(["a"], kind="callout")],
    ),
    (
        "<div class='kg-card kg-toggle-card'><div class=kg-toggle-heading><h4 class=kg-toggle-heading-text>T</h4>"
        "<button><svg></svg></button></div><div class=kg-toggle-content><p>a</p></div></div>",
        [nm.Aside(["a"], title="T", kind="details")],
    ),
    (
        "<figure class=kg-bookmark-card><a class=kg-bookmark-container href=/x><div class=kg-bookmark-content>"
        "<div class=kg-bookmark-title>T</div><div class=kg-bookmark-description>D</div><div class=kg-bookmark-metadata>"
        "<img class=kg-bookmark-icon src=i><span class=kg-bookmark-author>A</span></div></div>"
        "<div class=kg-bookmark-thumbnail><img src=t></div></a></figure>",
        [nm.LinkCard("/x", title="T", description="D", image=nm.Image("t"))],
    ),
    (
        "<div class=kg-bookmark-card><a href=/x><p class=kg-bookmark-title>T</p><img class=kg-bookmark-icon src=i></a>",
        [nm.LinkCard("/x", title="T")],
    ),
    ("<p class=has-drop-cap>The", [P("The", drop_cap=True)]),
    ("<p class=has-drop-cap></p>", []),
    ("<p><span class=dropcap>T</span>he <b>b</b>", [P(["The ", nm.Span("b", marks=["strong"])])]),
    ("<pre class=wp-block-verse>a\n  b</pre>", [P(["a", nm.LineBreak(), "b"])]),
    ("<pre class=wp-block-verse>a<br>b</pre>", [P(["a", nm.LineBreak(), "b"])]),
    ("<p>a <math alttext='x=1'><mi>x</mi></math> b", [P("a x=1 b")]),
    ("<p>a <math><mi>x</mi><mo>=</mo><mn>1</mn></math> b", [P("a x=1 b")]),
    (
        "<p>a <span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation "
        "encoding=application/x-tex>x^2</annotation></semantics></math></span><span class=katex-html>x2</span></span>",
        [P("a x^2")],
    ),
    ("<ul class=wp-block-latest-posts><li>a</ul><div class=wp-block-social-links>b</div>c", [P("c")]),
    (
        "<p>a <a href=/x>b<span class=sr-only> opens a window</span></a>",
        [P(["a ", nm.Span("b", marks=[nm.Link("/x")])])],
    ),
    ("<p>a <span hidden>b</span><span style='color:red; display: none'>c</span>d", [P("a d")]),
    ("<aside><hr></aside>", []),
    ("<p>a<span class='x br'></span>b<span class=br>c</span>", [P(["a", nm.LineBreak(), "bc"])]),
    *(
        (
            f"<p><a href=/x>a<span class='{name}'> (opens a window)</span></a>",
            [P([nm.Span("a", marks=[nm.Link("/x")])])],
        )
        for name in ("u-visually-hidden", "visuallyhidden", "h-offscreen", "c-link__hidden", "Link_hidden__PWl4F")
    ),
    *(
        (f"<p>a<span class='{name}'> b</span>", [P("a b")])
        for name in ("overflow-hidden", "md:hidden", "not-sr-only", "sr-only-focusable", "hidden")
    ),
    ("<h2 class='x screen-reader-text'>Post navigation</h2><p class=sr-only-focusable>b", [P("b")]),
    ("<figure><img src=a><button>Open</button></figure><button>a</button>", [nm.Figure(nm.Image("a")), P("a")]),
    (
        "<figure class=kg-video-card><div class=kg-video-container><video src=v></video><div class=kg-video-overlay>"
        "</div><div class=kg-video-player-container><div class=kg-video-player>0:00</div></div></div></figure>",
        [nm.Figure(nm.Video("v"))],
    ),
    (
        "<div class=kg-audio-card><div class=kg-audio-player-container><audio src=s></audio><div class=kg-audio-title>T"
        "</div><div class=kg-audio-player><span>0:00</span></div></div></div>",
        [nm.Figure(nm.Audio("s", title="T"))],
    ),
    (
        "<amp-accordion><section><h4>T</h4><p>a</p></section><section><h4>U</h4><p>b</p></section></amp-accordion>",
        [nm.Aside(["a"], title="T", kind="details"), nm.Aside(["b"], title="U", kind="details")],
    ),
    ("a<amp-fit-text>b</amp-fit-text>c<amp-list><div placeholder>x</div></amp-list>", [P("a"), P("b"), P("c")]),
    ("<ul class=op-related-articles title=R><li><a href=/x>a</a></ul>", []),
    ("<div class='wp-block-group'><div class=wp-block-columns><p>a</div></div>", [P("a")]),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup[:90] for markup, _ in CASES])
def test_what_is_set_apart_is_read_from(markup, expected):
    assert expected == blocks(markup)


def test_what_is_no_part_of_the_article_is_told_to_one_who_asks():
    report = nm.Report()
    markup = "<div class=wp-block-search>Search</div><iframe src=//x.doubleclick.net/a></iframe>"
    Read(reader, report, explain=True).blocks(engine.children(engine.parse_fragment(markup)))

    assert ["left-out", "left-out"] == [each.code for each in report.diagnostics]
    assert "Search" in report.diagnostics[0].message
