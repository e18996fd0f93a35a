"""Share bars: which links share, which only lead to a profile."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.model import ShareAction
from newsmodel.page import read_page
from newsmodel.report import Report
from newsmodel.sharing import parse_share_url

URL = "https://example.org/news/crossing"
SHARED = "https%3A%2F%2Fexample.org%2Fnews%2Fcrossing"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        (f"https://www.facebook.com/sharer/sharer.php?u={SHARED}", "facebook"),
        (f"//facebook.com/sharer.php?u={SHARED}", "facebook"),
        (f"https://www.facebook.com/dialog/share?app_id=1&href={SHARED}", "facebook"),
        (f"https://twitter.com/intent/tweet?url={SHARED}", "x"),
        (f"https://X.com/intent/post?url={SHARED}", "x"),
        (f"http://twitter.com/home?status={SHARED}", "x"),
        (f"https://www.reddit.com/submit?url={SHARED}", "reddit"),
        (f"https://www.pinterest.com/pin/create/button/?url={SHARED}", "pinterest"),
        (f"https://www.pinterest.co.uk/pin/create/link/?url={SHARED}", "pinterest"),
        (f"https://www.linkedin.com/shareArticle?mini=true&url={SHARED}", "linkedin"),
        (f"https://wa.me/?text={SHARED}", "whatsapp"),
        (f"whatsapp://send?text={SHARED}", "whatsapp"),
        (f"https://t.me/share/url?url={SHARED}", "telegram"),
        (f"https://bsky.app/intent/compose?text={SHARED}", "bluesky"),
        (f"https://www.threads.net/intent/post?text={SHARED}", "threads"),
        (f"mailto:?subject=Look&body={SHARED}", "email"),
        ("mailto:ann@example.org?subject=Hello", None),
        ("https://www.facebook.com/quaysidepost", None),
        ("https://twitter.com/quaysidepost", None),
        ("https://x.com/quaysidepost/status/1", None),
        ("https://wa.me/4912345", None),
        ("https://example.org/facebook.com/sharer", None),
        ("https://notfacebook.com/sharer/sharer.php", None),
        ("https://netflix.com/share", None),
        ("", None),
    ],
)
def test_a_share_address_is_told_from_a_profile(address, network):
    shared = parse_share_url(address)

    assert network == (shared.network if shared else None)


def test_the_shared_page_is_read_off_the_address():
    for address in (f"https://twitter.com/intent/tweet?text=Look&url={SHARED}", f"https://wa.me/?text=Look%20{SHARED}"):
        shared = parse_share_url(address)
        assert shared is not None
        assert shared.url == URL
    bare = parse_share_url("https://www.facebook.com/sharer/sharer.php")
    assert bare is None or bare.url is None
    assert parse_share_url("http://[") is None


def actions(body: str) -> tuple[ShareAction, ...]:
    return read_page(parse(f"<article><h1>T</h1>{body}</article>"), Report(), url=URL).share_actions


def test_each_network_is_an_action_once_in_the_order_of_the_page_with_its_label():
    bar = "".join(
        f"<li><a href='{address}'>{label}</a>"
        for address, label in (
            (f"https://www.facebook.com/sharer/sharer.php?u={SHARED}", "Share"),
            (f"https://twitter.com/intent/tweet?url={SHARED}", "Tweet"),
            (f"https://www.facebook.com/sharer/sharer.php?u={SHARED}", "Share again"),
        )
    )

    assert [("facebook", "Share"), ("x", "Tweet")] == [
        (each.network, each.label) for each in actions(f"<ul>{bar}</ul>")
    ]


def test_a_teasers_bar_is_not_the_articles():
    assert () == actions(
        "<a href='https://twitter.com/intent/tweet?url=https%3A%2F%2Fexample.org%2Fnews%2Fother'>Tweet</a>"
    )


def test_buttons_of_a_bar_that_need_a_script_are_told_by_label_or_class():
    bar = """<div class=share-bar><button class=share-facebook aria-label="Auf Facebook teilen"></button>
        <button>Tweet 12</button><a href="?share=reddit">r</a><button>Close</button></div>"""

    assert [("facebook", None), ("x", 12), ("reddit", None)] == [(each.network, each.count) for each in actions(bar)]


def test_follow_links_are_no_share_actions():
    assert () == actions("<div class=social-links><a href='https://x.com/quay'>X</a><a href=/rss>Share</a></div>")
