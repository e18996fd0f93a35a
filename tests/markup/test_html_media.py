"""Figures, galleries, films and sound in anyone's HTML."""

import pytest
from tests.markup.fragments import blocks

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read

P = nm.Paragraph


def image(*args, **fields):
    return [nm.Figure(nm.Image(*args, **fields))]


CASES = [
    (
        "<figure><img src=a alt=''><figcaption>C <b>d</b></figcaption></figure>",
        image("a", alt="", caption=["C ", nm.Span("d", marks=["strong"])]),
    ),
    (
        "<figure><img src=a alt=''><figcaption>C <span class=photo-credit>Ann</span></figcaption></figure>",
        image("a", alt="", caption="C", credit="Ann"),
    ),
    (
        "<figure><img src=a><figcaption><p class=credit><b class=credit>Ann</b><p>C<i class=copyright>©</i></figure>",
        image("a", caption="C", credit=[nm.Span("Ann", marks=["strong"]), " ©"]),
    ),
    (
        "<figure><img src=a><figcaption>C <small>Ann</small></figcaption></figure>",
        image("a", caption="C", credit="Ann"),
    ),
    ("<figure><img src=a><figcaption><br>C<br>d<br></figcaption>", image("a", caption=["C", nm.LineBreak(), "d"])),
    ("<figure><img src=a><figcaption><br></figcaption>", image("a")),
    ("<figure><img src=a><figcaption>See <cite>W</cite></figcaption>", image("a", caption="See", credit="W")),
    (
        "<figure><img src=a><figcaption><small>Ann</small></figcaption>",
        image("a", caption="Ann"),
    ),
    (
        "<figure><a href=/x><img src=a alt=''></a></figure>",
        [nm.Figure(nm.Image("a", alt=""), link="/x")],
    ),
    (
        "<figure><img src=a alt=''><img src=b alt=''><img src=a alt=''><figcaption>C</figcaption></figure>",
        [nm.Gallery([nm.Image("a", alt=""), nm.Image("b", alt="")], caption="C")],
    ),
    (
        "<figure class=wp-block-gallery><figure><img src=a><figcaption>A</figcaption></figure>"
        "<figure><img src=b></figure><figcaption>All <i class=credit>Ann</i></figcaption></figure>",
        [nm.Gallery([nm.Image("a", caption="A", credit="Ann"), nm.Image("b", credit="Ann")], caption="All")],
    ),
    (
        "<figure class='wp-block-gallery'><ul class=blocks-gallery-grid><li class=blocks-gallery-item><figure>"
        "<img src=a></figure><li><figure><img src=b></figure></ul><figcaption>All</figcaption></figure>",
        [nm.Gallery([nm.Image("a"), nm.Image("b")], caption="All")],
    ),
    ("<ul><li><img src=a><li><img src=b></ul>", [nm.Gallery([nm.Image("a"), nm.Image("b")])]),
    (
        "<div class=wp-block-gallery><figure><img src=a></figure> <img src=b></div>",
        [nm.Gallery([nm.Image("a"), nm.Image("b")])],
    ),
    ("<div class=gallery-text><img src=a><p>b</div>", [*image("a"), P("b")]),
    ("<ul class=gallery><li>a</ul>", [nm.List(["a"])]),
    (
        "<div class='gallery galleryid-5'><dl class=gallery-item><dt class=gallery-icon><a href=/1><img src=a></a></dt>"
        "<dd class='wp-caption-text gallery-caption'>A</dd></dl><dl class=gallery-item><dt><img src=b></dl><br></div>",
        [nm.Gallery([nm.Figure(nm.Image("a", caption="A"), link="/1"), nm.Image("b")])],
    ),
    ("<div class=wp-caption><img src=a><p class=wp-caption-text>C</p></div>", image("a", caption="C")),
    ("<div class=op-slideshow><img src=a><img src=b></div>", [nm.Gallery([nm.Image("a"), nm.Image("b")])]),
    (
        "<amp-carousel type=slides><amp-img src=a></amp-img><figure><amp-img src=b></amp-img><figcaption>B</figcaption>"
        "</figure></amp-carousel>",
        [nm.Gallery([nm.Image("a"), nm.Image("b", caption="B")])],
    ),
    ("<figure class='alignwide x'><img src=a></figure>", [nm.Figure(nm.Image("a"), layout="wide")]),
    ("<figure>one <img src=a> two</figure>", image("a", caption="one two")),
    ("<figure><img src=a><div>one. \u00a9 Ann</div></figure>", image("a", caption="one.", credit="\u00a9 Ann")),
    (
        "<figure><img src=a><span class=x>one</span><figcaption>C</figcaption></figure>",
        [*image("a", caption="C"), P("one")],
    ),
    (
        "<figure><img src=a><p class=photo-credit>Ann</p><figcaption>C</figcaption></figure>",
        image("a", caption="C", credit="Ann"),
    ),
    (
        "<img src=a><div class=image-caption>C <i class=credit>Ann</i></div>b",
        [*image("a", caption="C", credit="Ann"), P("b")],
    ),
    ("<img src=a><p class=photo-credit>Ann", image("a", credit="Ann")),
    ("<p>a<p class=photo-credit>Ann", [P("a"), P("Ann")]),
    ("<div class=image-caption><img src=a><p>b</div>", [*image("a"), P("b")]),
    (
        "<figure><img src=a><figcaption>C</figcaption></figure><p class=image-caption>D",
        [*image("a", caption="C"), P("D")],
    ),
    (
        "<figure><img src=a><figcaption>C. Photo: Ann</figcaption></figure>",
        image("a", caption="C.", credit="Photo: Ann"),
    ),
    (
        "<figure><img src=a><figcaption>C <b>d</b> (Foto: <i>Ann</i>)</figcaption></figure>",
        image(
            "a",
            caption=["C ", nm.Span("d", marks=["strong"])],
            credit=["(Foto: ", nm.Span("Ann", marks=["emphasis"]), ")"],
        ),
    ),
    (
        "<figure><img src=a><div><figcaption class=F-caption>C</figcaption><div class=F-credit>Ann</div>"
        "<div class=F-credit>Ann</div><div class=F-source>AP</div></div></figure>",
        image("a", caption="C", credit="Ann AP"),
    ),
    (
        "<figure><img src=a><span class=box-caption__lZ5>C</span><span class=box-source__rb>Ann</span></figure>",
        image("a", caption="C", credit="Ann"),
    ),
    (
        "<figure><img src=a><div class=box__copyright><span class=figcaption>C</span>"
        "<span class=x__copyright>Ann</span></div></figure>",
        image("a", caption="C", credit="Ann"),
    ),
    ("<figure><img src=a><p>C</p><p class=copyright>Ann</p></figure>", image("a", caption="C", credit="Ann")),
    (
        "<figure><img src=a><div class=x__caption>C<p class=x__credit>Ann</div></figure>",
        image("a", caption="C", credit="Ann"),
    ),
    (
        "<figure><img src=a><div class=x-caption><figcaption>C <i class=credit>A</i></figcaption></div></figure>",
        image("a", caption="C", credit="A"),
    ),
    ("<div><img src=a></div><div class=caption>C</div>", image("a", caption="C")),
    ("<div class=caption><p>a<ul><li>b</ul></div>", [P("a"), nm.List(["b"])]),
    (
        "<table class=tr-caption-container><tr><td><a href=/l><img src=a></a><tr><td class=tr-caption>C</table>",
        [nm.Figure(nm.Image("a", caption="C"), link="/l")],
    ),
    (
        "<figure><div aria-label=B style=\"background: url('b.jpg')\"></div><figcaption>C</figcaption></figure>",
        image("b.jpg", alt="B", caption="C"),
    ),
    (
        "<div class=kg-file-card><a class=kg-file-card-container href=/r.pdf><div class=kg-file-card-title>Report</div>"
        "<div class=kg-file-card-filesize>1 MB</div></a></div>",
        [nm.Figure(nm.File("/r.pdf", title="Report"))],
    ),
    ("<div class=kg-audio-card><p>a</div>", [P("a")]),
    ("<figure><blockquote>a</blockquote></figure>", [nm.Quote("a")]),
    ("<figure><blockquote>a</blockquote><figcaption>Joe</figcaption></figure>", [nm.Quote("a", attribution="Joe")]),
    (
        "<figure><blockquote>a</blockquote><figcaption>\u2014Joe, <cite>B</cite></figcaption></figure>",
        [nm.Quote("a", attribution="Joe, B")],
    ),
    (
        "<figure><iframe src=/e></iframe><figcaption>C <small>d</small></figcaption></figure>",
        [nm.Embed("/e", caption="C d")],
    ),
    ("<figure><pre>a</pre><figcaption>C</figcaption></figure>", [nm.Code("a", caption="C")]),
    (
        "<figure class=wp-block-table><table><tr><td>a<td>b</table><figcaption>C</figcaption></figure>",
        [nm.Table([nm.Row(["a", "b"])], caption="C")],
    ),
    ("<figure><p>a</p><figcaption>C</figcaption></figure>", [P("a"), P("C")]),
    (
        "<figure><iframe src=/e></iframe><figcaption>C</figcaption></figure>",
        [nm.Embed("/e", caption="C")],
    ),
    ("<figure></figure>", []),
    (
        "<video src=a width=3 poster=p title=T></video>",
        [nm.Figure(nm.Video("a", width=3, title="T", poster=nm.Image("p")))],
    ),
    ("<video><source src=a></video>", [nm.Figure(nm.Video("a"))]),
    (
        "<video><source src=blob:x><source src=a type=video/mp4><source src=b>"
        "<track src=t srclang=de kind=captions label=L></video>",
        [
            nm.Figure(
                nm.Video(
                    "a",
                    renditions=[nm.Rendition("a", media_type="video/mp4"), nm.Rendition("b")],
                    tracks=[nm.Track("t", kind="captions", language="de", label="L")],
                )
            )
        ],
    ),
    ("<video></video>", []),
    ("<audio src=a></audio>", [nm.Figure(nm.Audio("a"))]),
    ("<amp-video src=a width=3></amp-video>", [nm.Figure(nm.Video("a", width=3))]),
    ("<amp-audio src=a><div fallback>no</div></amp-audio>", [nm.Figure(nm.Audio("a"))]),
    (
        "<div class=wp-block-file><a href=/r.pdf>Report</a><a href=/r.pdf download>Download</a></div>",
        [nm.Figure(nm.File("/r.pdf", title="Report"))],
    ),
    ("<div class=wp-block-file>a</div>", [P("a")]),
    ("<object data=x></object><embed src=x>", []),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup for markup, _ in CASES])
