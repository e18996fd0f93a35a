"""`python -m tests.training`: trains on all pages and writes the table; `--folds` tells how well it reads new ones."""

import argparse
import json
import sys
from pathlib import Path

from tests.training.examples import cropped, example
from tests.training.folds import report
from tests.training.learn import table
from tests.training.pages import pages

_TABLE = Path("src/newsmodel/page/content/table.json")


def main() -> int:
    """Writes the table, or prints the scores of folds by publisher. 1 if the table that ships is another one."""
    options = argparse.ArgumentParser(prog="python -m tests.training", description=__doc__)
    options.add_argument("--folds", action="store_true", help="train on four fifths of the publishers, read the others")
    options.add_argument("--check", action="store_true", help="train, and only compare with the table that ships")
    given = options.parse_args()
    examples = [example(each) for page in pages() for each in (page, cropped(page)) if each]
    if given.folds:
        print(report(examples))
        return 0
    written = json.dumps(table(examples), separators=(",", ":"), ensure_ascii=False) + "\n"
    if given.check:
        return int(_TABLE.read_text("utf-8") != written)
    _TABLE.write_text(written, "utf-8")
    print(f"{_TABLE}: {len(written):,} characters, from {len(examples)} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
