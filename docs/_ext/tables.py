"""Writes the pages of the reference that are generated from the code: `python docs/_ext/tables.py`.

They are committed, so that they can be read without building anything, and a test compares them.
"""

import os
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(DOCS / "_ext"))
os.environ["NEWSMODEL_NO_PLUGINS"] = "1"  # the tables are about the formats that come with the library

import command_line  # noqa: E402
import formats_table  # noqa: E402
import losses_table  # noqa: E402
import model_table  # noqa: E402

from newsmodel import list_formats  # noqa: E402


def tables() -> dict[str, str]:
    """Every generated page, by its path in `docs/`."""
    formats = list_formats()
    return {
        "../README.md": formats_table.with_table((DOCS.parent / "README.md").read_text("utf-8"), formats),
        "reference/command-line.md": command_line.page(),
        "reference/formats.md": formats_table.page(formats),
        "reference/losses.md": losses_table.page(formats),
        "reference/model.md": model_table.page(),
    }


if __name__ == "__main__":
    for path, text in tables().items():
        (DOCS / path).write_text(text, encoding="utf-8", newline="\n")
