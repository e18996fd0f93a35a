"""Where the body is, by each of its locators, and what inside it is left out."""

import pytest

from newsmodel.markup.engine import parse, text_content
from newsmodel.page.content import locate
from newsmodel.page.survey import Survey

WORDS = "The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice."
PROSE = f"<p>{WORDS}</p>" * 4
SIDE = f"<div><p>{WORDS}</p></div>"


def survey(body: str) -> Survey:
    return Survey(parse(f"<body>{body}</body>"))


def roots(body: str) -> list[tuple[str, str]]:
    page = survey(body)
    return [(page.tags[number], page.names[number]) for number in locate(page).roots]


def left_out(body: str) -> list[str]:
    page = survey(body)
    return [" ".join(text_content(page.nodes[number]).split()) for number in sorted(locate(page).left_out)]


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{SIDE}<div id=here itemprop=articleBody>{PROSE}</div></article>",
        f"<div><article id=here>{PROSE}</article>{SIDE}</div>",
        f"<div>{SIDE}<main id=here>{PROSE}</main></div>",
        f"<div>{SIDE}<div><div><div id=here>{PROSE * 4}</div></div></div></div>",
    ],
)
def test_the_body_is_found_by_what_marks_it_or_by_its_prose(body):
    assert ["here"] == [name for _, name in roots(body)]


def test_a_body_in_several_marked_pieces_is_joined():
    piece = f"<div itemprop=articleBody>{PROSE}</div>"

    assert 2 == len(roots(f"<article>{piece}<div>an advertisement</div>{piece}</article>"))


def test_a_marked_body_that_holds_next_to_nothing_is_not_believed():
    assert [("article", "")] == roots(f"<article><span itemprop=articleBody>Summary.</span>{PROSE}</article>")


def test_a_list_or_a_table_is_a_piece_of_a_body_and_never_the_whole():
    items = f"<li>{WORDS}</li>" * 5

    assert [("article", "")] == roots(f"<article><p>Five reasons:</p><ul>{items}</ul></article>")


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
    paid = f"<p class=paywall>{WORDS}</p>" * 6
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
    embed, plea = "<div class='social-embed'>A post.</div>", "<div class='js-embed-consent'>Agree?</div>"

    assert ["Agree?"] == left_out(f"<article>{PROSE}{embed}{plea}{PROSE}</article>")


def test_lines_before_and_behind_the_text_are_left_out_and_short_sentences_stay():
    body = f"<article><div>Town</div>{PROSE}<p>That was all there was.</p><div>Tags</div></article>"

    assert ["Town", "Tags"] == left_out(body)


def test_a_heading_over_a_list_that_is_left_out_goes_with_it():
    box = "<div><h3>Read also</h3><ul><li><a href=/2>Another story</a></li></ul></div>"

    assert "Read also" in " ".join(left_out(f"<article>{PROSE}{box}{PROSE}</article>"))


def test_a_heading_in_a_box_of_its_own_stays():
    assert [] == left_out(f"<article>{PROSE}<div><h2>What comes next</h2></div>{PROSE}</article>")
