"""Embeds that wait for the reader's consent."""

from base64 import b64encode
from html import escape

import pytest
from tests.markup.fragments import blocks

import newsmodel as nm

P = nm.Paragraph
SHOWN = "https://www.youtube.com/embed/abcdefghijk"
FILM = nm.Embed(SHOWN, provider="youtube", reference="abcdefghijk")
ASKS = (
    "<p>We need your consent to show this. <a href=https://policies.google.com/privacy>More</a></p><button>OK</button>"
)
FRAME = f'<iframe src="{SHOWN}"></iframe>'
IN_BASE64 = b64encode(FRAME.encode()).decode()

CASES = [
    *(
        (f"<iframe {name}={SHOWN} src=about:blank data-placeholder-image=https://n.example/p.jpg></iframe>", [FILM])
        for name in ("data-cookieblock-src", "data-src-cmplz", "data-uc-src", "data-cmp-src", "suppressedsrc")
    ),
    (f"<iframe data-other=https://n.example/x data-cmp-src={SHOWN}></iframe>", [FILM]),
    ("<iframe data-artsrc=https://n.example/x></iframe>", [nm.Embed("https://n.example/x")]),
    (f"<iframe srcdoc='<a href={SHOWN}><img src=https://i.ytimg.com/vi/x.jpg></a>'></iframe>", [FILM]),
    ("<iframe data-privacy-url=https://n.example/x></iframe>", []),
    (f"<div class=embed-consent>{ASKS}<iframe data-src={SHOWN}></iframe></div>", [FILM]),
    (f'<div class="content-blocker" data-html="{escape(FRAME)}">{ASKS}</div>', [FILM]),
    (f"<div class=BorlabsCookie>{ASKS}<script type=text/template>{IN_BASE64}</script></div>", [FILM]),
    (f"<div class=brlbs-content-blocker data-borlabs-cookie-content={IN_BASE64}>{ASKS}</div>", [FILM]),
    (
        f"<div class='embed-privacy-box'>{ASKS}<script>var x = '{{\"embed\":\"{escape(FRAME)}\"}}'</script></div>",
        [FILM],
    ),
    (f"<div class=c-oembed-placeholder><div data-embed-url={SHOWN}></div>{ASKS}</div>", [FILM]),
    ("<div class=embed-consent><p>a</p></div>", [P("a")]),
    ("<div class=embed-consent><a href=https://www.youtube.com/t/terms>a</a></div>", None),
    (f"<div class=embed-consent><p>{'a' * 2000}</p>{FRAME}</div>", [P("a" * 2000), FILM]),
    (f"<div class=embed-consent data-x='{'PGlm' * 9}!'>a</div>", [P("a")]),
]


@pytest.mark.parametrize(("markup", "expected"), CASES, ids=[markup[:90] for markup, _ in CASES])
def test_what_waits_for_consent_is_read_from(markup, expected):
    found = blocks(markup)

    assert not any(isinstance(each, nm.Embed) for each in found) if expected is None else expected == found
