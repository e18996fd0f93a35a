"""The pages of the reference that are generated from the code; building the docs writes them first.

They are not committed: a new format is its own file and its samples, and no page that lists it.
"""

import os
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(DOCS / "_ext"))
os.environ["NEWSMODEL_NO_PLUGINS"] = "1"  # the tables are about the formats that come with the library

import command_line  # noqa: E402
import formats_table  # noqa: E402
import licences_table  # noqa: E402
import losses_table  # noqa: E402
import model_table  # noqa: E402

from newsmodel import list_formats  # noqa: E402


def tables() -> dict[str, str]:
    """Every generated page, by its path in `docs/`."""
    formats = list_formats()
    return {
        "reference/command-line.md": command_line.page(),
        "reference/formats.md": formats_table.page(formats),
        "reference/licences.md": licences_table.page(),
        "reference/losses.md": losses_table.page(formats),
        "reference/model.md": model_table.page(),
    }


def write() -> None:
    """Writes the pages, those that changed."""
    for path, text in tables().items():
        file = DOCS / path
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
