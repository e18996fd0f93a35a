"""A news story with a section, a dateline, a pull quote and a fact box."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    AlternativeHeadline,
    Article,
    Aside,
    Concept,
    Credit,
    Dateline,
    Dates,
    Figure,
    Heading,
    Image,
    Link,
    LinkCard,
    List,
    Organisation,
    Paragraph,
    Person,
    PullQuote,
    RelatedItem,
    Rights,
    Section,
    Span,
)

SUMMER = timezone(timedelta(hours=2))
SITE = "https://courier.example"

ARTICLE = Article(
    headline="Farm workers may change employers without losing their permits",
    headlines=[AlternativeHeadline("Seasonal workers can switch farms", use="short")],
    kicker="Labour rights",
    standfirst=(
        "From March a seasonal permit belongs to the worker, not to the farm. "
        "Growers on the Vesland coast warn of a scramble in the weeks when the strawberries ripen."
    ),
    summary="Vesland's labour ministry unties seasonal work permits from a single employer.",
    slug="farm-workers-may-change-employers",
    section=Section("Immigration", f"{SITE}/politics/immigration", Section("Politics", f"{SITE}/politics")),
    byline="By Maren Tollund and Idris Achterberg",
    credits=[
        Person("Maren Tollund", title="Labour correspondent", url=f"{SITE}/by/maren-tollund"),
        Person("Idris Achterberg", url=f"{SITE}/by/idris-achterberg"),
        Credit(Person("Pell Vasko"), role="editor"),
    ],
    publisher=Organisation("The Ellersby Courier", url=SITE, logo=f"{SITE}/logo.png"),
    dateline=Dateline("ALDMOUTH, 14 October", place=Concept("Aldmouth", kind="place"), date="14 October"),
    dates=Dates(
        published=datetime(2026, 10, 14, 17, 5, tzinfo=SUMMER), modified=datetime(2026, 10, 14, 19, 40, tzinfo=SUMMER)
    ),
    language="en",
    canonical_url=f"{SITE}/politics/immigration/farm-workers-may-change-employers",
    concepts=[
        Concept("Migrant labour", kind="subject", scheme="courier-topics", code="4117", primary=True),
        Concept("Orla Denhaag", kind="person"),
        "strawberries",
        "seasonal work",
    ],
    lead_media=Image(
        "pictures/strawberry-rows.svg",
        alt="Long rows of strawberry plants run towards a white farmhouse under a low evening sun.",
        caption="Rows ready for planting at a farm near Saltergate. The harvest takes eleven weeks.",
        credit="Joos Hallam/The Ellersby Courier",
        credits=[Credit(Person("Joos Hallam"), role="photographer")],
        width=1200,
        height=675,
    ),
    body=[
        Paragraph(
            [
                "Some 9,400 people who pick fruit and vegetables in Vesland every summer will be free to leave one "
                "farm for another without losing the right to stay, the labour minister, Orla Denhaag, said on "
                "Wednesday. Under ",
                Span("the draft", marks=[Link(f"{SITE}/documents/permit-draft.pdf", title="The draft, 14 pages")]),
                " the permit will carry the worker’s name alone. Until now it has also named the employer, and it "
                "lapsed within ten days when the two parted.",
            ]
        ),
        Paragraph(
            "“Ten days is not a notice period, it is a threat,” Ms Denhaag told reporters in Aldmouth. Her "
            "ministry counted 312 complaints about unpaid hours last season. In 291 of them, she said, the "
            "complaint was withdrawn before an inspector had been to the farm."
        ),
        PullQuote("Ten days is not a notice period, it is a threat.", attribution="Orla Denhaag, labour minister"),
        Paragraph(
            "The change comes two years after a dormitory fire at Saltergate in which four pickers from the same "
            "village were hurt. An inquiry found that eleven of the nineteen people who slept there had asked to "
            "be moved, and that none had dared to ask twice."
        ),
        Heading("‘Nobody will stay for the rain’"),
        Paragraph(
            "Growers say that the freedom will be paid for by the smallest of them. Strawberries ripen first on "
            "the sheltered farms of the bay and a fortnight later on the open coast; a worker who follows the ripe "
            "fruit earns more, and the late farms fear that they will be left with nobody when the weather turns."
        ),
        Paragraph(
            [
                "“Nobody will stay for the rain,” said Tomke Ruysdal, who grows six hectares near Cape Farrow and ",
                Span("does", marks=["emphasis"]),
                " put his workers up in brick houses. He hires 38 people in a good year. “I do not want to hold "
                "anyone by a piece of paper. But then somebody must tell me how I plan a harvest.”",
            ]
        ),
        Figure(
            Image(
                "pictures/brick-houses.svg",
                alt="Three low brick houses with lit windows beside a field, a bicycle leaning on the middle one.",
                caption="Houses for pickers near Cape Farrow.",
                credit="Joos Hallam/The Ellersby Courier",
                width=1200,
                height=675,
            )
        ),
        Aside(
            [
                List(
                    [
                        "The permit is valid for nine months and for every registered farm.",
                        "A worker gives seven days’ notice, in the harvest weeks fourteen.",
                        "Farms report each arrival within 48 hours; the fine for silence doubles to 2,400 crowns.",
                        "Housing is inspected before the first night, no longer after the first complaint.",
                    ]
                )
            ],
            kind="factbox",
            title="What changes in March",
        ),
        Paragraph(
            "The pickers’ union, which has 1,100 members in eight languages, called the draft “late and good”. Its "
            "secretary, Amadou Brekke, came to Vesland on a permit of the old kind. He spent his first season on a "
            "farm where the pay was docked for the plastic of the raincoats, he said, and left it only when the "
            "season did."
        ),
        Paragraph(
            "Parliament is to debate the draft on 3 November. The government has a majority of four, and two of "
            "its members farm on the open coast."
        ),
        LinkCard(
            f"{SITE}/politics/saltergate-inquiry",
            title="The Saltergate inquiry: what the inspectors did not ask",
            label="Read more",
        ),
    ],
    related=[RelatedItem("A winter in the dormitories", url=f"{SITE}/long-reads/a-winter-in-the-dormitories")],
    rights=Rights(
        copyright_holder="The Ellersby Courier", copyright_year=2026, copyright_notice="© 2026 The Ellersby Courier"
    ),
)
