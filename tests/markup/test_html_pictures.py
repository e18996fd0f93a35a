"""Still pictures in anyone's HTML."""

import pytest
from tests.markup.fragments import blocks

import newsmodel as nm
from newsmodel.markup.html_pictures import pixels

P = nm.Paragraph


def image(*args, **fields):
    return [nm.Figure(nm.Image(*args, **fields))]


LAZY = "<img data-src=b.jpg>"

CASES = [
    ('<figure><img src=a alt=" A  b "></figure>', image("a", alt="A b")),
    ("<figure><img src=a></figure>", image("a")),
    ("<img src=a width=3 height=4px title=T>", image("a", width=3, height=4, title="T")),
    ("<img src=a width=50% height=x>", image("a")),
    ("<img src=a width=1 height=1>", []),
    ("<img>", []),
    ("<img src=data:image/gif;base64,R0>", []),
    ('<img src="data:image/gif;base64,R0" data-src=b>', image("b")),
    ("<img src=/i/placeholder.png data-src=/b.jpg>", image("/b.jpg")),
    ("<img src=/i/grey.gif data-src=/b.jpg>", image("/b.jpg")),
    ("<img data-lazy-src=/b>", image("/b")),
    ("<img data-original=/b>", image("/b")),
    ("<img src=/img/blank.gif>", []),
    (
        "<figure><img src=/index-transparent_h-3_w-4_zc-a5bf.gif><noscript><img src=/b.jpg></noscript></figure>",
        image("/b.jpg"),
    ),
    ("<img src=/transparent-frog.jpg>", image("/transparent-frog.jpg")),
    *(
        (f"<img src=/none.gif {name}=/b.jpg?w=9>", image("/b.jpg?w=9"))
        for name in (
            "data-lazy",
            "data-echo",
            "data-flickity-lazyload",
            "nitro-lazy-src",
            "file",
            "data-pagespeed-lazy-src",
        )
    ),
    ("<img src=/none.gif data-thumb=/b.jpg data-error=/c.jpg data-x='/d.jpg, /e.jpg'>", []),
    ("<amp-img src=a width=16 height=9 layout=responsive></amp-img>", image("a")),
    ("<amp-img src=a width=1.5 height=1 layout=responsive></amp-img>", image("a")),
    ("<p><img class=dropcap alt=T src=t.png>he king", [P("The king")]),
    ("<img src=/1x1.png?x>", []),
    ("<img src=/img/lazy_placeholder_16x9.svg>", []),
    ("<img src=/2024/google-pixel-9.png>", image("/2024/google-pixel-9.png")),
    ("<img src=/white-house.jpg>", image("/white-house.jpg")),
    ("<img src=/blank.gif data-large-file=/b.jpg>", image("/b.jpg")),
    ("<img src=a.jpg data-src='/c/{width}/b.jpg'>", image("a.jpg")),
    (
        '<figure><img srcset="s 100w, m 200w"></figure>',
        image("m", renditions=[nm.Rendition("s", width=100), nm.Rendition("m", width=200)]),
    ),
    ('<figure><img src=a srcset="s 2x, data:x 3x"></figure>', image("a", renditions=[nm.Rendition("s")])),
    ('<img src=a srcset="s 9w">', image("a", renditions=[nm.Rendition("s", width=9)])),
    ('<p><img src=a srcset="s 9w"><br></p>', image("a", renditions=[nm.Rendition("s", width=9)])),
    (
        '<img src="data:x" srcset="data:x 1w" data-srcset="/c_1,w_9/s.jpg 9w">',
        image("/c_1,w_9/s.jpg", renditions=[nm.Rendition("/c_1,w_9/s.jpg", width=9)]),
    ),
    (
        "<figure><a href=/x><picture><source srcset=b><source srcset=c><img src=a alt=''></picture></a></figure>",
        [nm.Figure(nm.Image("a", alt="", renditions=[nm.Rendition("b")]), link="/x")],
    ),
    (
        "<picture><source data-srcset='b 9w'><img src=data:x></picture>",
        image("b", renditions=[nm.Rendition("b", width=9)]),
    ),
    ("<picture><source srcset=b></picture>", image("b", renditions=[nm.Rendition("b")])),
    ("<picture></picture>", []),
    ("<img src=data:x><noscript><img src=b.jpg></noscript>", image("b.jpg")),
    ("<img class=lazy><noscript><img src=b.jpg></noscript>", image("b.jpg")),
    ("<div></div><noscript><img src=b.jpg alt=B></noscript>", image("b.jpg", alt="B")),
    (f"<div>{LAZY}<noscript><img src=c.jpg></noscript></div>", image("b.jpg")),
    (f"<div>{LAZY}</div><noscript><img src=b.jpg?w=900></noscript>", image("b.jpg")),
    ("<p><noscript><img src=b.jpg></noscript><img src=data:x data-src=b.jpg?w=9></p>", image("b.jpg")),
    ("<p><noscript><img src=b.jpg></noscript><img src=c.jpg></p>", [*image("b.jpg"), *image("c.jpg")]),
    ("<a href=/b.JPG?x><img src=data:x alt=B></a>", [nm.Figure(nm.Image("/b.JPG?x", alt="B"), link="/b.JPG?x")]),
    ("<a href=/b><img src=data:x></a>", []),
    ("<img src=/a/grey-placeholder.png><img src=b.jpg>", image("b.jpg")),
    (
        "<p>a <img src=i srcset='s 1w, m 2w'>",
        [P("a"), *image("i", renditions=[nm.Rendition("s", width=1), nm.Rendition("m", width=2)])],
    ),
    ("<noscript><iframe src=/x></iframe></noscript>", []),
    ("<noscript>Turn it on <img src=a.jpg></noscript>", []),
    ("<noscript><img src=//t.example/tr?id=1 width=1 height=1 style=display:none></noscript>", []),
    ("<noscript><img src=//t.example/tr?id=1 style='display: none'></noscript>", []),
    (
        f"<p>{LAZY}<noscript><img src=b.jpg></noscript></p><p><noscript><img src=c.jpg></noscript></p>",
        [*image("b.jpg"), *image("c.jpg")],
    ),
    (
        "<amp-img src=a width=300 height=200><noscript><img src=a></noscript></amp-img>",
        image("a", width=300, height=200),
    ),
    ("a <img class=emoji alt=☺ src=s> b", [P("a ☺ b")]),
    ("<p><img class=wp-smiley alt=:-) src=s></p>", [P(":-)")]),
    ("<p>a <img src=i width=20> b", [P(["a ", nm.InlineImage("i", width=20), " b"])]),
    ("<p><img src=i width=640> b", [*image("i", width=640), P("b")]),
    ("<p>a <img src=i class='size-full wp-image-7'> b", [P("a b"), *image("i")]),
    ("<p>a <a href=/x><img src=i width=640></a>", [P("a"), nm.Figure(nm.Image("i", width=640), link="/x")]),
    ("<a href=/x> <img src=i> <br></a>", [nm.Figure(nm.Image("i"), link="/x")]),
    (
        "<img src=/p/placeholder.png srcset='/p/placeholder.png 20w, b.jpg 9w'>",
        image("b.jpg", renditions=[nm.Rendition("b.jpg", width=9)]),
    ),
    ("<td><img src=i> <img src=j></td>", [*image("i"), *image("j")]),
    ("<h2><img src=i></h2>", image("i")),
    ("<h2>a <img src=i></h2>", [nm.Heading(["a ", nm.InlineImage("i")])]),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup for markup, _ in CASES])
def test_a_picture_is_read_from(markup, expected):
    assert expected == blocks(markup)


@pytest.mark.parametrize(
    ("value", "number"), [("3", 3), ("3px", 3), (" 3.5 ", 3), ("50%", None), ("", None), (None, None), ("9" * 9, None)]
)
def test_a_length_is_in_pixels_or_none(value, number):
    assert number == pixels(value)
