"""A data story: a table, a timeline, an embed, footnotes, a correction, a recipe and a review."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Article,
    Cell,
    Concept,
    Correction,
    Dates,
    Definition,
    DefinitionList,
    Embed,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Link,
    List,
    Organisation,
    Paragraph,
    Person,
    Rating,
    Recipe,
    Review,
    Revision,
    Row,
    Section,
    Span,
    Table,
    Timeline,
    TimelineEvent,
)

WINTER = timezone(timedelta(hours=1))
SITE = "https://courier.example"
PRICES = [
    ("Aldmouth", "2.10", "3.85", "+83 %"),
    ("Ellersby", "1.95", "3.20", "+64 %"),
    ("Harrowgate", "1.80", "3.05", "+69 %"),
    ("Saltergate", "1.85", "2.95", "+59 %"),
    ("Skarrow", "2.40", "4.60", "+92 %"),
]


def heads(town: str, *words: str) -> Row:
    """A row of column heads, those of numbers set flush right."""
    return Row([Cell(town, header=True), *(Cell(word, header=True, alignment="right") for word in words)])


def prices(town: str, *cells: str) -> Row:
    """A row of numbers, set flush right, headed by its town."""
    return Row([Cell(town, header=True), *(Cell(cell, alignment="right") for cell in cells)])


ARTICLE = Article(
    headline="What a loaf costs: ten years of bread in five towns",
    kicker="By the numbers",
    standfirst="The flour is the smallest part of it. We asked 41 bakers to open their books.",
    slug="what-a-loaf-costs",
    section=Section("Economy", f"{SITE}/economy", Section("Business", f"{SITE}/business")),
    byline="By Sigrid Amundsen-Bak",
    credits=[Person("Sigrid Amundsen-Bak", title="Data editor", url=f"{SITE}/by/sigrid-amundsen-bak")],
    publisher=Organisation("The Ellersby Courier", url=SITE, logo=f"{SITE}/logo.png"),
    dates=Dates(
        published=datetime(2026, 11, 3, 6, 0, tzinfo=WINTER), modified=datetime(2026, 11, 5, 11, 20, tzinfo=WINTER)
    ),
    language="en",
    canonical_url=f"{SITE}/economy/what-a-loaf-costs",
    version="3",
    revisions=[
        Revision("3", published=datetime(2026, 11, 5, 11, 20, tzinfo=WINTER), note="Price for Skarrow corrected")
    ],
    concepts=[Concept("Inflation", kind="subject", primary=True), "bread", "prices"],
    lead_media=Image(
        "pictures/loaves.svg",
        alt="Five round loaves on a shelf, each a little smaller than the one before.",
        caption="The one-kilogram loaf has no fixed weight in law since 2009.",
        credit="The Ellersby Courier",
        width=1200,
        height=675,
    ),
    body=[
        Paragraph(
            [
                "A kilogram of rye bread costs 3.53 crowns in Vesland, on average of the five towns in our survey.",
                FootnoteReference("method"),
                " Ten years ago it was 2.02. Wages rose by 41 per cent in that time, bread by 75; and the farmer’s "
                "share of the price fell from 14 cents in the crown to 9.",
            ]
        ),
        Heading("Town by town"),
        Table(
            [prices(*row) for row in PRICES],
            head=[heads("Town", "2016", "2026", "Change")],
            foot=[prices("Average", "2.02", "3.53", "+75 %")],
            caption="One kilogram of rye bread, in crowns, first week of October",
        ),
        Paragraph(
            [
                "Skarrow is an island, and its flour pays the ferry. But the ferry is not the reason for the rise: "
                "freight cost the baker there ",
                Span("less", marks=["emphasis"]),
                " this year than in 2016. What has doubled is the bill for electricity.",
                FootnoteReference("ovens"),
            ]
        ),
        Embed(
            "https://charts.example/bread/2016-2026",
            provider="charts.example",
            reference="bread-2016-2026",
            title="Chart: what is in the price of a loaf, 2016 to 2026",
            caption="Wages and energy together are now two thirds of the price.",
            fallback=[Paragraph("In 2026: wages 41 per cent, energy 25, rent 12, flour 9, everything else 13.")],
            width=700,
            height=420,
        ),
        Heading("How we came here"),
        Timeline(
            [
                TimelineEvent("The weight of a loaf is set free", date="2009", body=["Bakers may bake any size."]),
                TimelineEvent(
                    "The mill at Harrowgate closes", date="Spring 2017", body=["Flour comes from Aldmouth by road."]
                ),
                TimelineEvent(
                    "Electricity doubles",
                    date="Winter 2022",
                    body=["Nineteen bakeries on the coast close within a year."],
                ),
                TimelineEvent("The average passes three crowns", date="October 2024"),
            ],
            title="Bread in Vesland",
        ),
        Heading("The words on the label"),
        DefinitionList(
            [
                Definition("Rye bread", ["At least 90 per cent of the flour is rye."]),
                Definition("Country bread", ["Means nothing at all; the Food Code leaves it to the baker."]),
            ]
        ),
        Heading("Bake it for 1.14"),
        Paragraph(
            "Flour, salt, and an oven that is on anyway: at home the same loaf costs 1.14 crowns, patience not counted."
        ),
        Recipe(
            "Rye loaf from the Ellersby bakers’ school",
            ingredients=["600 g rye flour", "400 ml water, hand-warm", "150 g sourdough", "12 g salt"],
            method=[
                List(
                    [
                        "Stir everything together; it will look like mortar.",
                        "Leave it for four hours under a cloth, in a warm place.",
                        "Shape it with wet hands and bake it for an hour at 220 °C.",
                    ],
                    ordered=True,
                )
            ],
            servings="1 loaf",
            preparation_minutes=255,
            cooking_minutes=60,
        ),
        Review(
            "Bread: a ledger, by Oluf Brandt (Quayside Press, 288 pages)",
            rating=Rating(4, best=5, worst=1, unit="stars"),
            url="https://quaysidepress.example/bread-a-ledger",
            body=[Paragraph("The best book about accounts that can be read in bed. The chapter on ovens is too long.")],
        ),
        Paragraph(
            [
                "The figures of all 41 bakeries, without their names, are in ",
                Span("our data folder", marks=[Link(f"{SITE}/data/bread-2026.csv")]),
                ".",
            ]
        ),
    ],
    notes=[
        Footnote(
            "41 bakeries in five towns, prices of 5 to 9 October 2026; the mean of each town counts the same.",
            id="method",
            label="1",
        ),
        Footnote("From 0.21 to 0.44 crowns for each kilowatt-hour, network charges included.", id="ovens", label="2"),
    ],
    corrections=[
        Correction(
            "An earlier version gave the price in Skarrow as 4.06 crowns. It is 4.60; the average has been changed "
            "accordingly.",
            kind="correction",
            published=datetime(2026, 11, 5, 11, 20, tzinfo=WINTER),
        )
    ],
)
