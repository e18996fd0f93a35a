"""Every script in examples/ runs as it stands and prints what the comment at its end says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


def promised(script: str) -> str | None:
    """The lines under the last `# Output:`, without their `# `; None if there is no such comment."""
    found = re.search(r"^# Output:\n((?:#.*\n?)*)\s*\Z", script, re.MULTILINE)
    return found and "\n".join(line[2:].rstrip() for line in found[1].splitlines()).strip()


def _tidy(output: str) -> str:
    return "\n".join(line.rstrip() for line in output.splitlines()).strip()


def test_there_are_examples():
    assert SCRIPTS


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_an_example_prints_what_it_promises(script, tmp_path):
    folder = Path(shutil.copytree(EXAMPLES, tmp_path / "examples"))
    command = [sys.executable, "-W", "error", "-X", "utf8", script.name]
    source = str(EXAMPLES.parent / "src")  # installed or not
    environment = {**os.environ, "PYTHONPATH": source, "NEWSMODEL_POOL": "40"}  # it shows how the laws are asked
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )

    assert run.returncode == 0, run.stderr
    assert promised(script.read_text("utf-8")) == _tidy(run.stdout)
