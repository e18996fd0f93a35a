"""Embeds in anyone's HTML: whose they are, and what stands for them."""

import pytest

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read


def blocks(markup, **options):
    report = nm.Report()
    reading = Read(reader, report, **options)
    found = list(reading.blocks(engine.children(engine.parse_fragment(markup))))
    assert report.clean
    return found


P = nm.Paragraph


def tweet(text):
    link = '<a href="https://x.com/ann/status/12?ref=a">May 1</a>'
    return f'<blockquote class="twitter-tweet"><p>{text}</p>&mdash; Ann {link}</blockquote>'


ANN = ["Ann ", nm.Span("May 1", marks=[nm.Link("https://x.com/ann/status/12?ref=a")])]
WORDS = nm.Quote("Hi", attribution=ANN)
TWEET = nm.Embed("https://x.com/ann/status/12?ref=a", provider="x", reference="12", fallback=[WORDS])
TUBE = "https://www.youtube.com/watch?v=abcdefghijk"
FILM = nm.Embed(TUBE, provider="youtube", reference="abcdefghijk")

CASES = [
    (
        "<iframe src=https://www.youtube.com/embed/abcdefghijk title=T width=3></iframe>",
        [
            nm.Embed(
                "https://www.youtube.com/embed/abcdefghijk",
                provider="youtube",
                reference="abcdefghijk",
                title="T",
                width=3,
            )
        ],
    ),
    ("<iframe data-src=/e></iframe>", [nm.Embed("/e")]),
    ("<iframe src=about:blank data-lazy-src=/e></iframe>", [nm.Embed("/e")]),
    ("<iframe src=about:blank></iframe><iframe></iframe>", []),
    ("<iframe src=/count width=1 height=1></iframe>", []),
    ("<iframe src=https://www.googletagmanager.com/ns.html?id=1></iframe>", []),
    ("<iframe src=/e>Your browser shows no frames</iframe>", [nm.Embed("/e")]),
    (
        "<iframe src=https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F12></iframe>",
        [nm.Embed("https://www.facebook.com/a/posts/12", provider="facebook", reference="12")],
    ),
    (f"{tweet('Hi')}<script src=https://platform.twitter.com/widgets.js></script>", [TWEET]),
    (
        f"<figure class=wp-block-embed><div class=wp-block-embed__wrapper>{tweet('Hi')}</div></figure>",
        [TWEET],
    ),
    ("<blockquote class=twitter-tweet>Hi</blockquote>", [nm.Quote("Hi")]),
    (
        "<blockquote class=instagram-media data-instgrm-permalink=https://www.instagram.com/p/Ab_1/?x>a</blockquote>",
        [
            nm.Embed(
                "https://www.instagram.com/p/Ab_1/?x", provider="instagram", reference="Ab_1", fallback=[nm.Quote("a")]
            )
        ],
    ),
    (
        "<blockquote class=tiktok-embed cite=https://www.tiktok.com/@a/video/77><section></section></blockquote>",
        [nm.Embed("https://www.tiktok.com/@a/video/77", provider="tiktok", reference="77")],
    ),
    (
        "<div class=fb-post data-href=https://www.facebook.com/a/posts/12></div>",
        [nm.Embed("https://www.facebook.com/a/posts/12", provider="facebook", reference="12")],
    ),
    (
        "<blockquote class=bluesky-embed><p>a <a href=https://bsky.app/profile/a.b/post/3k>b</a></blockquote>",
        [
            nm.Embed(
                "https://bsky.app/profile/a.b/post/3k",
                provider="bluesky",
                reference="3k",
                fallback=[nm.Quote([P(["a ", nm.Span("b", marks=[nm.Link("https://bsky.app/profile/a.b/post/3k")])])])],
            )
        ],
    ),
    ("<lite-youtube videoid=abcdefghijk><a>Play</a></lite-youtube>", [FILM]),
    ("<lite-youtube>Play</lite-youtube>", [P("Play")]),
    ("<div class=rll-youtube-player data-id=abcdefghijk></div>", [FILM]),
    (
        "<figure class=wp-block-embed><div class=wp-block-embed__wrapper>\nhttps://youtu.be/abcdefghijk\n</div>"
        "<figcaption>C</figcaption></figure>",
        [nm.Embed("https://youtu.be/abcdefghijk", provider="youtube", reference="abcdefghijk", caption="C")],
    ),
    (
        "<figure class=kg-embed-card><iframe src=https://player.vimeo.com/video/76979871?h=8></iframe></figure>",
        [nm.Embed("https://player.vimeo.com/video/76979871?h=8", provider="vimeo", reference="76979871")],
    ),
    (
        "<amp-youtube data-videoid=abcdefghijk width=480 height=270></amp-youtube>",
        [FILM_SIZED := nm.Embed(TUBE, provider="youtube", reference="abcdefghijk", width=480, height=270)],
    ),
    (
        "<amp-twitter data-tweetid=12></amp-twitter>",
        [nm.Embed("https://x.com/i/status/12", provider="x", reference="12")],
    ),
    (
        "<amp-instagram data-shortcode=Ab></amp-instagram>",
        [nm.Embed("https://www.instagram.com/p/Ab/", provider="instagram", reference="Ab")],
    ),
    ("<amp-iframe src=/e width=3><amp-img placeholder src=p></amp-img></amp-iframe>", [nm.Embed("/e", width=3)]),
    (
        "<amp-brightcove data-account=1 data-video-id=2></amp-brightcove>",
        [
            nm.Embed(
                "https://players.brightcove.net/1/default_default/index.html?videoId=2",
                provider="brightcove",
                reference="2",
            )
        ],
    ),
    (
        "<div id=datawrapper-vis-Ab12c><script src=https://datawrapper.dwcdn.net/Ab12c/embed.js></script>"
        "<noscript><img src=https://datawrapper.dwcdn.net/Ab12c/full.png width=1 height=1></noscript></div>",
        [nm.Embed("https://datawrapper.dwcdn.net/Ab12c", provider="datawrapper", reference="Ab12c")],
    ),
    ("a<script src=/x.js>b</script>c", [P("ac")]),
    (
        "<div class='flourish-embed flourish-chart' data-src=visualisation/12><script></script>"
        "<noscript><img src=https://public.flourish.studio/visualisation/12/thumbnail></noscript></div>",
        [
            nm.Embed(
                "https://public.flourish.studio/visualisation/12/",
                provider="flourish",
                reference="12",
                fallback=[nm.Figure(nm.Image("https://public.flourish.studio/visualisation/12/thumbnail"))],
            )
        ],
    ),
    ("<figure class=op-interactive><iframe src=/e></iframe></figure>", [nm.Embed("/e")]),
    ("<figure class=op-tracker><iframe src=/e></iframe></figure>", []),
    ("<amp-ad><div>Buy</div></amp-ad><amp-analytics>x</amp-analytics>", []),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup for markup, _ in CASES])
def test_an_embed_is_read_from(markup, expected):
    assert expected == blocks(markup)


def test_the_words_of_a_post_stand_in_the_article_once():
    assert 1 == nm.plain_text(tuple(blocks(tweet("Hello there")))).count("Hello there")
