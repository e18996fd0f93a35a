"""`import newsmodel` is small and fast: nothing heavy is loaded before it is used."""

import json
import os
import subprocess
import sys
import tempfile

import pytest

HEAVY = (
    "ada_url",
    "argparse",
    "cattrs",
    "click",
    "hypothesis",
    "importlib.metadata",
    "jinja2",
    "markupsafe",
    "msgspec",
    "pyarrow",
    "pyromark",
    "rich",
    "turbohtml",
    "yaml",
)


def _in_fresh_process(code: str, **variables: str) -> str:
    command, environment = [sys.executable, "-c", code], {**os.environ, **variables}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def cpu_seconds(module: str, cache: str) -> float:
    """CPU time of one import in a fresh process, without the interpreter's own start; .pyc files go to *cache*."""
    code = f"import time; start = time.process_time(); import {module}; print(time.process_time() - start)"
    # empty means unset: an environment that writes no .pyc files would compare compiled attrs with our source
    return float(_in_fresh_process(code, PYTHONPYCACHEPREFIX=cache, PYTHONDONTWRITEBYTECODE=""))


def import_ratio(most: float, rounds: int = 9) -> float:
    """How many times `import attrs` an `import newsmodel` costs in CPU time; of each the least of all rounds.

    What a busy machine adds, it adds to some rounds and not to the least. most: beyond it, up to four times as many
    rounds are run before it counts.
    """
    with tempfile.TemporaryDirectory() as cache:
        for module in ("attrs", "newsmodel"):
            cpu_seconds(module, cache)  # the first run writes the .pyc files
        pairs: list[tuple[float, float]] = []
        while len(pairs) < 4 * rounds:
            pairs += [(cpu_seconds("newsmodel", cache), cpu_seconds("attrs", cache)) for _ in range(rounds)]
            ratio = min(ours for ours, _ in pairs) / min(theirs for _, theirs in pairs)
            if ratio <= most:
                break
        return ratio


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules that a fresh interpreter holds after `import newsmodel` and did not hold before."""
    code = "import sys, json; before = set(sys.modules); import newsmodel; "
    return set(json.loads(_in_fresh_process(code + "print(json.dumps(sorted(set(sys.modules) - before)))")))


@pytest.mark.parametrize("module", HEAVY)
def test_importing_newsmodel_does_not_load(module, loaded):
    assert "newsmodel" in loaded
    assert module not in loaded


def test_importing_newsmodel_costs_at_most_three_times_importing_attrs():
    assert import_ratio(most=3) <= 3
