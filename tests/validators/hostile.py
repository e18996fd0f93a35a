"""`python -m tests.validators.hostile FOLDER`: pages to be opened in a browser, with payloads in every string and URL.

Each page is a feed or an article with the payloads in turn, so that all of them stand in different fields on different
pages: as a page, as a clean page, with the media of its comments, and what other formats keep as HTML, put into a bare
page.
"""

import argparse
import sys
from pathlib import Path

from tests import payloads
from tests.conftest import samples_folder

from newsmodel import registry

OPTIONS = ({}, {"clean": True}, {"comment_media": True})
BARE = "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>x</title><body>"


def main() -> int:
    """Writes the pages and says how many."""
    options = argparse.ArgumentParser(prog="python -m tests.validators.hostile", description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--step", type=int, default=97, help="how many payloads further on the next page begins (97)")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    found = [*payloads.OWN, *(each["payload"] for each in payloads.shared(samples_folder()))]
    count = 0
    for first in range(0, len(found), given.step):
        for into in (payloads.everything, payloads.together):
            for name, page in pages(payloads.plant(*found, first=first, into=into)):
                (given.folder / f"{first:04}-{into.__name__}-{name}.html").write_bytes(page)
                count += 1
    print(f"{count} pages with {len(found)} payloads in {given.folder}")
    return 0


def pages(document):
    """(name, page) of one document in every format that keeps HTML."""
    for format in registry.every():
        if format.name == "html":
            for number, options in enumerate(OPTIONS):
                yield f"html-{number}", format.write(document, **options)
        elif format.markup and format.render:
            yield format.name, (BARE + "\n".join(format.markup(format.write(document)))).encode()


if __name__ == "__main__":
    sys.exit(main())
