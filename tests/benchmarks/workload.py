"""The article that is measured: a report of 60 blocks with marks and links, and 200 comments, in words of our own."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Article,
    Block,
    Comment,
    CommentThread,
    Dates,
    Figure,
    Heading,
    Image,
    Link,
    List,
    Paragraph,
    PullQuote,
    Quote,
    Section,
    Span,
    Tally,
)

SITE = "https://courier.example"
MORNING = datetime(2026, 3, 5, 6, 30, tzinfo=timezone(timedelta(hours=1)))

SENTENCES = (
    "The harbour board met behind closed doors until shortly before midnight.",
    "Nobody on the quay remembers a tide as high as the one of last Thursday.",
    "“We were promised pumps in 2019, and what we got was a folder,” said the master of the night ferry.",
    "Repairs to the east wall are to begin in April & end, if the weather holds, before the herring fair.",
    "According to the figures, 3 < 5 of the gates can still be closed by hand.",
    "The town has set aside 1.4 million crowns, a third of what the engineers asked for.",
    "Schools on the island stay shut until Monday; the ferry sails twice a day.",
    "A spokeswoman for the ministry declined to comment on the report.",
)
REPLIES = (
    "I live two streets from the wall and nobody has told us anything.",
    "Thank you for reporting this; the council papers are public & worth reading.",
    "The pumps were bought, they were never connected. Ask the works department.",
    "My grandfather built the first gate. He would not be surprised.",
)


def article(blocks: int = 60, comments: int = 200) -> Article:
    """A report of so many blocks and comments; the same every time."""
    return Article(
        "Harbour wall “will not outlast the winter”, engineers warn",
        standfirst="An unpublished report puts the cost at four times what the town has set aside.",
        section=Section("Coast", url=f"{SITE}/coast"),
        byline=["By ", Span("Maren Holt", marks=[Link(f"{SITE}/people/maren-holt")])],
        dates=Dates(published=MORNING, modified=MORNING + timedelta(hours=3)),
        language="en",
        canonical_url=f"{SITE}/coast/harbour-wall",
        body=[_block(number) for number in range(blocks)],
        comments=CommentThread([_comment(number) for number in range(comments)], declared=comments),
    )


def _block(number: int) -> Block:
    """Mostly paragraphs; of every ten blocks one is a heading, and one a list, a quote or a figure."""
    if number % 10 == 5:
        return Heading(f"What the engineers found, part {number // 10 + 1}")
    if number % 10 != 9:
        return _paragraph(number)
    others: tuple[Block, ...] = (
        List([SENTENCES[(number + item) % len(SENTENCES)] for item in range(4)]),
        Quote([_paragraph(number)], attribution="Report on the east wall, page 14"),
        Figure(_image(number)),
        PullQuote(SENTENCES[2], attribution="Ole Brandt"),
    )
    return others[number // 10 % len(others)]


def _paragraph(number: int) -> Paragraph:
    """Three sentences, with a link, something strong, and now and then something within the link."""
    first, second, third = (SENTENCES[(number * 3 + step) % len(SENTENCES)] for step in range(3))
    link = Link(f"{SITE}/coast/reports?page={number}&part=2")
    return Paragraph(
        [
            f"{first} ",
            Span("The report", marks=[link]),
            Span(" of the board", marks=[link, "emphasis"] if number % 3 == 0 else [link]),
            f" says so on page {number + 3}. {second} ",
            Span("Not one gate", marks=["strong"]),
            f" was tested. {third}",
        ]
    )


def _image(number: int) -> Image:
    return Image(
        f"{SITE}/pictures/wall-{number}.jpg",
        alt="A wall of grey stone with a gap the width of a car",
        caption="The east wall on Friday.",
        credit="Ines Vik",
        width=1600,
        height=1067,
    )


def _comment(number: int) -> Comment:
    """Every other one answers the one before; one in four has votes."""
    return Comment(
        id=f"c{number}",
        parent=f"c{number - 1}" if number % 2 else None,
        author=f"Reader {number % 40}",
        created=MORNING + timedelta(minutes=7 * number),
        body=[REPLIES[number % len(REPLIES)], REPLIES[(number + 1) % len(REPLIES)]][: 1 + number % 2],
        votes=Tally(up=number, down=3) if number % 4 == 0 else Tally(),
    )
