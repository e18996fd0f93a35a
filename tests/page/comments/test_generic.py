"""Comments by their shape alone, and what only looks like them."""

import pytest

import newsmodel as nm

PROSE = "<p>The harbour board voted on Tuesday to move the crossing, which has closed the road to the quay twice.</p>"
SAID = ("At last, a boat again!", "And who pays for that pier?", "Fine by me, as long as it sails.")
NAMES = ("Ann", "Ole", "Marta Quist")


def comments(markup: str) -> list[nm.Comment]:
    return list(
        nm.parse(f"<article><h1>T</h1>{PROSE}</article>{markup}", "html", url="https://quayside.example/a").comments
    )


def items(form: str, *, names=NAMES, said=SAID) -> str:
    days = ("2 March 2026", "3 March 2026", "4 March 2026")
    return "".join(form.format(name=n, day=d, said=s) for n, d, s in zip(names, days, said, strict=True))


@pytest.mark.parametrize(
    "form",
    [
        "<div class=a1><b>{name}</b><time>{day}</time><p>{said}</p></div>",
        "<div><span>{name}</span><span>{day}</span><div>{said}</div></div>",
        "<li><p>{said}</p><p>Posted by {name} on {day}</p></li>",
        "<blockquote><small>{name}, {day}</small><p>{said}</p></blockquote>",
        "<div class='flex x'><div class='flex'><i>{name}</i><i>{day}</i></div><p>{said}</p><a>Teilen mit</a></div>",
    ],
)
def test_repeated_items_in_a_section_are_comments(form):
    found = comments(f"<section id=comments><h2>3 comments</h2>{items(form)}</section>")

    assert list(NAMES) == [comment.author.name for comment in found]
    assert list(SAID) == [nm.plain_text(comment) for comment in found]
    assert [2, 3, 4] == [comment.created.day for comment in found]


def test_what_stands_in_all_comments_alike_is_no_text():
    form = "<div><b>{name}</b><time>{day}</time><p>{said}</p><span>Jaa tämä</span></div>"

    assert list(SAID) == [nm.plain_text(comment) for comment in comments(f"<div id=comments>{items(form)}</div>")]


def test_a_name_that_stands_in_every_comment_first_is_the_author():
    form = "<div><span class=q>{name}</span><time>{day}</time><p>{said}</p><a href=/u>profile of {name}</a></div>"

    assert list(NAMES) == [comment.author.name for comment in comments(f"<div id=comments>{items(form)}</div>")]


@pytest.mark.parametrize(
    "page",
    [
        "<aside><h2>Latest comments</h2><div class=latest-comments>{}</div></aside>",
        "<div class=sidebar><div class=discussion>{}</div></div>",
        "<div class=related-stories>{}</div>",
        "<div class=all-the-comments-widget>{}</div>",
    ],
)
def test_teasers_are_no_comments(page):
    form = "<div class=item><span class=author>{name}</span><time>{day}</time><h3><a href=/b>{said}</a></h3></div>"

    assert [] == comments(page.format(items(form)))


def test_a_discussion_of_another_name_is_one_if_it_can_be_answered():
    form = "<div class=item><b>{name}</b><time>{day}</time><p>{said}</p>{{}}</div>"
    page = f"<div class=x-conversation>{items(form)}</div>"

    assert [] == comments(page.replace("{}", ""))
    assert 3 == len(comments(page.replace("{}", "<a href=#>Reply</a>")))
