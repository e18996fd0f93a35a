"""The words of the Web Annotation Data Model and the model's.

Source: https://www.w3.org/TR/annotation-model/, section 3.3.5 for the motivations.
"""

from __future__ import annotations

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
EXTRA = "web-annotation"
"""Where an `Anchor` keeps, in `extra`, a position in a text that is not at hand: {"start": 4, "end": 9}."""

MOTIVATIONS = {"comment": "commenting", "question": "questioning", "review": "assessing"}
KINDS = {motivation: kind for kind, motivation in MOTIVATIONS.items()}
REPLYING = "replying"

COLLECTION, PAGE, NOWHERE = "annotations of ", "page of annotations of ", "page"
"""What the URNs hold that stand where an IRI is required and the article has none."""
