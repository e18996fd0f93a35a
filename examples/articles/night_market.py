"""A local story as a WordPress site runs it: a share bar, and readers who answer one another below it."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Account,
    Anchor,
    Article,
    Badge,
    Comment,
    CommentPolicy,
    CommentThread,
    Dates,
    FeedbackForm,
    Figure,
    Heading,
    Image,
    Link,
    Organisation,
    Paragraph,
    Person,
    Section,
    ShareAction,
    Span,
    Tally,
)

WINTER = timezone(timedelta(hours=1))
SITE = "https://quaysidepost.example"
PAGE = f"{SITE}/2026/11/night-market-may-stay-until-spring/"


def on(day: int, hour: int, minute: int) -> datetime:
    """A time in November."""
    return datetime(2026, 11, day, hour, minute, tzinfo=WINTER)


def reader(name: str, role: str = "reader") -> Account:
    """Someone who comments, with the picture that the site shows beside the name."""
    return Account(name, role=role, avatar="pictures/reader.svg")


HARBOUR_GULL = reader("harbour_gull")
EDITOR = Account("Lotte Brandsma", role="staff", badges=[Badge("Editor", kind="staff")], avatar="pictures/reader.svg")

ARTICLE = Article(
    headline="The night market may stay on Quay Street until spring",
    standfirst="The council drops its plan for a winter break. The fish smokers must move ten metres to the left.",
    slug="night-market-may-stay-until-spring",
    section=Section("Town", f"{SITE}/category/town/"),
    byline="by Lotte Brandsma",
    credits=[Person("Lotte Brandsma", url=f"{SITE}/author/lotte/")],
    publisher=Organisation("The Quayside Post", url=SITE, logo=f"{SITE}/logo.png"),
    dates=Dates(published=on(12, 9, 30), modified=on(12, 14, 5)),
    language="en",
    canonical_url=PAGE,
    concepts=["night market", "Quay Street", "council"],
    lead_media=Image(
        "pictures/night-market.svg",
        alt="Stalls under strings of lamps along a dark quay, steam rising from one of them.",
        caption="The market on Saturday, an hour before it closed.",
        credit="The Quayside Post",
        width=1200,
        height=675,
    ),
    body=[
        Paragraph(
            "The stalls on Quay Street will not be taken down in December. The council voted 14 to 9 on Tuesday "
            "evening to let the night market run through to the end of March, on Fridays and Saturdays, from five "
            "until eleven.",
            id="vote",
        ),
        Paragraph(
            "That is a turn of the wheel. In September a report had called the market “a fair-weather pleasure” "
            "and proposed that it close from Advent to Easter, chiefly for the sake of the lamps: the old cables "
            "on the quay date from 1974."
        ),
        Heading("Who pays for the cables"),
        Paragraph(
            [
                "The answer is: the market does. Its 43 stallholders will pay 18 crowns an evening instead of 15, "
                "and in return the town lays a new line along ",
                Span("the whole of the quay", marks=[Link(f"{SITE}/2026/09/what-lies-under-quay-street/")]),
                ". The work is to begin on 4 January and to take nine days, “or as long as it takes to find the "
                "old one,” as the head of the works department put it.",
            ],
            id="cables",
        ),
        Paragraph(
            "The three smokers of fish had been the subject of 26 letters. They move ten metres down the quay, "
            "away from the windows of the Hotel Meridian, to where the wind takes the smoke over the water on most "
            "nights."
        ),
        Figure(
            Image(
                "pictures/fish-hall.svg",
                alt="The arched doors of the fish hall, with wet cobbles in front of them.",
                caption="From January the smokers stand in front of the fish hall.",
                credit="The Quayside Post",
                width=1200,
                height=675,
            )
        ),
        Paragraph(
            "“On most nights,” repeated Anselm Groot, who has smoked eel there for 22 years. “On the others they "
            "can close the window, as their grandmothers did.”"
        ),
    ],
    comment_policy=CommentPolicy(open=True, moderation="post"),
    comments=CommentThread(
        [
            Comment(
                id="3101",
                author=HARBOUR_GULL,
                created=on(12, 10, 2),
                body=["Eighteen crowns! For that I want the lamps to work in February."],
                votes=Tally(up=12, down=1),
            ),
            Comment(
                id="3102",
                parent="3101",
                author=EDITOR,
                created=on(12, 10, 40),
                body=["The new line is to be finished in January. We shall go and count the lamps."],
                votes=Tally(up=9, down=0),
                kind="staff-reply",
                flags=["featured"],
            ),
            Comment(
                id="3103",
                parent="3102",
                author=HARBOUR_GULL,
                created=on(12, 10, 44),
                body=[Paragraph(["There are ", Span("96", marks=["strong"]), ". I have counted."])],
                votes=Tally(up=21, down=0),
            ),
            Comment(
                id="3104",
                author=reader("Agnes from the Meridian"),
                created=on(12, 12, 15),
                body=[
                    "I am one of the 26 letters. Nobody asked for them to go away. We asked whether the eel could "
                    "start an hour later.",
                    "Ten metres is fine.",
                ],
                votes=Tally(up=30, down=4),
                flags=["edited"],
                edited=on(12, 12, 18),
            ),
            Comment(id="3105", parent="3104", created=on(12, 12, 30), status="deleted", removed_by="moderator"),
            Comment(
                id="3106",
                parent="3105",
                author=reader("T. Verhulst", role="guest"),
                created=on(12, 13, 1),
                body=["That was uncalled for. But the grandmothers did close their windows."],
                votes=Tally(up=5, down=0),
            ),
            Comment(
                id="3107",
                author=reader("old sparky"),
                created=on(13, 8, 20),
                body=["Five. The plan from 1974 is in the works department, second drawer; I put it there."],
                votes=Tally(up=44, down=0),
                flags=["pinned"],
                anchor=Anchor(
                    "as long as it takes to find the old one",
                    block="cables",
                    question="How many days will it take?",
                    open=True,
                ),
            ),
        ],
        declared=8,
        declared_top_level=3,
        complete=False,
        order="oldest",
        open=True,
        system="wpdiscuz",
        url=f"{PAGE}#comments",
        forms=[
            FeedbackForm(
                "How many days will it take?",
                open=True,
                anchor=Anchor("as long as it takes to find the old one", block="cables"),
            )
        ],
    ),
    share_actions=[
        ShareAction("facebook", label="Share", count=18),  # the page leads where `share_url` says
        ShareAction("x", label="Tweet"),
        ShareAction("reddit", label="Submit"),
        ShareAction("pinterest", label="Pin"),
    ],
)
