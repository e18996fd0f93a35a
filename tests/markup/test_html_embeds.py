"""Embeds in anyone's HTML: whose they are, and what stands for them."""

import pytest
from tests.linear import assert_linear
from tests.markup.fragments import blocks

import newsmodel as nm
from newsmodel.markup import engine
from newsmodel.markup.html import reader
from newsmodel.markup.reading import Read

P = nm.Paragraph


def tweet(text):
    link = '<a href="https://x.com/ann/status/12?ref=a">May 1</a>'
    return f'<blockquote class="twitter-tweet"><p>{text}</p>&mdash; Ann {link}</blockquote>'


ANN = ["Ann ", nm.Span("May 1", marks=[nm.Link("https://x.com/ann/status/12?ref=a")])]
WORDS = nm.Quote("Hi", attribution=ANN)
TWEET = nm.Embed("https://x.com/ann/status/12?ref=a", provider="x", reference="12", fallback=[WORDS])
TUBE = "https://www.youtube.com/watch?v=abcdefghijk"
FILM = nm.Embed(TUBE, provider="youtube", reference="abcdefghijk")
BRIGHT = nm.Embed(
    "https://players.brightcove.net/1/default_default/index.html?videoId=2", provider="brightcove", reference="2"
)

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
    (f"<figure class=op-social><iframe>{tweet('Hi')}<p>b</p></iframe></figure>", [TWEET]),
    ("<iframe><iframe>" * 9, []),
    (
        f"<iframe data-src={TUBE}></iframe><noscript><iframe src={TUBE}></iframe></noscript>",
        [FILM],
    ),
    (
        f"<noscript><iframe src={TUBE}></iframe></noscript><iframe data-src={TUBE}></iframe>",
        [FILM],
    ),
    (f"<noscript><iframe src={TUBE}></iframe></noscript>", [FILM]),
    ("<amp-iframe src=/e width=1 height=1 layout=responsive></amp-iframe>", [nm.Embed("/e")]),
    (
        "<object width=3><param name=movie value=http://www.youtube.com/v/abcdefghijk&hl=en>"
        "<embed src=http://www.youtube.com/v/abcdefghijk&hl=en></object>",
        [nm.Embed("http://www.youtube.com/v/abcdefghijk&hl=en", provider="youtube", reference="abcdefghijk", width=3)],
    ),
    ("<object data=/r.pdf title=R><p>Read it</p></object>", [nm.Figure(nm.File("/r.pdf", title="R"))]),
    ("<object data=/x><p>Read it</p></object>", [P("Read it")]),
    (
        "a<script src=https://telegram.org/js/w.js data-telegram-post=durov/142></script>",
        [P("a"), nm.Embed("https://t.me/durov/142", provider="telegram", reference="durov/142")],
    ),
    (f"<figure class=media><oembed url={TUBE}></oembed></figure>", [FILM]),
    (f"<youtube-video src={TUBE}></youtube-video>", [FILM]),
    ("<div class=youtube data-embed=abcdefghijk><img src=t.jpg></div>", [FILM]),
    ("<div class='lyte-wrapper' data-id=short>a</div>", [P("a")]),
    ("<p class=icon-youtube data-kind=abcdefghijk>a", [P("a")]),
    (
        "<video-js data-account=1 data-video-id=2></video-js><video data-account=1 data-video-id=2></video>",
        [BRIGHT] * 2,
    ),
    (
        "<blockquote class=reddit-embed-bq><a href=https://www.reddit.com/r/x/comments/1abc/t/>T</a> in "
        "<a href=https://www.reddit.com/r/x/>x</a></blockquote>",
        None,
    ),
    (
        "<blockquote class=wp-embedded-content><a href=https://o.example/p>T</a></blockquote>"
        "<iframe class=wp-embedded-content src=https://o.example/p/embed title='T - O'></iframe>",
        [
            nm.Embed(
                "https://o.example/p",
                fallback=[nm.Quote([P([nm.Span("T", marks=[nm.Link("https://o.example/p")])])])],
            )
        ],
    ),
    (
        "<p class=codepen data-slug-hash=ab data-user=u>See <a href=/p>the pen</a>.",
        [nm.Embed("https://codepen.io/u/pen/ab", provider="codepen", reference="ab")],
    ),
    ("<p class=codepen>a", [P("a")]),
    (
        "<div class='wistia_embed wistia_async_u8p9 x'></div>",
        [nm.Embed("https://fast.wistia.net/embed/iframe/u8p9", provider="wistia", reference="u8p9")],
    ),
    (
        "<div id=botr_x></div><script src=https://cdn.jwplayer.com/players/AbCd1234-WxYz5678.js></script>",
        [
            nm.Embed(
                "https://cdn.jwplayer.com/players/AbCd1234-WxYz5678.html", provider="jwplayer", reference="AbCd1234"
            )
        ],
    ),
    (f"<script type=text/html><iframe src={TUBE}></iframe></script>", [FILM]),
    ("<script type=text/plain src=https://platform.twitter.com/widgets.js></script>", []),
    (
        "<div><script src=https://datawrapper.dwcdn.net/Ab12c/embed.js></script>"
        "<noscript><img src=https://datawrapper.dwcdn.net/Ab12c/full.png alt=A></noscript></div>",
        [
            nm.Embed(
                "https://datawrapper.dwcdn.net/Ab12c",
                provider="datawrapper",
                reference="Ab12c",
                fallback=[nm.Figure(nm.Image("https://datawrapper.dwcdn.net/Ab12c/full.png", alt="A"))],
            )
        ],
    ),
    ("<figure class=op-tracker><iframe src=/e></iframe></figure>", []),
    ("<amp-ad><div>Buy</div></amp-ad><amp-analytics>x</amp-analytics>", []),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup for markup, _ in CASES])
def test_an_embed_is_read_from(markup, expected):
    found = blocks(markup)

    assert found == expected if expected is not None else [each.reference for each in found] == ["1abc"]


def test_the_words_of_a_post_stand_in_the_article_once():
    assert 1 == nm.plain_text(tuple(blocks(tweet("Hello there")))).count("Hello there")


@pytest.mark.parametrize(
    "unit",
    [
        "<script src=https://datawrapper.dwcdn.net/Ab12c/embed.js></script>",
        "<blockquote class=wp-embedded-content><a href=https://n.example/x>a</a></blockquote>",
    ],
)
def test_what_stands_beside_an_embed_is_looked_for_in_linear_time(unit):
    def nodes(count):
        return engine.children(engine.parse_fragment(unit * count))

    assert_linear(nodes, Read(reader, nm.Report()).blocks, 2_000)
