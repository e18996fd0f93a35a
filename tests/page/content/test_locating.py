"""Where the body is, whatever container it stands in, and what inside it is left out."""

import pytest

import newsmodel as nm
from newsmodel.markup.engine import parse, text_content
from newsmodel.page.content import locating
from newsmodel.page.content.locating import locate
from newsmodel.page.survey import Survey

SENTENCES = (
    "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice.",
    "Its chair, Ada Mensah, said that the ferry would keep to its timetable, in spite of the works on the pier.",
    "Nobody on the island was asked, the fishers complain, although the slip is theirs since the last war.",
    "A report of the county puts the price at nine million, a third of which the state is going to pay.",
)
WORDS = SENTENCES[0]
PROSE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
SIDE = (
    "<div><p>Elsewhere: a second bridge is planned in the north of the county, for twice the money, they say.</p></div>"
)


def survey(body: str) -> Survey:
    return Survey(parse(f"<body>{body}</body>"))


def root(body: str) -> tuple[str, str]:
    page = survey(body)
    (number,) = locate(page).roots
    return page.tags[number], page.names[number]


def left_out(body: str) -> list[str]:
    page = survey(body)
    return [" ".join(text_content(page.nodes[number]).split()) for number in sorted(locate(page).left_out)]


@pytest.mark.parametrize(
    "body",
    [
        f"<div><article id=here>{PROSE}</article><footer>{SIDE}</footer></div>",
        f"<nav>{SIDE}</nav><main id=here>{PROSE}</main>",
        f"<div><div><div><div id=here>{PROSE * 4}</div></div></div></div>",
        f"<div id=here><div>{PROSE}</div><div><nav>Next</nav></div><section>{PROSE}</section></div>",
        f"<div id=here><ul><li>{WORDS}<li>{SENTENCES[1]}</ul></div>",
        f"<table><tr><td id=here>{PROSE}</td></tr></table>",
    ],
)
def test_the_body_is_the_element_around_its_lines(body):
    assert root(body) == (root(body)[0], "here")


def test_a_list_or_a_table_is_a_piece_of_a_body_and_never_the_whole():
    items = "".join(f"<li>{sentence}</li>" for sentence in SENTENCES)

    assert root(f"<article><p>Five reasons:</p><ul>{items}</ul></article>") == ("article", "")
    assert root(f"<article><ul>{items}</ul></article>") == ("article", "")


def test_a_page_too_small_to_judge_by_is_its_own_body():
    assert root("<p>Rain.</p>") == ("body", "")


def test_a_page_without_words_has_no_body():
    assert locate(survey("<img src=a.png>")).roots == ()


def test_a_page_in_a_noscript_that_nobody_closed_is_read():
    article = nm.parse(f"<body><noscript><div><h1>The crossing moves</h1>{PROSE}</div></body>", "html")

    assert nm.plain_text(article).split("\n\n") == list(SENTENCES)


def test_the_headline_of_the_page_is_no_line_of_the_body():
    assert left_out(f"<article><h1>The crossing moves</h1>{PROSE}</article>") == ["The crossing moves"]


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav>Go on</nav>",
        "<div class='c-newsletterBox'>Go on</div>",
        "<aside class=related>Go on</aside>",
        "<div class='ad-slot'>Go on</div>",
        "<div role=navigation>Go on</div>",
        "<div hidden>Go on</div>",
        "<p><a href=/2>Go on</a></p>",
        "<form>Go on</form>",
    ],
)
def test_chrome_in_the_body_is_left_out(chrome):
    assert ["Go on"] == left_out(f"<article>{PROSE}{chrome}{PROSE}</article>")


def test_a_name_is_no_chrome_where_it_stands_on_most_of_the_text():
    assert [] == left_out(f"<article><div class='paywall modal-open'>{PROSE}</div></article>")


def test_a_name_is_no_chrome_where_parts_of_that_name_are_the_text():
    paid = PROSE.replace("<p>", "<p class=paywall>")
    grid = f"<div class='sidebar-grid__container'>{PROSE}</div>" * 3

    assert [] == left_out(f"<article><p>{WORDS}</p>{paid}</article>")
    assert [] == left_out(f"<article>{grid}</article>")
    assert [] == left_out(
        f"<article>{'<div class=sidebar-grid><div class=social-wrap>' + PROSE + '</div></div>'}</article>"
    )


def test_an_id_of_a_heading_is_made_of_its_words_and_names_nothing():
    assert [] == left_out(f"<article>{PROSE}<h2 id=how-to-share-a-newsletter>How to share</h2>{PROSE}</article>")


def test_what_a_script_will_put_in_its_place_is_text_already():
    assert [] == left_out(f"<article>{PROSE}<div hidden id=S:1><p>{WORDS}</p></div></article>")


def test_an_embed_stays_and_a_plea_for_consent_to_it_goes():
    embed = "<div class='social-embed'><blockquote>A post.</blockquote></div>"
    plea = "<div class='js-embed-consent'><p>Agree?</p></div>"

    assert left_out(f"<article>{PROSE}{embed}{plea}{PROSE}</article>") == ["Agree?"]


