import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.linear import assert_linear

from newsmodel.page.content.script_data import decoded, script_data

TEXT = "The ferry to the island runs again, the harbour master said on Friday. " * 4
DATA = {"article": {"body": [TEXT, "é \"quoted\" 'twice' \\ \u2028 </p>"]}}
JSON = json.dumps(DATA)
SPARE = " " * 200

FORMS = {
    "JSON": JSON,
    "an assignment": f"window.__STATE__ = {JSON};",
    "an assignment after others": f"var a = {{}}; var b = [];\nwindow['x-y']={JSON};window.ready=true",
    "an argument": f"(window.queue = window.queue || []).push({JSON});",
    "a function's value": f"window.data = () => ({JSON})",
    "a member of a program's object": f"const app = {{name: 'x', data: {JSON}}}",
    "JSON in a string": f"window.__D = JSON.parse({json.dumps(JSON)});",
    "JSON in a string of single quotes": "window.__D = JSON.parse('"
    + JSON.replace("\\", "\\\\").replace("'", "\\'")
    + "')",
    "JSON in a string with hexadecimal escapes": f"x=JSON.parse({json.dumps(JSON)})".replace("T", r"\x54"),
}


@pytest.mark.parametrize("form", FORMS)
def test_json_is_found_in_every_form(form):
    assert DATA in script_data([FORMS[form] + SPARE])


def test_rows_of_server_components_are_joined_and_taken_by_their_lengths():
    rows = f'1:I[4,[],"x"]\n2:T{len(("é" + TEXT).encode()):x},é{TEXT}3:' + json.dumps(["$", "p", None, DATA]) + "\n"
    scripts = [f"self.__next_f.push([1,{json.dumps(rows[at : at + 300])}]){SPARE}" for at in range(0, len(rows), 300)]

    assert ["é" + TEXT, ["$", "p", None, DATA]] == script_data(scripts)


def test_of_a_program_the_strings_of_one_key_are_a_list():
    blocks = f'{{type:a,text:"{TEXT}1"}},{{type:b,text:"{TEXT}2"}}'
    program = f'window.__N=(function(a,b){{return {{blocks:[{blocks}]}}}}("p","q"))'

    assert [[{"text": TEXT + "1"}, {"text": TEXT + "2"}]] == script_data([program])


def test_decoded_takes_json_alone():
    assert {"a": [1]} == decoded('{"a": [1]}')
    assert decoded("[" * 100_000) is None
    assert decoded("plain") is None
    assert decoded("") is None


@given(st.text(alphabet="[]{}\"'\\:,=(x1 \n", min_size=200, max_size=400))
def test_nothing_is_raised(source):
    script_data([source, "self.__next_f" + source, "JSON.parse(" + source])


@pytest.mark.parametrize(
    "piece",
    ["=[", '=["', "=[1,", "(" * 9, '"', '\\"', "JSON.parse('", '={"a":', "=[" + "9" * 5000, '__next_f=[1,"1:"]\n'],
)
def test_the_cost_of_hostile_scripts_grows_as_their_size(piece):
    assert_linear(lambda size: [piece * (size // len(piece))], script_data, 250_000)


def test_every_string_is_in_the_alphabet_of_the_model():
    odd = json.dumps({"a\x01": ["\ud800" + TEXT, "\r\n"]})
    row = f"0:T{len(TEXT) + 1:x},\x01{TEXT}1:{odd}\n"
    pushed = [f"self.__next_f.push([1,{json.dumps(row)}]){SPARE}"]

    assert [{"a\ufffd": ["\ufffd" + TEXT, "\n"]}] == script_data([f"x = {odd};{SPARE}"])
    assert ["\ufffd" + TEXT, {"a\ufffd": ["\ufffd" + TEXT, "\n"]}] == script_data(pushed)
    assert ["\ufffd" + TEXT] == script_data([f'(function(){{f(a, "\\x01{TEXT}")}})()'])
