"""All baits by id."""

from tests.growth.bait import Bait, unique
from tests.growth.baits import exports, pages, texts, writers

BAITS: dict[str, Bait] = unique([*pages.BAITS, *texts.BAITS, *exports.BAITS, *writers.BAITS])