def test_a_picture_stays_with_its_caption_and_without_the_lines_that_are_none():
    figure = "<figure><img src=a.png><figcaption>The pier.</figcaption><div>Enlarge</div></figure>"

    assert left_out(f"<article>{PROSE}{figure}{PROSE}</article>") == ["Enlarge"]


def test_a_box_with_a_picture_is_a_figure_and_the_words_in_it_its_caption():
    box = "<div class=picture><img src=a.png><div><span>The pier at noon</span></div></div>"
    article = nm.parse(f"<article>{PROSE}{box}{PROSE}</article>", "html")
    shown = next(nm.walk(article, nm.Figure))

    assert str(shown.media.caption) == "The pier at noon"
    assert "The pier at noon" not in nm.plain_text(article)


def test_the_caption_of_a_table_stays_with_it():
    rows = "".join(f"<tr><td>Pier {number}<td>{number}0 metres long</tr>" for number in range(4))
    article = nm.parse(f"<article>{PROSE}<table><caption>Piers</caption>{rows}</table>{PROSE}</article>", "html")

    assert [str(table.caption) for table in nm.walk(article, nm.Table)] == ["Piers"]


def test_a_picture_of_a_teaser_goes_with_it():
    teaser = "<div class=card><a href=/2><img src=a.png></a><h3><a href=/2>Another story</a></h3></div>"

    assert "Another story" in " ".join(left_out(f"<article>{PROSE}{teaser}{PROSE}</article>"))


def test_a_line_behind_the_text_is_left_out_and_a_short_sentence_stays():
    body = f"<article>{PROSE}<p>That was all there was.</p><div>Tags</div></article>"

    assert left_out(body) == ["Tags"]


def test_a_heading_over_a_list_that_is_left_out_goes_with_it():
    box = "<div><h3>Read also</h3><ul><li><a href=/2>Another story</a></li></ul></div>"

    assert "Read also" in " ".join(left_out(f"<article>{PROSE}{box}{PROSE}</article>"))


def test_a_heading_in_a_box_of_its_own_stays():
    assert [] == left_out(f"<article>{PROSE}<div><h2>What comes next</h2></div>{PROSE}</article>")


def test_an_element_that_nobody_knows_is_part_of_its_line():
    name = "<x-mention>Ada</x-mention> <blue>Mensah</blue>"
    sentence = f"<p>She had written to the council, {name}, that nobody was asked.</p>"
    article = nm.parse(f"<article>{PROSE}{sentence}{PROSE}</article>", "html")

    assert "the council, Ada Mensah, that" in nm.plain_text(article)


def test_the_words_of_a_line_stay_in_it_whatever_else_stands_there():
    """Text right inside a `div`, with links and breaks, beside a box that is none of the article."""
    lines = "<br>".join(f"{sentence} <a href=/x>More of it</a>, they say." for sentence in SENTENCES)
    body = f"<main><div id=here>{lines}<div class=poll><p>Vote now</p></div><b>That is all.</b></div></main>"

    assert left_out(body) == ["Vote now"]


def cut(body: str, *kept: int) -> list[str]:
    """What is left out of a page of which these lines are kept."""
    page = survey(body)
    lines = sorted(page.lines)
    content = locating._cut(page, [lines[at] for at in kept], set())
    return [" ".join(text_content(page.nodes[each]).split()) for each in sorted(content.left_out)]


@pytest.mark.parametrize(("kept", "left"), [([0, 1, 2, 3, 4, 5], []), ([0, 1, 2, 3, 5], []), ([0, 1, 2, 5], ["cd"])])
def test_a_table_that_is_mostly_of_the_article_has_no_holes(kept, left):
    table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"

    assert cut(f"<main><p>x</p><div>{table}</div><p>y</p></main>", *kept) == left


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<blockquote><p>a</blockquote>", []),
        ("<pre>a</pre>", []),
        ("<table><tr><td>a</table>", []),
        ("<dl><dt>a</dl>", []),
        ("<div>a</div>", ["a"]),
        ("<blockquote class=newsletter>a</blockquote>", ["a"]),
        ("<blockquote><a href=/x>a</a></blockquote>", ["a"]),
        ("<div><blockquote>a</blockquote></div>", ["a"]),
    ],
)
def test_a_quote_right_between_two_lines_of_the_article_is_of_it(inside, left):
    assert cut(f"<main><p>x</p>{inside}<p>y</p></main>", 0, 2) == left


def test_a_card_that_a_writer_inserted_is_kept_between_lines_of_the_article():
    card = "<div class='kg-card kg-callout-card'><div>No ferry on Mondays.</div></div>"
    button = "<div class='kg-card kg-button-card'><a href=/x>Go to website</a></div>"

    assert left_out(f"<main>{PROSE}{card}{button}{PROSE}</main>") == ["Go to website"]


def test_the_post_of_a_network_is_kept_whole_between_lines_of_the_article():
    said_by = "&mdash; X (<a href=/x>@x</a>) <a href=/x/post/3>May 1</a>"
    post = f"<blockquote class=bluesky-embed><p>Hello</p>{said_by}</blockquote>"

    assert left_out(f"<main>{PROSE}{post}{PROSE}</main>") == []
