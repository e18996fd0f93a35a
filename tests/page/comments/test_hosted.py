"""Systems whose comments a script brings: named, with the key and the address that they know the page by."""

import pytest

from newsmodel.markup.engine import parse
from newsmodel.model import CommentThread
from newsmodel.page import read_page
from newsmodel.report import Report

PROSE = "<p>The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice.</p>"
PAGE = "https://quayside.example/ferries"


def thread(markup: str) -> CommentThread:
    return read_page(parse(f"<article><h1>T</h1>{PROSE}</article>{markup}"), Report(), url=PAGE).comments


@pytest.mark.parametrize(
    ("markup", "system", "key", "url"),
    [
        ('<div id="disqus_thread" data-disqus-identifier="a-1"></div>', "disqus", "a-1", None),
        (
            '<div id="disqus_thread"></div><script>var disqus_config = function () { this.page.url = "/ferries";'
            ' this.page.identifier = "a-2"; };</script>',
            "disqus",
            "a-2",
            PAGE,
        ),
        ('<script src="https://quayside.disqus.com/embed.js"></script>', "disqus", "quayside", None),
        (
            '<vf-conversations vf-container-id="v-1"></vf-conversations>'
            '<script src="//cdn.viafoura.net/entry/index.js"></script>',
            "viafoura",
            "v-1",
            None,
        ),
        (
            '<script src="https://launcher.spot.im/spot/sp_abc" data-post-id="p-1"'
            f' data-post-url="{PAGE}"></script><div data-spotim-module="conversation"></div>',
            "openweb",
            "p-1",
            PAGE,
        ),
        (
            '<div id="coral_thread"></div>'
            '<script>Coral.createStreamEmbed({storyID: "c-1", storyURL: "/ferries"})</script>',
            "coral",
            "c-1",
            PAGE,
        ),
        (f'<div class="fb-comments" data-href="{PAGE}"></div>', "facebook", PAGE, PAGE),
        ('<hyvor-talk-comments website-id="1" page-id="h-1"></hyvor-talk-comments>', "hyvor", "h-1", None),
        ('<script src="https://utteranc.es/client.js" issue-term="pathname"></script>', "utterances", "pathname", None),
        (
            '<script src="https://giscus.app/client.js" data-mapping="specific" data-term="g-1"></script>',
            "giscus",
            "g-1",
            None,
        ),
        (
            '<div id="commento"></div><script src="/js/commento.js" data-page-id="k-1"></script>',
            "commento",
            "k-1",
            None,
        ),
        ('<section id="isso-thread" data-isso-id="/i-1"></section>', "isso", "/i-1", None),
        ('<div id="remark42"></div>', "remark42", None, None),
    ],
)
def test_a_system_is_named_with_its_key(markup, system, key, url):
    found = thread(markup)

    assert (system, key, url, 0) == (found.system, found.key, found.url, len(found))


def test_a_declared_count_is_kept_beside_it_and_the_thread_is_not_complete():
    found = thread('<a class="comments-link">5 comments</a><div id="disqus_thread"></div>')

    assert ("disqus", 5, False) == (found.system, found.declared, found.complete)


def test_the_name_of_the_site_is_kept():
    found = thread('<div id="disqus_thread"></div><script src="//quayside.disqus.com/embed.js"></script>')

    assert {"disqus": {"site": "quayside"}} == dict(found.extra)


def test_a_page_without_comments_has_no_system():
    assert CommentThread() == thread("<footer>Contact</footer>")