def test_a_medium_is_read_from(markup, expected):
    assert expected == blocks(markup)


def test_every_address_is_joined_to_the_page():
    markup = '<figure><a href="/l"><img src=a srcset="s 1w, m 2w" alt=""></a></figure>'
    (figure,) = blocks(markup, url="https://n.example/x/")
    (film,) = blocks("<video src=v poster=p></video>", url="https://n.example/x/")

    assert ("https://n.example/l", "https://n.example/x/a") == (figure.link, figure.media.url)
    assert ["https://n.example/x/s", "https://n.example/x/m"] == [each.url for each in figure.media.renditions]
    assert ("https://n.example/x/v", "https://n.example/x/p") == (film.media.url, film.media.poster.url)


def test_the_caption_of_what_cannot_be_read_is_lost_with_it():
    report = nm.Report()
    nodes = engine.children(engine.parse_fragment("<figure><svg></svg><figcaption>C</figcaption></figure>"))

    assert () == Read(reader, report).blocks(nodes)
    assert [("figure.media", "dropped", "line 1")] == [(loss.code, loss.effect, loss.source) for loss in report.losses]


def test_a_figure_keeps_all_its_words_in_their_order():
    long = "word " * 300
    (figure, text) = blocks(f"<figure><img src=a><p>{long}</p></figure>")

    assert (nm.Figure(nm.Image("a")), P(long.strip())) == (figure, text)
