"""URLs: the scheme is the one that a browser sees, however it is disguised, and joining follows the standard."""

import json
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from ada_url import URL
from hypothesis import example, given
from hypothesis import strategies as st
from tests.linear import assert_linear

from newsmodel.markup import engine
from newsmodel.urls import SAFE_SCHEMES, host, is_safe, is_safe_image, join, scheme

BASE = "https://example.org/news/today.html"

names = st.sampled_from(["javascript", "JaVa", "script", "data", "vbscript", "https", "mailto", "tel", "image"])
marks = st.sampled_from([":", "//", "\\", "/", "#", "?", "+", "-", ".", "1", "%3A", "&colon;", "：", "@", "["])
references = st.sampled_from(
    [
        "&colon;",
        "&#58;",
        "&#x3a;",
        "&#058",
        "&amp;colon;",
        "&amp;#58;",
        "&Tab;",
        "&NewLine;",
        "&nbsp;",
        "&#x61;",
        "&sol;",
    ]
)
blanks = st.sampled_from(["\t", "\n", "\r", " ", "\x01", "\x1f", "\x00", "\x7f", "\xa0", "\u2028", "\u3000", "\ufeff"])
pieces = names | marks | blanks | references
any_url = st.lists(pieces | st.text(max_size=3), max_size=8).map("".join)
any_string = st.text(st.characters(exclude_categories=()), max_size=30)


def as_a_browser_sees_it(url: str) -> str | None:
    """The scheme of the link on an https page; None if it leads nowhere."""
    try:
        return str(URL(url, BASE).protocol).removesuffix(":")
    except ValueError:
        return None


def as_the_most_careless_sees_it(url: str) -> list[str | None]:
    """The schemes that software could find that strips all that is blank, and decodes references again and again."""
    found = [as_a_browser_sees_it(url)]
    for _ in range(9):
        while url and (url[0] == " " or not url[0].isprintable()):
            url = url[1:]
        found.append(as_a_browser_sees_it(url))
        url = unescape(url)
    return found


@given(any_url)
@example("java\nscript:alert(1)")
@example("\u3000&amp;Tab;java&NewLine;script&amp;amp;#0058;alert(1)")
def test_a_link_is_safe_exactly_if_nobody_sees_an_unsafe_scheme(url: str) -> None:
    seen = [name for name in as_the_most_careless_sees_it(url) if name is not None]

    assert is_safe(url) == (set(seen) <= SAFE_SCHEMES)


@given(any_url)
def test_no_link_is_safe_that_a_browser_would_not_follow_as_a_safe_one(url: str) -> None:
    seen = as_a_browser_sees_it(url)

    assert seen is None or seen in SAFE_SCHEMES or not is_safe(url)


@given(any_url)
def test_the_scheme_is_the_one_a_browser_sees_or_that_of_the_page(url: str) -> None:
    seen = as_a_browser_sees_it(url)

    assert seen is None or (scheme(url) or "https") == seen


@given(any_string | any_url, any_string | st.just(BASE))
def test_no_string_makes_trouble(url: str, base: str) -> None:
    assert isinstance(join(url, base), str)
    assert isinstance(host(url), str | None)
    assert isinstance(is_safe(url) and is_safe_image(url), bool)


@given(any_url)
def test_joining_makes_no_link_less_safe_and_safer_only_where_it_makes_it_absolute(url: str) -> None:
    joined = join(url, BASE)

    assert is_safe(joined) == is_safe(url) or (scheme(url) is None and joined.startswith("https:"))


@given(any_string | any_url)
def test_joining_twice_is_joining_once(url: str) -> None:
    assert join(join(url, BASE), BASE) == join(url, BASE)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", "java\tscript:x", "java\r\nscript:x",
        "\x01javascript:x", " \x00\x1f javascript:x", "javascript\n:x", "j\na\nv\na\ns\nc\nr\ni\np\nt\n:x",
        "vbscript:x", "data:text/html,<script>x</script>", "data:image/png;base64,x", "blob:https://example.org/x",
        "file:///etc/passwd", "livescript:x", "view-source:javascript:x", "feed:javascript:x",
        "jar:https://example.org/x.jar!/y", "feed:feed:javascript:x", "view-source:https://example.org",
        "javascript&colon;alert(1)", "javascript&#58;x", "javascript&#x3a;x", "javascript&#X03A;x", "javascript&#58x",
        "javascript&#" + "0" * 9000 + "58;x", "java&Tab;script:x", "java&NewLine;script&colon;x", "&#106;avascript:x",
        "javascript&amp;colon;x", "javascript&" + "amp;" * 7 + "colon;x", "data&colon;text/html,x", "vbscript&colon;x",
        "x&" + "amp;" * 20 + "colon;", "&nbsp;javascript:x", "\xa0javascript:alert(1)", "\x7fjavascript:x",
        "\x85javascript:x", "\u2028javascript:x", "\ufeffjavascript:x", "\u3000 \u200bjavascript:x",
        " \u202ejava\nscript:x", "\u3000javascript&colon;x",
    ],
)  # fmt: skip
def test_a_link_is_unsafe(url: str) -> None:
    assert not is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        "", "#note", "?page=2", "/news", "news.html", "./a:b", "//evil.example", "\\\\evil.example", "https:\\\\evil",
        "https://example.org", "HTTP://example.org", " https://example.org ", "mailto:desk@example.org", "tel:+4930",
        "javascript%3Ax", "javascript：x", "1a:b", "/javascript:x", "https://[broken",
        "https://example.org/?a=1&colon;b", "https&colon;//example.org", "?a=1&colon;b", "#javascript&colon;x",
        "/javascript&colon;x", "a&b", "news.html&amp;x", "a&amp;amp;amp;b", "javascript&x", "x&#99999999999;",
        "https://example.org/?q=" + "&amp;" * 20, "\xa0https://example.org", "\ufeff/news",
    ],
)  # fmt: skip
def test_a_link_is_safe(url: str) -> None:
    assert is_safe(url)


