"""An opinion piece with its author's portrait, a block quote and a footnote."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Access,
    Article,
    Concept,
    Credit,
    Dates,
    Divider,
    EditorNote,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Organisation,
    Paragraph,
    Person,
    PullQuote,
    Quote,
    Section,
    Span,
)

WINTER = timezone(timedelta(hours=1))
SITE = "https://courier.example"

ARTICLE = Article(
    headline="Leave the sea lamps lit",
    kicker="Opinion",
    standfirst="Satellites tell a captain where she is. They have never told anyone that somebody is awake.",
    genres=[Concept("Opinion", kind="genre")],
    slug="leave-the-sea-lamps-lit",
    section=Section("Opinion", f"{SITE}/opinion"),
    byline="Hanne Corvell",
    credits=[
        Credit(
            Person(
                "Hanne Corvell",
                url=f"{SITE}/by/hanne-corvell",
                image="pictures/hanne-corvell.svg",
                title="Columnist",
                biography="Hanne Corvell was a ship’s pilot in Ellersby for nineteen years and writes about the coast.",
            )
        )
    ],
    publisher=Organisation("The Ellersby Courier", url=SITE, logo=f"{SITE}/logo.png"),
    dates=Dates(published=datetime(2026, 11, 8, 6, 0, tzinfo=WINTER)),
    language="en",
    canonical_url=f"{SITE}/opinion/leave-the-sea-lamps-lit",
    access=Access("metered"),
    concepts=["lighthouses", "shipping", "public spending"],
    lead_media=Image(
        "pictures/lighthouse.svg",
        alt="A white lighthouse on a dark headland throws one long beam over a calm sea.",
        caption="The light on Skarrow Head has burned since 1861.",
        credit="Harbour Board archive",
        width=1200,
        height=675,
    ),
    body=[
        Paragraph(
            "In the winter of my second year as a pilot I took a coal ship past Skarrow Head in sleet so thick "
            "that I could not see my own hand on the rail. The instruments were good. They said that we were where "
            "we ought to be, and they were right. I believed them, and I was afraid all the same, until the light "
            "came round.",
            drop_cap=True,
        ),
        Paragraph(
            [
                "The Harbour Board now proposes to put out nine of the twelve lamps between Cape Farrow and the "
                "Narrows. They cost 640,000 crowns a year, it says, and serve “no vessel that could not do "
                "without”.",
                FootnoteReference("board-paper"),
                " Every word of that is true, and the sentence is still wrong.",
            ]
        ),
        Heading("What a light is for"),
        Paragraph(
            "A lamp is not a cheaper satellite. A position is a fact about yourself; a light is a fact about the "
            "world outside. When the two agree you know something that neither can tell you alone. In March the "
            "receivers of eleven ships in the roads were out by four hundred metres for most of a night, and "
            "nobody has yet said why. Their masters did what masters have always done. They looked out of the "
            "window."
        ),
        Quote(
            [
                "We had three boxes that agreed with each other, and a lamp that did not. I am glad that I was "
                "raised to believe the lamp."
            ],
            attribution="Log of the MV Annika Storr, 19 March",
        ),
        Paragraph(
            [
                "Fishermen, who are not “vessels” in the Board’s table because they are under fifteen metres, have ",
                Span("nothing but", marks=["emphasis"]),
                " the window. There are 230 of them on this coast. I have not found one whom the Board asked.",
            ]
        ),
        PullQuote("They looked out of the window."),
        Heading("Cheap at the price"),
        Paragraph(
            "I know the answer to this: sentiment. A columnist who used to be a pilot likes lighthouses, how "
            "touching. But the Board spends 900,000 crowns a year on the flower beds of the cruise terminal, and "
            "no one has called a begonia an aid to navigation."
        ),
        Paragraph(
            "Put new lamps in the old towers, which would halve the bill in six years by the Board’s own figures. "
            "Let the towns that want to keep theirs pay for the paint; three have offered. And when all that is "
            "done, if there is still a hole in the budget, come to Ellersby on a night in January and tell us "
            "again which lights we can do without."
        ),
        Divider(),
        EditorNote("The Harbour Board takes comments on the proposal until 12 December."),
    ],
    notes=[
        Footnote("Harbour Board, paper 26/114, “Aids to navigation: a review”, page 31.", id="board-paper", label="1")
    ],
)
