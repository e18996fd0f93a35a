"""What readers have stumbled over, or may: values of JSON, strings, characters, pieces of markup and of text."""

from __future__ import annotations

STRINGS = (
    *("", " ", "\0", "\x01x", "a\x0bb\x0cc", "\x1b[31m", "\x85", "\ud800", "\udc00a", "\ufffe", "\uffff", "\r\n", "\r"),
    *("\u202ereversed", "\u2028", "\U0001f680", "\u0130\u1e9e", "\ufeff", "\u0661\u0662", "\u00b2", "\u2460"),
    *("0", "-1", "1", "007", "1.5", "1e5", "9" * 30, "9" * 5000, "NaN", "Infinity", "true", "null", "undefined"),
    *("2024-13-45", "0000-00-00 00:00:00", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "24:00"),
    *("2024-02-30T25:61:61Z", "2024-01-01T00:00:00+00:00:30", "253402300800", "99999999999999999999", "-62135596801"),
    *(
        "javascript:alert(1)",
        "http://[",
        "http://[::1",
        "//",
        "http://a:99999999/",
        "urn:newsmodel:id:%00%ff",
        "%",
        "#",
    ),
    *(
        "urn:newsmodel:id:",
        "http://ex\u00e4mple.org/\x01",
        "a b",
        "a/../../b",
        "?",
        "tag:",
        "mailto:",
        "data:image/png,",
    ),
    *("&#1;", "&#0;", "&#13;", "&#xD800;", "&#xFFFE;", "&#99999999;", "&#x80;", "&amp;#1;", "&bogus;", "&"),
    *("<p>&#1;</p>", "<b>", "</div>", "<!--", "<a href='&#1;'>x</a>", "<img src='\x01'>", "<p>" + "<b>" * 70 + "x"),
    *("<blockquote>" * 70 + "x", "<table><td colspan=99999999>x", "<ol start=99999999999999999999><li>x", "<h1>x"),
    *("x" * 2000, "Feed", "Annotation", "tombstone", "deleted", "id", "$", ".", "[0]", "\\", '"', "'", "{}", "[]"),
)
"""Strings as a value of JSON, an attribute, a text or a line may be one."""


def in_json(text: str) -> str:
    """*text* as a string of JSON, lone surrogates and controls escaped."""
    import json

    return json.dumps(text)


_LITERALS = (
    *("null", "true", "false", "0", "-0", "-1", "1", "5", "2", "1.0", "1.5", "-0.0", "1e308", "1e-400", "1e999", "NaN"),
    *("-Infinity", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "18446744073709551615"),
    *("18446744073709551616", "1700000000", "1700000000000", "253402300800000", "1e18", "9" * 5000, "-" + "9" * 5000),
    *(
        "{}",
        "[]",
        "[[]]",
        "[{}]",
        "[null]",
        "[1, 1]",
        '[""]',
        '["\\u0001", "\\ud800"]',
        '{"": ""}',
        '{"\\u0001": "\\u0001"}',
    ),
    *(
        '{"a": 1, "a": 2}',
        '{"\\ud800": {"\\ufffe": []}}',
        '{"type": {}}',
        '{"type": []}',
        '{"id": "\\u0001"}',
        '{"url": []}',
    ),
    *(
        '{"name": {"name": {}}}',
        '{"items": {}}',
        '["a", 1, {}, [], null, true]',
        "[" * 70 + "]" * 70,
        "[" * 700 + "]" * 700,
    ),
    *('{"a":' * 70 + "1" + "}" * 70, '{"value": -1}', '{"@id": []}', '{"@type": {}}', '[["\\u0001"]]'),
)
VALUES = (*_LITERALS, *map(in_json, STRINGS))
"""Values of JSON, as they are written."""

KEYS = ("", "type", "id", "\x01", "\ud800", "\r\n", "a b", "extra", "__class__", "@type", "@id", "$ref", "items", "url")

BYTES = (
    *(
        b"<",
        b">",
        b'"',
        b"'",
        b"{",
        b"}",
        b"[",
        b"]",
        b"\\",
        b"\0",
        b"\x01",
        b"\x0c",
        b"\r",
        b"\n",
        b"&",
        b";",
        b",",
        b":",
    ),
    *(
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbf\xbe",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xc3",
        b"\xf4\x90\x80\x80",
        b"\x85",
        b"\x1b",
    ),
    *(
        b"&#0;",
        b"&#1;",
        b"&#xFFFE;",
        b"&#xD800;",
        b"\\u0001",
        b"\\ud800",
        b"\\ufffe",
        b"\\r\\n",
        b"1e999",
        b"-1",
        b"null",
    ),
    *(
        b"</p>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?xml",
        b"</script>",
        b"<script>",
        b"---\n",
        b"\n\n",
        b"\t",
        b"    ",
    ),
)

TAGS = (
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<a>",
        "</a>",
        "<ul>",
        "<li>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
    ),
    *(
        "<br/>",
        "<hr>",
        "<pre>",
        "<code>",
        "<figure>",
        "<img>",
        "<figcaption>",
        "</figure>",
        "<blockquote>",
        "</blockquote>",
    ),
    *(
        "<svg>",
        "<math>",
        "<title>",
        "</title>",
        "<template>",
        "<script>",
        "</script>",
        "<style>",
        "<time>",
        "<article>",
    ),
    *(
        "<html>",
        "<head>",
        "<body>",
        "<form>",
        "<select>",
        "<option>",
        "<textarea>",
        "<plaintext>",
        "<dl>",
        "<dt>",
        "<dd>",
    ),
    *(
        "<entry>",
        "</entry>",
        "<id/>",
        "<author>",
        "<details>",
        "<summary>",
        "<iframe>",
        "<video>",
        "<sup>",
        "<section>",
    ),
)

ATTRIBUTES = (
    *(
        "id",
        "class",
        "href",
        "src",
        "title",
        "lang",
        "dir",
        "type",
        "datetime",
        "content",
        "itemprop",
        "itemscope",
        "start",
    ),
    *("colspan", "rowspan", "width", "height", "rel", "target", "alt", "data-newsmodel", "property", "name", "value"),
    *("data-id", "data-parent", "data-depth", "itemtype", "srcset", "poster", "style", "data-kind", "count"),
)

LINES = (
    *("", " ", "\t", "---", "===", "# ", "> ", "- ", "1. ", "| a | b |", "|---|---|", "```", "+++", "[^1]: x", "[^1]"),
    *("By ", "By Ann Lee", "Published: 2024-13-45", "0 Comments", "99999999999999999999 Comments", "1.2K Comments"),
    *("Share Tweet Submit Pin", "Inline Feedbacks", "2024-01-01", "Jan. 32, 2024 at 25:61 p.m.", "Advertisement"),
    *("Updated 99 minutes ago", "5 Shares", "Share on Facebook 12", "News › Politics", "Photo: AP", "x" * 500),
)
