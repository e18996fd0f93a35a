"""An article in Arabic, written from right to left, with a run of English in it."""

from datetime import datetime, timedelta, timezone

from newsmodel import (
    Article,
    Concept,
    Credit,
    Dateline,
    Dates,
    Heading,
    Image,
    LanguageRun,
    List,
    Organisation,
    Paragraph,
    Person,
    PullQuote,
    Quote,
    Section,
    Span,
)

ZONE = timezone(timedelta(hours=3))
SITE = "https://marsa.example"

ARTICLE = Article(
    headline="مكتبة على ظهر قارب تعيد القراءة إلى جزر الخليج الصغير",
    kicker="حكايات البحر",
    standfirst="كل أسبوعين ترسو «سلمى» عند سبع جزر لا مكتبة فيها، وعلى متنها ثلاثة آلاف كتاب وموقد شاي.",
    slug="maktaba-ala-zahr-qarib",
    section=Section("ثقافة", f"{SITE}/culture"),
    byline="كتبت ليان الحدّاد",
    credits=[Person("ليان الحدّاد", url=f"{SITE}/authors/layan"), Credit(Person("يونس مرعي"), role="photographer")],
    publisher=Organisation("جريدة المرسى", url=SITE, logo=f"{SITE}/logo.png"),
    dateline=Dateline("رأس الصفا، ٣ أيلول", place=Concept("رأس الصفا", kind="place"), date="٣ أيلول"),
    dates=Dates(published=datetime(2026, 9, 3, 9, 15, tzinfo=ZONE)),
    language="ar",
    direction="rtl",
    canonical_url=f"{SITE}/culture/book-boat",
    concepts=["مكتبات", "جزر", "قراءة"],
    lead_media=Image(
        "pictures/book-boat.svg",
        alt="قارب خشبي أزرق راسٍ عند رصيف حجري، وفي نوافذه صفوف من الكتب.",
        caption="القارب «سلمى» في مرسى جزيرة الطير.",
        credit="يونس مرعي",
        width=1200,
        height=675,
    ),
    body=[
        Paragraph(
            "قبل أن يظهر القارب يسمعه الأطفال. للمحرّك العتيق دقّة تشبه دقّة الطبل، وما إن تصل إلى الرصيف حتى يكون "
            "نصف المدرسة قد سبق إليه. تقول نوال السعدي، أمينة المكتبة الوحيدة على متنه، إنها لم تحتج يومًا إلى جرس."
        ),
        Paragraph(
            [
                "بُني القارب سنة ١٩٥٨ لنقل الملح، ثم اشترته جمعية محلية بثمن محرّكه. وعلى مؤخرته ما زالت ترى اسمه "
                "القديم بالإنجليزية، ",
                Span("Second Wind", marks=[LanguageRun("en", direction="ltr"), "emphasis"]),
                "، وقد تركوه لأنه، كما تقول نوال، «يصدق عليه الآن أكثر».",
            ]
        ),
        PullQuote("لم أحتج يومًا إلى جرس.", attribution="نوال السعدي، أمينة المكتبة"),
        Heading("كتاب لا يعود"),
        Paragraph(
            "القاعدة بسيطة: خذ ما شئت وأعده في الرحلة التالية. وفي السنة الماضية أعير ١١٬٤٠٠ كتاب ولم يضع منها سوى "
            "٨٣. ولا تسمّيها نوال ضائعة، بل «باقية»."
        ),
        Quote(
            ["الكتاب الذي لا يعود وجد بيته. أكتب اسمه في الدفتر وأشتري نسخة أخرى."],
            attribution="نوال السعدي",
        ),
        Paragraph("وأكثر ما يُستعار في الجزر السبع هذا الصيف:"),
        List(
            [
                "كتب الأطفال المصوّرة، ولا سيما ما فيه حيتان.",
                "كتيّبات إصلاح المحرّكات.",
                "الروايات التي يتجاوز عدد صفحاتها الأربعمئة.",
            ],
            ordered=True,
        ),
        Heading("شتاء بلا مرفأ"),
        Paragraph(
            "لكن الخشب تعب. ويقدّر صانع القوارب حسن البحري أن الهيكل يحتاج إلى إصلاح كلفته ٤٠ ألف دينار قبل "
            "الشتاء، وقد جُمع منها حتى الآن ٢٦ ألفًا، نصفها من أهل الجزر أنفسهم."
        ),
        Paragraph("وإن لم يكتمل المبلغ؟ تضحك نوال وتشير إلى الرفّ الأعلى: «عندي ثمانية كتب في السباحة»."),
    ],
)
