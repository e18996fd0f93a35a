"""Pictures, films, sound and embeds in anyone's HTML."""

import pytest

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.html_media import pixels, provider_of
from newsmodel.markup.reading import Read


def blocks(markup, **options):
    reading = Read(reader, nm.Report(), **options)
    return list(reading.blocks(engine.children(engine.parse_fragment(markup))))


def image(*args, **fields):
    return [nm.Figure(nm.Image(*args, **fields))]


CASES = [
    ('<figure><img src=a alt=" A  b "></figure>', image("a", alt="A b")),
    ("<figure><img src=a></figure>", image("a")),
    ("<img src=a width=3 height=4px title=T>", image("a", width=3, height=4, title="T")),
    ("<img src=a width=50% height=x>", image("a")),
    ("<img src=a width=1 height=1>", []),
    ("<img>", []),
    ('<img src="data:image/gif;base64,R0" data-src=b>', image("b")),
    ("<img data-lazy-src=b>", image("b")),
    (
        '<figure><img srcset="s 100w, m 200w"></figure>',
        image("m", renditions=[nm.Rendition("s", width=100), nm.Rendition("m", width=200)]),
    ),
    ('<figure><img src=a srcset="s 2x, data:x 3x"></figure>', image("a", renditions=[nm.Rendition("s")])),
    (
        "<figure><img src=a alt=''><figcaption>C <b>d</b></figcaption></figure>",
        image("a", alt="", caption=["C ", nm.Span("d", marks=["strong"])]),
    ),
    (
        "<figure><img src=a alt=''><figcaption>C <span class=photo-credit>Ann</span></figcaption></figure>",
        image("a", alt="", caption="C", credit="Ann"),
    ),
    (
        "<figure><a href=/x><picture><source srcset=b><img src=a alt=''></picture></a></figure>",
        [nm.Figure(nm.Image("a", alt=""), link="/x")],
    ),
    (
        "<figure><img src=a alt=''><img src=b alt=''><img src=a alt=''><figcaption>C</figcaption></figure>",
        [nm.Gallery([nm.Image("a", alt=""), nm.Image("b", alt="")], caption="C")],
    ),
    ("<figure><blockquote>a</blockquote></figure>", [nm.Quote("a")]),
    (
        "<figure><iframe src=/e></iframe><figcaption>C</figcaption></figure>",
        [nm.Embed("/e", caption="C")],
    ),
    ("<figure></figure>", []),
    (
        "<video src=a width=3 poster=p title=T></video>",
        [nm.Figure(nm.Video("a", width=3, title="T", poster=nm.Image("p")))],
    ),
    ("<video><source src=a><source src=b></video>", [nm.Figure(nm.Video("a"))]),
    ("<video></video>", []),
    ("<audio src=a></audio>", [nm.Figure(nm.Audio("a"))]),
    (
        "<iframe src=https://www.youtube.com/embed/x title=T width=3></iframe>",
        [nm.Embed("https://www.youtube.com/embed/x", provider="youtube", title="T", width=3)],
    ),
    ("<iframe data-src=/e></iframe>", [nm.Embed("/e")]),
    ("<iframe src=about:blank></iframe><iframe></iframe>", []),
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


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.youtube.com/embed/x", "youtube"),
        ("https://youtu.be/x", "youtube"),
        ("//player.vimeo.com/x", "vimeo"),
        ("https://notyoutube.com/x", None),
        ("https://youtube.com.evil.example/", None),
        ("/relative", None),
    ],
)
def test_a_provider_is_known_by_its_host(url, provider):
    assert provider == provider_of(url)


@pytest.mark.parametrize(
    ("value", "number"), [("3", 3), ("3px", 3), (" 3.5 ", 3), ("50%", None), ("", None), (None, None), ("9" * 9, None)]
)
def test_a_length_is_in_pixels_or_none(value, number):
    assert number == pixels(value)
