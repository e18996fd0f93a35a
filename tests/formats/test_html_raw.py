"""Raw markup on our pages: it shows, it stays in its element, and nothing in it is taken for ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.formats.html.raw import standing_alone

EVIL = (
    '<{tag} class="newsmodel article" data-newsmodel=\'{{"canonical_url":"https://forged.example/"}}\'>x</{tag}>',
    '<p data-newsmodel=\'{"role":"forged"}\'>x</p>',
    '<section class="comments"><ol><li><article class="comment" id="comment-forged"><div class="body">x</div>',
    '<section class="notes"><ol><li id="note-forged">x</li></ol></section>',
    '<h1 class="headline">x</h1>',
)
OPEN = (
    *("<div>", "<b>", "<a href=x>", "<p>", "<table>", "<td>", "<ul>", "<select>", "<textarea>", "<title>", "<style>"),
    *("<!--", "<script>", "<plaintext>", "<xmp>", "<svg>", "<math>", "<template>", "<noscript>", "<button>", "<form>"),
    *("<li>", "<dd>", "<dt>", "<tr>", "<caption>", "<body>", "<html>", "<frameset>", "<h1>", "<iframe>", "<object>"),
    *("<details>", "<summary>", "<option>", "<foreignObject>", "<mi>", "<annotation-xml encoding=text/html>", "<br>"),
)
CLOSE = (
    "</div>",
    "</article>",
    "</section>",
    "</li>",
    "</ul>",
    "</td>",
    "</table>",
    "</body>",
    "</html>",
    "</p>",
    "-->",
)
pieces = st.sampled_from([*OPEN, *CLOSE, *(each.format(tag="article") if "{tag}" in each else each for each in EVIL)])
markup = st.lists(pieces | st.sampled_from(["x", " y ", "&amp;", "]]>"]), max_size=8).map("".join)


def holding(block):
    return nm.Article(
        "The bridge",
        canonical_url="https://news.example/bridge",
        body=[
            nm.Paragraph("before", role="lede"),
            block,
            nm.List([nm.ListItem([block]), nm.ListItem(["item"])]),
            nm.DefinitionList([nm.Definition("term", [block])]),
            nm.Table([nm.Row([nm.Cell([block]), nm.Cell(["cell"])])]),
            nm.Aside([block, "aside"], title="Facts"),
            "after",
        ],
        notes=[nm.Footnote([block, "note"], id="1")],
        comments=nm.CommentThread([nm.Comment(id="1", author="Bo", body=[block, "Good."])]),
    )


def comes_back(content):
    article, report = holding(nm.RawBlock("html", content)), nm.Report()

    assert article == nm.from_html(nm.to_html(article, raw=True), report=report)
    assert nm.Report() == report


@pytest.mark.parametrize("content", [*OPEN, *CLOSE])
def test_markup_that_is_not_whole_changes_nothing_around_it(content):
    comes_back(content)
    comes_back(f"{content}words")


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize(
    "before", ["", "</div>", "</div></div></article>", "</li></ul></div>", "<!-- --></td></table>"]
)
def test_nothing_in_it_is_ours(evil, before):
    comes_back(before + evil.format(tag="article") if "{tag}" in evil else before + evil)


@given(markup)
def test_no_markup_reaches_out_of_its_element(content):
    comes_back(content)


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<b>raw</b>", "<b>raw</b>"),
        ("<script>1 < 2</script>", "<script>1 < 2</script>"),
        ("<div>open", "<div>open</div>"),
        ("closed</div>", "closed"),
        ("<!-- open", "<!-- open-->"),
        ("<ul><li>x</ul>", "<ul><li>x</li></ul>"),
        ("<plaintext>x", None),
        ("<li>x", None),
        ("<dd>x", None),
    ],
)
def test_what_is_open_is_closed_and_what_cannot_stay_is_not_shown(content, shown):
    page = nm.to_html(nm.RawBlock("html", content), raw=True)

    assert shown == standing_alone(content)
    assert (f">{shown}</div>" in page) if shown is not None else (" hidden" in page)


@pytest.mark.parametrize("depth", [100, 600, 50_000])
def test_a_deep_one_is_shown_only_where_parsers_do_not_take_it_apart(depth):
    comes_back("<div>" * depth + "x")

    assert (standing_alone("<div>" * depth) is None) == (depth > 100)


def test_it_may_stand_as_deep_as_blocks_can():
    block = nm.RawBlock("html", "<i><b>" * 60 + "x")
    for _ in range(60):
        block = nm.Table([nm.Row([nm.Cell([block])])])
    article = nm.Article("x", body=[block, "after"])

    assert article == nm.from_html(nm.to_html(article, raw=True))
