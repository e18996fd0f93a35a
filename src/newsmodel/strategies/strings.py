"""Strings to draw: the words of newsrooms, and pieces that mean something to some format.

A string is put together from ready pieces: drawing it letter by letter would cost more than the rest of an article.
"""

from __future__ import annotations

from hypothesis import strategies as st

PHRASES = (
    "rain",
    "The mayor said on Monday",
    "that the bridge would open in spring.",
    "“We waited ten years for this,”",
    "she told reporters",
    "a spokesman declined to comment.",
    "Zürich, São Paulo and Kraków",
    "It’s the council’s first budget since 2019;",
    "about 3.5 million people",
    "Почему так долго?",
    "記者会見で発表した。",
    "قال الوزير",
    "— and nobody asked why —",
    "R&D",
)

LINES = ("1 comment", "0 Comments", "Share")
"""Paragraphs that pages have around their texts, and that a text may have too."""

PIECES = (
    *("word", "", " ", "  ", "\t", "\n", "\n\n", " \n ", "    ", "\u00a0", "\u0085", "\u2028", "\u2029", "\u3000"),
    *("\u200b", "\u200d", "\u200e", "\u200f", "\u202e", "\u2066", "\ufeff", "\u0301", "e\u0301", "\u00e9", "\u00ad"),
    *("<", ">", "&", "&amp;", "&lt", "&#13;", "&nbsp;", '"', "'", "=", "/>", "<b>", "</p>", "<br>", "<!--", "-->"),
    *("]]>", "<![CDATA[", "<?xml", "</script>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "--!>"),
    *("</textarea>", "</title>", "</style>", "<plaintext>", "{{ x }}", "{% x %}", "{#", "${x}", "%s", "{0}", "\\"),
    *("*", "**", "_", "__", "~~", "`", "```", "~~~", "# ", "#", "- ", "+ ", "* ", "1. ", "1) ", "> ", ">", "|", "---"),
    *("===", "[x](y)", "![x](y)", "[^1]", "[^1]: ", "[x]: y", "- [ ] ", ": ", "\\*", "!", "[", "]", "(", ")", "^", "~"),
    *("http://example.org/", "www.example.org", "a@b.example", "javascript:alert(1)", "@name", "#tag", ":smile:"),
    *("null", "true", "0", "-0", "1e999", "NaN", "yes", "2024-01-01", "---\ntitle: x\n---\n", "key: value", "'''"),
    *("\x7f", "\x80", "\x85\x9f", "\ufdd0", "\ufffd", "\U0001fffe", "\U0010ffff", "\U0001f469\u200d\U0001f680", "ﬁ"),
    *(
        "0 Comments",
        "1 comment",
        "Share",
        "Share Tweet Submit Pin",
        "Advertisement",
        "Inline Feedbacks",
        "ẞ",
        "İ",
        "ß",
        "שלום",
        "日本",
    ),
)

PAYLOADS = (
    *(
        '"><img src=x onerror=alert(1)>',
        '" autofocus onfocus="alert(1)',
        "' onmouseover='alert(1)",
        "<svg onload=alert(1)>",
    ),
    *("</script><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "]]><script>alert(1)</script>"),
    *("--><img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>", "{{7*7}}", "{% include '/etc/passwd' %}"),
    *("</title></style></textarea><script>alert(1)</script>", "`\"'><b onclick=alert(1)>x", "javascript:alert(1)"),
)
"""What runs, or shows that it could, where a string gets into a page unescaped."""

CODE_URLS = (
    *("javascript:alert(1)", "JaVa\tScRiPt:alert(1)", " \njavascript:alert(1)", "vbscript:x"),
    "data:text/html,<script>alert(1)</script>",
)
"""Addresses that run code when they are followed."""

PAYLOAD_URLS = (
    *(*CODE_URLS, "javascript&colon;alert(1)", 'https://e.example/" autofocus onfocus="alert(1)'),
    *(
        "https://e.example/'><svg onload=alert(1)>",
        '//e.example/"><img src=x onerror=alert(1)>',
        "https://e.example/?a=]]>",
    ),
)
"""And such as run it where they get into a page unescaped."""

