"""A gallery story: pictures with renditions, crops, focal points, alt texts, credits and rights."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Article,
    Concept,
    Credit,
    Crop,
    Dates,
    Figure,
    FocalPoint,
    Gallery,
    Heading,
    Image,
    Organisation,
    Paragraph,
    Person,
    Rendition,
    Rights,
    Section,
    Video,
)

SUMMER = timezone(timedelta(hours=2))
SITE = "https://courier.example"
PHOTOGRAPHER = Person("Leonie Marchetti-Voss", url=f"{SITE}/by/leonie-marchetti-voss")
RIGHTS = Rights(
    copyright_holder="Leonie Marchetti-Voss",
    copyright_year=2026,
    usage_terms="Single use with this story; no resale.",
    acquire_license_page=f"{SITE}/syndication",
)


def picture(name: str, alt: str, caption: str, x: float, y: float) -> Image:
    """One photograph of the series, in three sizes, with the point that a crop must keep."""
    url = f"pictures/{name}.svg"
    return Image(
        url,
        alt=alt,
        caption=caption,
        credit="Leonie Marchetti-Voss for The Ellersby Courier",
        credits=[Credit(PHOTOGRAPHER, role="photographer")],
        rights=RIGHTS,
        width=1200,
        height=675,
        renditions=[
            Rendition(f"{url}?width={width}", name=size, width=width, height=height, media_type="image/svg+xml")
            for size, width, height in (("small", 400, 225), ("medium", 800, 450), ("large", 1200, 675))
        ],
        focal_point=FocalPoint(x, y),
        crops=[Crop("square", left=0.22, top=0.0, width=0.5625, height=1.0)],
    )


PANS = picture(
    "salt-pans",
    "Seen from above, a grid of shallow pools in rose, ochre and grey, divided by earth walls.",
    "The pans from the water tower. Each colour is a different strength of brine.",
    0.5,
    0.5,
)
RAKES = picture(
    "salt-rakes",
    "Three wooden rakes lean on a hut; behind them stand white cones of salt.",
    "The rakes are ash and never iron, which would stain.",
    0.35,
    0.6,
)
CONES = picture(
    "salt-cones",
    "White cones of salt stand in a row along a canal and are mirrored in it.",
    "A cone holds about four tonnes. It stands through the winter under a hat of straw.",
    0.6,
    0.55,
)
GATE = picture(
    "sluice-gate",
    "A narrow wooden sluice gate, half open, lets a tongue of water into a dry basin.",
    "The sluice at spring tide, which is the only pump the works has ever owned.",
    0.5,
    0.45,
)

ARTICLE = Article(
    headline="The last salt of Marrow Bay",
    kind="gallery",
    kicker="In pictures",
    standfirst="Four families still rake sea salt by hand. A photographer spent the season with them.",
    slug="the-last-salt-of-marrow-bay",
    section=Section("Photography", f"{SITE}/photography"),
    byline="Photographs by Leonie Marchetti-Voss, words by Sunniva Park",
    credits=[Person("Sunniva Park"), Credit(PHOTOGRAPHER, role="photographer")],
    publisher=Organisation("The Ellersby Courier", url=SITE, logo=f"{SITE}/logo.png"),
    dates=Dates(published=datetime(2026, 8, 30, 8, 0, tzinfo=SUMMER)),
    language="en",
    canonical_url=f"{SITE}/photography/the-last-salt-of-marrow-bay",
    concepts=[Concept("Marrow Bay", kind="place", primary=True), "salt", "crafts"],
    lead_media=PANS,
    body=[
        Paragraph(
            "The sea is let in once a fortnight, at the top of the spring tide, through a gate as wide as a "
            "kitchen door. After that nothing happens for eleven days. The sun does the work, Jorun Ostby says; "
            "her family has only ever got in its way."
        ),
        Heading("May to September"),
        Paragraph(
            "There were 61 families on the bay in 1950. A tonne of grey salt paid for a winter’s flour then. Now "
            "it pays for a tyre, and most of the rakers are also something else: a nurse, a bus driver, two "
            "teachers."
        ),
        Gallery(
            [Figure(RAKES), Figure(CONES), Figure(GATE)],
            title="A season on the pans",
            caption="Marrow Bay between the first tide of May and the last of September.",
            layout="carousel",
        ),
        Paragraph(
            "The harvest is a matter of an hour. It must be dry, but not windy, and it must be evening, when the "
            "crust has stopped growing and the dew has not yet come. Then everybody is telephoned, and everybody "
            "comes."
        ),
        Figure(
            Video(
                "https://media.courier.example/2026/08/evening-harvest.mp4",
                title="The evening harvest",
                alt="Six people draw long rakes towards them over a pool that reflects the sunset.",
                caption="The evening harvest, without words.",
                credit="Leonie Marchetti-Voss for The Ellersby Courier",
                width=1920,
                height=1080,
                duration=58,
                media_type="video/mp4",
                poster=Image("pictures/salt-cones.svg", width=1200, height=675),
                transcript="No speech. Rakes scrape over clay; gulls; far off, a train.",
            ),
            layout="wide",
        ),
        Paragraph(
            "This year’s salt is sold. Next year’s depends on the dyke, which the Harbour Board would like to move "
            "two hundred metres inland. The pans lie on the wrong side of the new line."
        ),
    ],
    rights=RIGHTS,
)
