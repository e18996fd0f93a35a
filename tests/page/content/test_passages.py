import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

from newsmodel.page.content.passages import best_passage

LINES = [
    f"On day {at} the ferry to the island ran again, the harbour master of Norhaven said in a short note."
    for at in range(6)
]
KNOWN = "Ferry runs again, says harbour master of Norhaven"
WANTED = "".join(f"<p>{line}</p>" for line in LINES)
TEASERS = [{"url": f"/a/{at}", "title": line, "text": line + " " + line} for at, line in enumerate(LINES * 3)]


def split(line: str) -> list[dict[str, object]]:
    return [{"value": line[:20]}, {"link": "/x", "content": [{"value": line[20:30]}]}, {"value": line[30:]}]


FORMS = {
    "strings": LINES,
    "objects": [{"type": "text", "id": at, "content": line} for at, line in enumerate(LINES)],
    "a tree": [{"nodeType": "paragraph", "content": split(line)} for line in LINES],
    "elements of React": [["$", "p", str(at), {"children": line}] for at, line in enumerate(LINES)],
    "a string of HTML": WANTED,
    "a string of lines": "\n\n".join(LINES),
    "a whole and its parts": [{"text": line, "parts": [{"text": line[:50]}, {"text": line[50:]}]} for line in LINES],
}


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_are_found_in_every_form(form):
    value = {"page": {"title": KNOWN, "related": TEASERS, "content": {"body": FORMS[form]}, "menu": ["Home", "News"]}}

    assert WANTED == best_passage([value], KNOWN)


def test_json_in_a_string_of_json_is_read():
    assert WANTED == best_passage([{"body": json.dumps({"post": {"body_html": WANTED}})}], KNOWN)


def test_headings_and_quotes_are_known_by_their_kind():
    items = [{"type": "paragraph", "text": line} for line in LINES]
    items[2:2] = [
        {"type": "heading", "text": "A rough crossing & back"},
        {"type": "pull-quote", "text": "It was <b>wild</b>."},
    ]
    found = best_passage([items], KNOWN)

    assert "<h2>A rough crossing &amp; back</h2><blockquote><p>It was <b>wild</b>.</p></blockquote>" in found


def test_another_text_is_not_taken_for_the_article():
    assert best_passage([{"terms": LINES}], "Parliament votes about pensions tomorrow") == ""
    assert best_passage([{"related": TEASERS}], KNOWN) == ""
    assert best_passage([{"body": LINES[:1]}], KNOWN) == ""


def test_the_count_of_words_chooses_between_two():
    short, long = LINES[:3], [*LINES, *LINES]
    count = sum(len(line.split()) for line in short)

    assert "".join(f"<p>{line}</p>" for line in short) == best_passage([{"a": short}, {"b": long}], KNOWN, count)
    assert "".join(f"<p>{line}</p>" for line in long) == best_passage([{"a": short}, {"b": long}], KNOWN)


def test_a_language_without_spaces_is_compared_by_its_characters():
    lines = [
        f"島への渡し船が{at}日ぶりに運航を再開したと港の責任者が金曜日に発表した。利用者は喜んでいる。" * 2
        for at in range(5)
    ]

    assert best_passage([{"b": lines}], "島への渡し船が運航再開").startswith("<p>島への")
    assert best_passage([{"b": lines}], "国会で年金の法案を審議") == ""


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=80),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_value_is_taken(value):
    best_passage([value, {"body": [value, *LINES]}], KNOWN)


def test_a_deep_value_is_taken():
    value = {"text": LINES}
    for _ in range(100_000):
        value = {"a": [value]}

    assert WANTED == best_passage([value], KNOWN)


def test_the_cost_of_many_lists_in_each_other_grows_as_their_size():
    def nested(lines):
        value = {"text": LINES * lines}
        for _ in range(30):
            value = [value]
        return [value]

    assert_linear(nested, lambda value: best_passage(value, KNOWN), 750)