URLS = (
    "https://example.org/",
    "https://example.org/2024/05/bridge-opens?utm=1&page=2#top",
    "/politics/immigration",
    "mailto:desk@example.org",
    "//cdn.example.org/p.jpg",
    "image.jpg",
    "https://пример.example/путь",
)

BAD_URLS = (
    *("", " ", "javascript:alert(1)", "JaVa\tScRiPt:alert(1)", " \njavascript:x", "data:text/html,<script>x</script>"),
    *("vbscript:x", "https://example.org/a b\nc", "http://[", "https://example.org/?q=\"'<>&amp;", "\\\\host", "http:"),
    *(
        "data:image/png;base64,AAAA",
        "data:image/svg+xml,<svg onload=x>",
        "https://user:pw@example.org",
        "#",
        "?",
        "%zz",
    ),
)

OWN = "acme"
"""The name of a format that there is not. The laws put that of the format under test in its place."""

FORMATS = (OWN, OWN, "newsmodel", "html", "markdown", "json", "ninjs")
TYPES = ("paragraph", "heading", "p", "div", "script", "strong", "x:y", "type")
IDS = (
    *("n1", "c1", "top", "1", "0", "#0", "01", "note-1", "note-n1", "note-a", "note-1-2", "comment-1", "comment-c1"),
    *("reply-1", "root", "anonymous", "undefined", "article ", "page", "urn:newsmodel:id:1", "urn:uuid:1"),
    *("https://e.example/", "9007199254740993", "18446744073709551616", "-1", "1.0", " 1", "A", "a"),
)
"""Ids that some format or writer uses itself, numbers that a double does not hold, ids that differ by little."""

LANGUAGES = ("en", "de", "pt-BR", "ar", "zh-Hant", "sr-Latn-RS")
KINDS = ("other", "web", "short", "related", "photographer", "video", "infobox", "staff")

SENTENCES = tuple(
    " ".join((PHRASES * 2)[start : start + length]) for length in (1, 2, 3, 5) for start in range(len(PHRASES))
)

phrases: st.SearchStrategy[str] = st.sampled_from(PHRASES + LINES)
sentences: st.SearchStrategy[str] = st.sampled_from(SENTENCES + LINES * 3)
names: st.SearchStrategy[str] = st.sampled_from(PHRASES + KINDS)
kinds: st.SearchStrategy[str] = st.sampled_from(KINDS)
urls: st.SearchStrategy[str] = st.sampled_from(URLS)
languages: st.SearchStrategy[str] = st.sampled_from(LANGUAGES)
ids: st.SearchStrategy[str] = st.integers(1, 500).map("n{}".format)

_letters = st.characters(  # XML 1.0 Char with LF line ends, as `newsmodel.alphabet` has it
    codec="utf-8",
    exclude_characters=[*(chr(code) for code in range(32) if code not in (9, 10)), "\ufffe", "\uffff"],
)
_pieces = st.sampled_from(PIECES)
formats: st.SearchStrategy[str] = st.sampled_from(FORMATS)
payloads: st.SearchStrategy[str] = st.sampled_from(PAYLOADS)
code_urls: st.SearchStrategy[str] = st.sampled_from(CODE_URLS)
payload_urls: st.SearchStrategy[str] = st.sampled_from(PAYLOAD_URLS)
hostile: st.SearchStrategy[str] = st.one_of(
    _pieces, st.tuples(_pieces, _pieces, _pieces).map("".join), st.text(_letters, max_size=6), payloads
)
hostile_urls: st.SearchStrategy[str] = st.one_of(urls, st.sampled_from(BAD_URLS), hostile, payload_urls)
hostile_ids: st.SearchStrategy[str] = st.one_of(ids, st.sampled_from(IDS), hostile.filter(bool))
