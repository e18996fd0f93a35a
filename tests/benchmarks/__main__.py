"""`python -m tests.benchmarks`, from the root of the repository: the table of ratios."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import measure
from tests.benchmarks.rows import rows
from tests.benchmarks.table import HEAD, line


def main() -> int:
    """Prints the table, a row as soon as it is measured. 1 if a goal is missed."""
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    options.add_argument("--rounds", type=int, default=15, help="rounds of each row (15)")
    options.add_argument("--only", default="", metavar="WORD", help="only the rows that name WORD")
    given = options.parse_args()
    missed = 0
    print(HEAD)
    with tempfile.TemporaryDirectory() as scratch:
        for row in rows(Path(scratch)):
            if given.only.lower() in f"{row.what} {row.against}".lower():
                result = measure(row, given.rounds)
                missed += row.met(result.ratio) is False
                print(line(row, result), flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