def test_the_caller_can_name_other_schemes() -> None:
    assert is_safe("xmpp:a@example.org", schemes={"xmpp"})
    assert not is_safe("https://example.org", schemes={"xmpp"})


@pytest.mark.parametrize("kind", ["png", "jpeg", "jpg", "gif", "webp", "avif", "PNG"])
def test_a_picture_may_stand_in_its_address(kind: str) -> None:
    assert is_safe_image(f"data:image/{kind};base64,AA==")
    assert is_safe_image(f" \x01da\nta:image/{kind},x")
    assert is_safe_image(f"data&colon;image/{kind},x")


@pytest.mark.parametrize(
    "url",
    [
        "data:image/svg+xml,<svg/>", "data:image/svg+xml;base64,x", "data:image/png+svg,x", "data:image/png",
        "data:text/html,x", "data:,x", "javascript:x", "mailto:a@example.org", "data:image/pngx,x",
        "data&colon;image/svg+xml,x", "\ufeffdata:image/svg+xml,x", "javascript&colon;x",
    ],
)  # fmt: skip
def test_no_other_data_is_a_picture(url: str) -> None:
    assert not is_safe_image(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("b.html", "https://example.org/news/b.html"),
        ("../b c", "https://example.org/b%20c"),
        ("//cdn.example.org/x", "https://cdn.example.org/x"),
        ("?a=1", "https://example.org/news/today.html?a=1"),
        ("#top", "https://example.org/news/today.html#top"),
        ("", BASE),
        ("//[broken", "//[broken"),
        ("HTTPS://Example.ORG/ü", "HTTPS://Example.ORG/ü"),
        ("mailto:a@b", "mailto:a@b"),
    ],
)
def test_a_relative_url_is_joined_and_any_other_kept(url: str, expected: str) -> None:
    assert join(url, BASE) == expected


@pytest.mark.parametrize("base", [None, "", "news", "mailto:a@b", "\ud800"])
def test_without_a_usable_base_a_url_stays_as_it_is(base: str | None) -> None:
    assert join("b.html", base) == "b.html"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://WWW.Example.org:8080/x", "www.example.org"),
        ("//example.org/x", "example.org"),
        ("https://bücher.example", "xn--bcher-kva.example"),
        ("https:\\\\example.org", "example.org"),
        ("/news", None),
        ("mailto:a@example.org", None),
        ("https://[broken", None),
        ("\ud800", None),
    ],
)
def test_the_host_is_what_a_browser_would_call(url: str, expected: str | None) -> None:
    assert host(url) == expected


def test_ten_megabytes_are_judged_at_once() -> None:
    for url in (
        "a" * 10_000_000,
        "\n" * 10_000_000 + "javascript:x",
        "a\n" * 5_000_000 + "!",
        "data:" + "\t" * 10_000_000,
        "\u3000" * 10_000_000 + "javascript:x",
    ):
        assert isinstance(is_safe(url) and is_safe_image(url), bool)


@pytest.mark.parametrize(
    "bait", ["&amp;", "&#58", "&#0", "&#9", "&", "a&Tab;", "\u3000&nbsp;", "&amp;amp;", "&#" + "0" * 500]
)
def test_the_time_grows_with_the_length_of_what_is_decoded(bait: str) -> None:
    def judged(url: str) -> None:
        assert isinstance(is_safe(url) and is_safe_image(url), bool)

    assert_linear(lambda times: "x" + bait * times, judged, 400_000 // len(bait))


def test_no_address_in_a_hostile_page_passes_that_a_browser_would_run(samples: Path) -> None:
    file = samples / "hostile-html" / "payloads.json"
    if not file.exists():
        pytest.skip("no hostile payloads among the samples")
    judged = 0
    for payload in json.loads(file.read_text("utf-8")):
        for element in engine.elements(engine.parse(payload["payload"])):
            for value in engine.attributes(element).values():
                if as_a_browser_sees_it(value) in {"javascript", "data", "vbscript"}:
                    judged += 1
                    assert not is_safe(value)

    assert judged > 10


def test_importing_the_module_loads_no_parser() -> None:
    code = "import sys, newsmodel.urls as urls; urls.is_safe('x'); print('ada_url' in sys.modules)"

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"
