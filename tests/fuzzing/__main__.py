"""`python -m tests.fuzzing`, from the root of the repository: a table of readers, executions and failures."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from tests.fuzzing.checking import Failure
from tests.fuzzing.running import fuzz

from newsmodel import registry

READERS = [format.name for format in registry.every() if format.parse is not None]


def main() -> int:
    """Prints the table, and each failure with the file that shows it. 1 if there is any."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzzing", description="Read mutated files, see what fails.")
    options.add_argument("readers", nargs="*", metavar="reader", help="all, if none is named")
    options.add_argument("--executions", type=int, metavar="N", help="files for each reader (10,000)")
    options.add_argument("--seconds", type=float, metavar="N", help="CPU seconds for each reader")
    options.add_argument("--seed", type=int, default=0, metavar="N", help="other files for another seed (0)")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="where the files that fail are written")
    given = options.parse_args()
    executions = given.executions or (None if given.seconds else 10_000)
    failed = 0
    print(f"{'reader':<22}{'executions':>12}{'failures':>10}{'slowest':>10}")
    for name in given.readers or READERS:
        result = fuzz(registry.get(name), executions, given.seconds, given.seed)
        failed += len(result.failures)
        print(f"{name:<22}{result.executions:>12,}{len(result.failures):>10}{result.slowest[0]:>9.2f}s", flush=True)
        for each in result.failures:
            print(f"  {each.where}: {each.what}\n    {each.data[:300]!r}", flush=True)
            _keep(given.keep, name, each)
        if given.keep and result.slowest[0] > 1:
            _keep(given.keep, f"slow-{name}", Failure("slow", "slow", result.slowest[1]))
    return 1 if failed else 0


def _keep(folder: Path | None, name: str, failure: Failure) -> None:
    if folder is not None:
        path = folder / name / hashlib.sha256(failure.data).hexdigest()[:12]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(failure.data)


if __name__ == "__main__":
    sys.exit(main())
