"""The model and JSON: values to plain data and back, and data to bytes and back.

Every node is an object, its `type` first, fields at their default left out:

    {"type": "paragraph", "text": ["A ", {"type": "span", "marks": ["strong"], "text": "bold"}, " word"]}

- The `type` is left out, and need not be given, where the field can hold one class only (`Article.dates`).
- `Text` is a string while nothing is marked, else a list of inlines, unmarked words as plain strings.
- A simple mark is its name; tuples are lists; dates are RFC 3339 with seconds, UTC as "Z".
- What a newer version wrote is kept: a field in `extra["newsmodel"]`, which is written back at the keys of the node
  itself; a block, inline or mark as `UnknownBlock`, `UnknownInline`, `UnknownMark` of the format "newsmodel", written
  back verbatim. So a minor version may add fields and types of blocks, inlines and marks; a word of a closed list, or
  another type of medium, takes a major one.
- Nothing is coerced: "5" is no number, true is no integer, 5.0 is no integer (and 5 is a fine float).

What each field holds is read from `newsmodel.model.check.shape`; the hooks of a cattrs converter say how.
"""

from newsmodel.codec.reading import from_data, structure_fields
from newsmodel.codec.wire import ENCODINGS, decode, encode
from newsmodel.codec.writing import field_data, to_data

VERSION = "1"
"""The version of the JSON that is written: "major" or "major.minor"."""

__all__ = ["ENCODINGS", "VERSION", "decode", "encode", "field_data", "from_data", "structure_fields", "to_data"]
