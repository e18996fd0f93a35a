"""`python -m tests.fuzzing.guided reader [options of libFuzzer]`: inputs led by what of the reader they make run.

Needs atheris, which has wheels for some Pythons only (`pip install atheris`); everything else here works without it.
Source: https://github.com/google/atheris.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.fuzzing.running import mutated_once


def main() -> None:
    """Runs until something fails or `-runs=N` or `-max_total_time=N` says that it is enough."""
    import atheris

    name, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["newsmodel"]):
        from tests.fuzzing.checking import failure
        from tests.fuzzing.seeds import LONGEST, corpus, seeds

        from newsmodel import registry

        format = registry.get(name)
    files = [*corpus(name).values(), *seeds(format)]

    def one(data: bytes) -> None:
        if problem := failure(format, data):
            raise AssertionError(f"{problem.where}: {problem.what}")

    def change(data: bytes, most: int, seed: int) -> bytes:
        """The engine's own changes, which know bytes alone, or ours."""
        random = Random(seed)
        if random.random() < 0.3:
            return bytes(atheris.Mutate(data, most))
        return mutated_once(data, random.choice(files), random)[:most]

    with tempfile.TemporaryDirectory() as folder:
        for data in files:
            (Path(folder) / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
        atheris.Setup([name, f"-max_len={2 * LONGEST}", *options, folder], one, custom_mutator=change)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
