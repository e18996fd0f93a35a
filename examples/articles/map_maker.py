"""An interview: turns of speech first, then questions and answers."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Article,
    Audio,
    Concept,
    Credit,
    Dates,
    Figure,
    Heading,
    Image,
    LanguageRun,
    Organisation,
    Paragraph,
    Person,
    PullQuote,
    QuestionAndAnswer,
    Section,
    Span,
    Speech,
)

SUMMER = timezone(timedelta(hours=2))
SITE = "https://courier.example"
COURIER, BRANDWEIN = "The Courier", "Ilse Brandwein"


def asked(question: str, *answer: str | Paragraph) -> QuestionAndAnswer:
    """A question of the paper's, answered by the map maker."""
    return QuestionAndAnswer(question, list(answer), questioner=COURIER, respondent=BRANDWEIN)


ARTICLE = Article(
    headline="‘A map is an argument that you can fold’",
    kicker="The Saturday interview",
    standfirst=(
        "For forty years Ilse Brandwein has drawn Vesland by hand, one valley at a time. "
        "She talks about blank spaces, stubborn farmers and the road that she refused to put on paper."
    ),
    genres=[Concept("Interview", kind="genre")],
    slug="ilse-brandwein-interview",
    section=Section("Culture", f"{SITE}/culture"),
    byline="Interview by Wim Osterhagen",
    credits=[
        Person("Wim Osterhagen", url=f"{SITE}/by/wim-osterhagen"),
        Credit(Person("Ruth Delacroix-Aune"), role="photographer"),
    ],
    publisher=Organisation("The Ellersby Courier", url=SITE, logo=f"{SITE}/logo.png"),
    dates=Dates(published=datetime(2026, 9, 26, 7, 30, tzinfo=SUMMER)),
    language="en",
    canonical_url=f"{SITE}/culture/ilse-brandwein-interview",
    concepts=[Concept("Ilse Brandwein", kind="person", primary=True), "maps", "crafts"],
    lead_media=Image(
        "pictures/map-table.svg",
        alt="A desk seen from above: a half-drawn map of a valley, two pens, a magnifying glass and a cup.",
        caption="Sheet 114, the Upper Aune, in its third winter.",
        credit="Ruth Delacroix-Aune",
        width=1200,
        height=675,
    ),
    body=[
        Paragraph(
            "Ilse Brandwein works in what used to be the waiting room of Harrowgate station. Trains still pass, "
            "and every time the pens on her table move a millimetre to the left. She moves them back without "
            "looking. At 71 she has finished 113 of the 160 sheets of what she calls, without a smile, the "
            "provisional edition."
        ),
        Speech(COURIER, "You left the Survey in 1986, on the day that it bought its first plotter."),
        Speech(
            BRANDWEIN,
            [
                "On the day that it sold the tables. I liked the plotter. It drew a contour line better than I "
                "ever will.",
                "But they sold the tables to pay for it, and then nobody stood round a sheet any more and "
                "quarrelled about it. The quarrel was the work.",
            ],
        ),
        Speech(COURIER, "What did you quarrel about?"),
        Speech(BRANDWEIN, "Names, mostly. And about what is a road."),
        PullQuote("I leave blank what I have not seen. It is the only honest colour.", attribution=BRANDWEIN),
        Heading("What is left out"),
        asked(
            "Every map leaves things out. How do you decide?",
            "I walk it. If I remember a thing in the evening without my notebook, it goes in. A map is an argument "
            "that you can fold. You cannot make an argument out of everything.",
        ),
        asked(
            "There is a famous road that is missing from sheet 88.",
            "Famous! It was a farmer, Gerrit Maas, and his daughter’s wedding. He had ploughed up the public path "
            "and laid a drive of his own, and he wanted the drive on the sheet, because then it would be a road.",
            "I told him that I draw what is there. He said: it is there, you are standing on it. So I left the "
            "whole hillside white and wrote “enquire at the farm”. He has it framed in his hall.",
        ),
        asked(
            "You use the old dialect for the names of fields. Readers have complained.",
            Paragraph(
                [
                    "Because they cannot find them in their phones. But nobody up there says Church Meadow. They say ",
                    Span("Karkemaat", marks=[LanguageRun("nds"), "emphasis"]),
                    ", and if you fall and call the ambulance from the church meadow, it goes to the church.",
                ]
            ),
        ),
        Figure(
            Audio(
                "https://media.courier.example/2026/09/brandwein-field-names.mp3",
                title="Ilse Brandwein reads the field names of the Upper Aune",
                caption="Recorded at Harrowgate station; a goods train passes.",
                duration=74,
                media_type="audio/mpeg",
                transcript="Karkemaat. Langer Kamp. De Söven Eken. Wieterstück. Achter’n Diek.",
            )
        ),
        Heading("The last forty-seven"),
        asked(
            "At your pace the last sheet will be done in 2051.",
            "At my pace, yes. So I have two apprentices now, and they are faster, which I tell them is a fault.",
        ),
        asked("And if it is never finished?", "Then somebody will have to go and look."),
    ],
)
