"""Share addresses: written for each network that is alive, and read back to what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.sharing import SharedLink, networks, parse_share_url, register_network, share_url, with_share_urls
from newsmodel.sharing.network import Network

LIVE = sorted(name for name, network in networks().items() if network.is_live)
GONE = sorted(name for name, network in networks().items() if network.is_gone)
URL = "https://example.org/news/crossing?id=1&part=2#top"
ARTICLE = nm.Article(headline="Ferries & tides: 50 % more +1", canonical_url=URL)

# what an article's headline can be, without what no model text holds; a web address, with whatever stands in one
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=60)
URLS = st.builds(
    "https://{}.example/{}".format,
    st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60),
)


@pytest.fixture
def _networks_as_before():
    from newsmodel.sharing.table import NETWORKS, _compiled

    before = dict(NETWORKS)
    yield
    NETWORKS.clear()
    NETWORKS.update(before)
    _compiled.clear()


@given(st.sampled_from(LIVE), TITLES, URLS)
def test_what_is_shared_reads_back(network, title, url):
    article = nm.Article(headline=title, canonical_url=url)

    assert SharedLink(network, url, str(article.headline or "") or None) == parse_share_url(share_url(article, network))


@given(st.sampled_from(LIVE), st.text(max_size=40), st.text(max_size=40))
def test_no_value_becomes_a_parameter_or_a_line_of_its_own(network, text, via):
    address = share_url(ARTICLE, network, text=text, via=via, hashtags=[text])

    assert address.isascii()
    assert not set(address) & set(" \r\n\t\"'<>+")
    assert address.count("&") <= 5
    assert address.lower().count("cc=") == 0 or "cc" in text + via


@given(TITLES, URLS, st.from_regex(r"[a-z]{1,9}\.(?:social|example)", fullmatch=True))
def test_a_server_of_mastodon_reads_back_too(title, url, host):
    article = nm.Article(headline=title, canonical_url=url)
    address = share_url(article, "mastodon", instance=host)

    assert address.startswith(f"https://{host}/share?text=")
    assert ("mastodon", url, str(article.headline or "") or None) == parse_share_url(address)[:3]


@given(
    st.lists(st.from_regex(r"[a-zäö0-9]{1,12}", fullmatch=True), max_size=4), st.from_regex(r"\w{1,15}", fullmatch=True)
)
def test_x_names_an_account_and_hashtags(tags, account):
    shared = parse_share_url(share_url(ARTICLE, "x", via=f"@{account}", hashtags=[f"#{tag}" for tag in tags]))

    assert (account, tuple(tags)) == (shared.via, shared.hashtags)


@given(st.text(max_size=200))
def test_reading_takes_anything(address):
    parse_share_url(address)
    parse_share_url(f"https://twitter.com/share?{address}")


@pytest.mark.parametrize(
    ("network", "address"),
    [
        ("facebook", "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fe.org%2F1&quote=A%20%26%20B"),
        ("x", "https://x.com/intent/post?url=https%3A%2F%2Fe.org%2F1&text=A%20%26%20B"),
        ("reddit", "https://www.reddit.com/submit?url=https%3A%2F%2Fe.org%2F1&title=A%20%26%20B"),
        ("bluesky", "https://bsky.app/intent/compose?text=A%20%26%20B%0Ahttps%3A%2F%2Fe.org%2F1"),
        ("email", "mailto:?subject=A%20%26%20B&body=A%20%26%20B%0D%0A%0D%0Ahttps%3A%2F%2Fe.org%2F1"),
        (
            "flipboard",
            "https://share.flipboard.com/bookmarklet/popout?v=2&url=https%3A%2F%2Fe.org%2F1&title=A%20%26%20B",
        ),
        ("copy", "https://e.org/1"),
        ("twitter", "https://x.com/intent/post?url=https%3A%2F%2Fe.org%2F1&text=A%20%26%20B"),
    ],
)
def test_an_address_is_as_the_network_wants_it(network, address):
    assert address == share_url(nm.Article(headline="A & B", canonical_url="https://e.org/1"), network)


def test_a_subject_holds_one_line_and_a_body_many():
    address = share_url(nm.Article(headline="A\nbcc: x@e.org", canonical_url="https://e.org/"), "email")

    assert address.startswith("mailto:?subject=A%20bcc%3A%20x%40e.org&body=A%0D%0Abcc%3A%20x%40e.org%0D%0A%0D%0Ahttps")


def test_empty_values_are_left_out():
    assert "https://www.reddit.com/submit?url=https%3A%2F%2Fe.org%2F" == share_url(
        nm.Article(canonical_url="https://e.org/"), "reddit", via="", media=""
    )


@pytest.mark.parametrize(
    ("address", "shared"),
    [
        ("https://twitter.com/home?status=Look+https%3A%2F%2Fe.org%2F", ("x", "https://e.org/", "Look")),
        ("https://plus.google.com/share?url=https%3A%2F%2Fe.org%2F", ("googleplus", "https://e.org/", None)),
        ("https://getpocket.com/save?url=https%3A%2F%2Fe.org%2F&title=A", ("pocket", "https://e.org/", "A")),
        ("https://www.stumbleupon.com/submit?url=https://e.org/", ("stumbleupon", "https://e.org/", None)),
        ("https://digg.com/submit?url=https://e.org/&title=A", ("digg", "https://e.org/", "A")),
        ("https://del.icio.us/post?url=https://e.org/", ("delicious", "https://e.org/", None)),
        ("https://www.facebook.com/share.php?u=https://e.org/&amp;t=A", ("facebook", "https://e.org/", "A")),
        ("mailto:?subject=1+1&body=https://e.org/", ("email", "https://e.org/", "1+1")),
        ("whatsapp://send?text=Look%20https%3A%2F%2Fe.org%2F", ("whatsapp", "https://e.org/", "Look")),
        ("https://www.facebook.com/sharer/sharer.php", ("facebook", None, None)),
    ],
)
def test_forms_that_pages_use_are_read(address, shared):
    assert shared == parse_share_url(address)[:3]


@pytest.mark.parametrize("address", ["https://x.com/quaysidepost", "mailto:ann@e.org?subject=A", URL, "", "tel:1"])
def test_other_addresses_are_none(address):
    assert parse_share_url(address) is None


@pytest.mark.parametrize("network", GONE)
def test_a_network_that_is_gone_is_never_written(network):
    with pytest.raises(ValueError, match="no longer"):
        share_url(ARTICLE, network)


def test_an_unknown_network_and_an_article_without_an_address_are_refused():
    with pytest.raises(ValueError, match="did you mean 'reddit'"):
        share_url(ARTICLE, "redit")
    with pytest.raises(ValueError, match="canonical_url"):
        share_url(nm.Article(headline="A"), "reddit")


@pytest.mark.usefixtures("_networks_as_before")
def test_a_network_of_ones_own():
    mine = Network(
        name="quayside", title="Quayside", pattern=r"quayside\.example/share",
        endpoint="https://quayside.example/share", url="page", text="note",
    )  # fmt: skip
    register_network(mine)

    assert ("quayside", URL, "Ferries & tides: 50 % more +1") == parse_share_url(share_url(ARTICLE, "quayside"))[:3]
    with pytest.raises(ValueError, match="one word"):
        register_network(Network(name="Two Words", title="", pattern=""))


def test_share_actions_get_the_address_that_they_lack():
    article = nm.Article(
        headline="A",
        canonical_url="https://e.org/",
        share_actions=["reddit", nm.ShareAction("x", url="https://x.com/mine"), "pocket", "print"],
    )

    assert ["https://www.reddit.com/submit?url=https%3A%2F%2Fe.org%2F&title=A", "https://x.com/mine", None, None] == [
        action.url for action in with_share_urls(article).share_actions
    ]
    assert with_share_urls(nm.Article(share_actions=["x"])) == nm.Article(share_actions=["x"])
