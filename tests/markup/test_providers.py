"""Whose an embed is, and its id there."""

import pytest

from newsmodel.markup.providers import is_no_content, provider_of, reference_of


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.youtube.com/embed/x", "youtube"),
        ("https://www.youtube-nocookie.com/embed/x", "youtube"),
        ("https://youtu.be/x", "youtube"),
        ("//player.vimeo.com/x", "vimeo"),
        ("https://flo.uri.sh/visualisation/1/embed", "flourish"),
        ("https://www.google.com/maps/embed?pb=1", "google-maps"),
        ("https://podcasts.apple.com/x", "apple-podcasts"),
        ("https://mastodon.example/@ann/12/embed", "mastodon"),
        ("https://www.openstreetmap.org/export/embed.html", "openstreetmap"),
        ("https://n.example/@ann/12", None),
        ("https://notyoutube.com/x", None),
        ("https://youtube.com.evil.example/", None),
        ("/relative", None),
        ("", None),
    ],
)
def test_a_provider_is_known_by_its_host(url, provider):
    assert provider == provider_of(url)


@pytest.mark.parametrize(
    ("url", "reference"),
    [
        ("https://www.youtube.com/watch?list=1&v=abcdefghijk", "abcdefghijk"),
        ("https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0", "abcdefghijk"),
        ("https://www.youtube.com/embed/videoseries?list=x", None),
        ("https://player.vimeo.com/video/12", "12"),
        ("https://platform.twitter.com/embed/Tweet.html?id=12", "12"),
        ("https://www.tiktok.com/embed/v2/77", "77"),
        ("https://open.spotify.com/embed/episode/4Ab?x", "4Ab"),
        ("https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/5", "5"),
        ("https://datawrapper.dwcdn.net/Ab12c/3/", "Ab12c"),
        ("https://flo.uri.sh/story/34/embed", "34"),
        ("https://www.facebook.com/watch/?v=9", "9"),
        ("https://embed.bsky.app/embed/did:plc:a/app.bsky.feed.post/3k", "3k"),
        ("https://mastodon.example/@ann/12/embed", "12"),
        ("https://www.threads.net/@ann/post/C-9", "C-9"),
        ("https://giphy.com/embed/a1", "a1"),
        ("https://giphy.com/gifs/a-cat-a1", "a1"),
        ("https://www.scribd.com/embeds/12/content", "12"),
        ("https://embed.documentcloud.org/documents/12-a/?embed=1", "12"),
        ("https://cdn.jwplayer.com/players/Ab12Cd34-x.html", "Ab12Cd34"),
        ("https://e.infogram.com/ab-1?src=embed", "ab-1"),
        ("https://www.linkedin.com/embed/feed/update/urn:li:share:12", "12"),
        ("https://example.org/video/12", None),
    ],
)
def test_the_id_of_a_provider_is_read_from_an_address(url, reference):
    assert reference == reference_of(provider_of(url), url)


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("https://www.googletagmanager.com/ns.html", True),
        ("https://securepubads.g.doubleclick.net/x", True),
        ("https://www.facebook.com/plugins/like.php?x", True),
        ("https://www.dianomi.com/smartads.epl?id=1", True),
        ("https://www.facebook.com/plugins/post.php?x", False),
        ("https://www.youtube.com/embed/x", False),
        ("/doubleclick.net", False),
    ],
)
def test_frames_without_content_are_known(url, answer):
    assert answer == is_no_content(url)
