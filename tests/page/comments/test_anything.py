"""Whatever a page holds that looks like comments: no exception, ids of their own, nobody their own parent."""

from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm

_WORDS = (
    "comment wpd-comment wpd-comm-1_0 wpd-comm-2_1 wc-comm-3_2 li-comment-4 depth-1 depth-2 depth-999 children replies"
    " indented fn author comment-author date comment-date comment-content comment-body cooked post post-1 post-message"
    " c1234567890123 comment-thread h-cite u-comment p-author dt-published e-content coral-comment coral-indent-1"
    " coral-comment-content js-comment comment-node person-listing disqus_thread wpdcom comments reply in-reply-to"
    " wpd-inline-shortcode wpd-inline-a1 wpd-inline-feedback-wrapper epoch-comment pingback"
)
_NAMES = st.sampled_from(_WORDS.split())
_ATTRIBUTES = st.one_of(
    st.builds("class='{}'".format, st.lists(_NAMES, max_size=3).map(" ".join)),
    st.builds("id='{}'".format, st.one_of(_NAMES, st.builds("comment-{}".format, st.integers(0, 9)))),
    st.builds("href='{}'".format, st.sampled_from(["#comment-1", "javascript:x", "?showComment=1772439300000#c1"])),
    st.builds("datetime='{}'".format, st.sampled_from(["2026-03-02T09:15:00Z", "comment_date", "9999999999999", ""])),
    st.builds("itemprop={0} itemscope itemtype='https://schema.org/{1}'".format,
              st.sampled_from(["comment", "author", "text"]), st.sampled_from(["Comment", "Person"])),
    st.just("data-comment-id=7 title='12 points' data-parent-id=1"),
)  # fmt: skip
_TAG_NAMES = "li div article section dl dt dd ol ul span a time cite p form button h3 b input"
_TAGS = st.sampled_from(_TAG_NAMES.split())
_PIECES = st.one_of(
    st.builds("<{} {}>".format, _TAGS, st.lists(_ATTRIBUTES, max_size=2).map(" ".join)),
    st.builds("</{}>".format, _TAGS),
    st.sampled_from(["Ann says:", "March 2, 2026 at 9:15 am", "3 comments", "\x00 \ufffe", "Text. ", "1 year ago"]),
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_page_gives_a_thread(markup):
    thread = nm.parse(f"<body>{markup}", "html").comments

    assert len({comment.id for comment in thread}) == len(thread)
    assert not any(comment.parent == comment.id for comment in thread)
    assert nm.from_json(nm.to_json(nm.Article(comments=thread))).comments == thread


@given(st.recursive(st.one_of(st.none(), st.text(max_size=9), st.integers(), st.booleans()), lambda inner: st.one_of(
    st.lists(inner, max_size=3),
    st.dictionaries(st.sampled_from(["@type", "@id", "text", "author", "comment", "parentItem", "dateCreated", "name",
                                     "upvoteCount", "url"]), inner, max_size=4),
), max_leaves=12))  # fmt: skip
def test_any_linked_data_gives_a_thread(value):
    from json import dumps

    data = dumps({"@type": "NewsArticle", "comment": value}).replace("</", "<\\/")
    page = f'<script type="application/ld+json">{data}</script>'

    assert len(nm.parse(page, "html").comments) <= 1000
