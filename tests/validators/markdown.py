"""`python -m tests.validators.markdown`: hostile words, as we write them in Markdown, in the engines of npm.

NODE_PATH: where showdown, marked and markdown-it are. Prints what an engine finds that the article does not say, then
how much there was; exit code 1 if there was anything.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.rendering.closed_list import foreign
from tests.rendering.hostile import PAYLOADS, PICTURE, documents, shared

PROGRAM = Path(__file__).with_suffix(".cjs")
_AT_ONCE = 2000
_SHOWN = 20


def pages(sources: list[str]) -> dict[str, list[str]]:
    """*sources* as each engine renders them."""
    run = subprocess.run(["node", str(PROGRAM)], input=json.dumps(sources), check=True, capture_output=True, text=True)
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def found(payloads: list[str]) -> Iterator[str]:
    """What the engines find in *payloads*, each in every place."""
    documented = ((payload, place, source) for payload in payloads for place, source in documents(payload))
    while some := list(islice(documented, _AT_ONCE)):
        for engine, rendered in pages([source for _, _, source in some]).items():
            for (payload, place, _), page in zip(some, rendered, strict=True):
                if dangers := foreign(page):
                    yield f"{engine}, {place}: {', '.join(dangers[:3])[:100]} in {payload[:100]!r}"


if __name__ == "__main__":
    blind = [engine for engine, (page,) in pages([f"a {PICTURE} b\n"]).items() if not foreign(page)]
    wrong = [f"{engine} takes no raw HTML: nothing is shown by it" for engine in blind]
    wrong += found([*PAYLOADS, *shared()])
    print(*wrong[:_SHOWN], f"Markdown in the engines of npm: {len(wrong)} findings", sep="\n")
    sys.exit(bool(wrong))
