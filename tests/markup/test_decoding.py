"""Bytes of text files as text."""

import pytest

from newsmodel.errors import FormatError
from newsmodel.markup.decoding import decode
from newsmodel.report import Report


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        (b"", "", []),
        ("é\r\nb\rc".encode(), "é\nb\nc", []),
        ("é".encode("utf-8-sig"), "é", []),
        ("é".encode("utf-16"), "é", []),
        ("é".encode("utf-16-be").join([b"\xfe\xff", b""]), "é", []),
        ("“é”".encode("cp1252"), "“é”", ["encoding-guessed"]),
        ("ééé".encode() + b"\xff", "ééé\ufffd", ["encoding-guessed"]),
        (b"\xef\xbb\xbfa\xff", "a\ufffd", ["characters-replaced"]),
        (b"\xef\xbb\xbfa\x00", "a\ufffd", ["characters-replaced"]),
        ("\ufffd".encode(), "\ufffd", []),
    ],
)
def test_the_encoding_is_found(data, text, codes):
    report = Report()

    assert text == decode(data, report)
    assert codes == [diagnostic.code for diagnostic in report.diagnostics]


@pytest.mark.parametrize("data", [bytes(range(32)) * 9, b"\x00\x01\x02\x03", b"PK\x03\x04\x14\x00\x00\x00\x08\x00"])
def test_binary_data_is_refused(data):
    with pytest.raises(FormatError, match="binary"):
        decode(data, Report())


def test_the_refusal_names_the_first_place():
    with pytest.raises(FormatError) as error:
        decode(b"a\nb\x00\x01", Report())
    assert (2, 2) == (error.value.line, error.value.column)
