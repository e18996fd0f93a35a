"""What every test shares: Hypothesis profiles and the folder of real-world samples."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# Drawing an article is dear and machines are shared, so a test is judged by its examples and never by its time.
_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}

# On a build server a red run should be the change's fault, not the dice's: the same examples every time.
settings.register_profile("default", max_examples=50, derandomize=bool(os.environ.get("CI")), **_COMMON)
settings.register_profile("deep", max_examples=1000, **_COMMON)
settings.load_profile("deep" if os.environ.get("NEWSMODEL_DEEP") else "default")


def samples_folder() -> Path:
    """The shared samples: $NEWSMODEL_SAMPLES, or ../shared/samples beside the repository; perhaps absent."""
    return Path(os.environ.get("NEWSMODEL_SAMPLES") or ROOT.parent / "shared" / "samples")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real-world samples; skips the test where this machine has none."""
    folder = samples_folder()
    if not folder.is_dir():
        pytest.skip(f"no samples at {folder}; set NEWSMODEL_SAMPLES to their folder")
    return folder
