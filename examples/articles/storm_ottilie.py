"""A live blog: posts with times and authors, key events, a pinned summary, the dates of its coverage."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Article,
    Block,
    Concept,
    Coverage,
    Dates,
    Embed,
    Figure,
    Image,
    List,
    LivePost,
    Organisation,
    Paragraph,
    Person,
    Quote,
    RelatedItem,
    Section,
    Span,
)

WINTER = timezone(timedelta(hours=1))
SITE = "https://courier.example"
STEEN, ADEYEMI = Person("Karla Steen"), Person("Tunde Adeyemi-Roos")


def at(hour: int, minute: int) -> datetime:
    """A time on the day of the storm."""
    return datetime(2026, 11, 19, hour, minute, tzinfo=WINTER)


def post(time: datetime, author: Person, title: str, *body: Block | str, **fields: object) -> LivePost:
    """A post with its anchor, its time and its author."""
    return LivePost(list(body), id=f"post-{time:%H%M}", title=title, published=time, credits=[author], **fields)


ARTICLE = Article(
    headline="Storm Ottilie: ferries stopped, 4,000 homes without power – as it happened",
    kind="liveblog",
    standfirst="Gusts of 141 km/h at Cape Farrow; the sea wall at Saltergate held.",
    slug="storm-ottilie-live",
    section=Section("News", f"{SITE}/news"),
    byline="Karla Steen in Ellersby and Tunde Adeyemi-Roos in Saltergate",
    credits=[STEEN, ADEYEMI],
    publisher=Organisation("The Ellersby Courier", url=SITE, logo=f"{SITE}/logo.png"),
    dates=Dates(published=at(5, 50), modified=at(22, 4)),
    coverage=Coverage(start=at(5, 50), end=at(22, 4)),
    language="en",
    canonical_url=f"{SITE}/news/live/storm-ottilie",
    concepts=[Concept("Storm Ottilie", kind="event", primary=True), "weather", "ferries", "power cuts"],
    lead_media=Image(
        "pictures/storm-wall.svg",
        alt="A wave breaks over a harbour wall and hides half of the small lighthouse at its end.",
        caption="High water at Ellersby, 10.40 am.",
        credit="Karla Steen/The Ellersby Courier",
        width=1200,
        height=675,
    ),
    body=[
        post(
            at(22, 4),
            STEEN,
            "What we know tonight",
            "We are closing this page. The wind has gone round to the north-west and the water is falling. This is "
            "where things stand:",
            List(
                [
                    "The sea wall at Saltergate held. The 600 people who slept in the school can go home in the "
                    "morning.",
                    "About 900 homes are still without power, down from 4,000 at noon.",
                    "Ferries to Skarrow start again at 6 am, if the pier passes its inspection.",
                    "Two people were hurt by a falling scaffold in Ellersby; neither is in danger.",
                ]
            ),
            pinned=True,
            summary="The wall held; ferries from 6 am; 900 homes still dark.",
        ),
        post(
            at(19, 20),
            ADEYEMI,
            "The wall holds at the second high water",
            Paragraph(
                [
                    Span("Saltergate.", marks=["strong"]),
                    " The second high water peaked at 18.52, eleven centimetres below the crown of the wall. The "
                    "engineers walked its length with lamps and then, one after another, lit cigarettes.",
                ]
            ),
            Quote(
                ["I have been rude about this wall for thirty years. I take back about half."],
                attribution="Berta Kuyper, 82",
            ),
            key_event=True,
        ),
        post(
            at(15, 35),
            STEEN,
            "Scaffold falls in Mercer Street",
            "Two roofers have been taken to St Olave’s. Their foreman had sent everyone down at one; they had gone "
            "back up for a tarpaulin. The street is closed between the bank and the fish hall.",
            modified=at(17, 10),
        ),
        post(
            at(12, 10),
            STEEN,
            "4,000 homes without power",
            "The grid operator says that two lines are down on the Aune and that it will not send anybody up a "
            "mast before the wind drops below 80 km/h. It does not expect that before evening.",
            Embed(
                "https://grid.example/outages/ottilie",
                provider="grid.example",
                title="Map of the outages, by postal district",
                caption="The operator’s map is brought up to date every quarter of an hour.",
                width=800,
                height=480,
            ),
            key_event=True,
        ),
        post(
            at(10, 45),
            STEEN,
            "First high water: over the quay, not over the doors",
            "The water came over the quay at Ellersby at 10.31 and stood ankle-deep in front of the fish hall for "
            "twenty minutes. The boards in the doors kept it out.",
            Figure(
                Image(
                    "pictures/fish-hall.svg",
                    alt="Water covers the street in front of a market hall; boards close its three arched doors.",
                    caption="The fish hall at 10.36.",
                    credit="Karla Steen/The Ellersby Courier",
                    width=1200,
                    height=675,
                )
            ),
        ),
        post(
            at(8, 2),
            ADEYEMI,
            "Saltergate moves to the school",
            "The mayor has asked everyone below the dyke road to leave by ten. The school is open, the gym is "
            "warm, and the bakery has sent round everything that it had baked for the market.",
            key_event=True,
        ),
        post(
            at(5, 50),
            STEEN,
            "Ferries stopped",
            "Good morning. No ferry will sail between Ellersby and Skarrow today. Trains run as far as Harrowgate. "
            "The Met Institute expects the wind to be at its strongest between ten and two.",
            key_event=True,
        ),
    ],
    related=[
        RelatedItem("How the Saltergate wall was built, and why it is crooked", url=f"{SITE}/history/saltergate-wall")
    ],
)
