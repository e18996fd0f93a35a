"""The words of the vocabulary and the model's.

Source: https://www.w3.org/TR/activitystreams-vocabulary/, sections 3.2 and 3.3.
"""

from __future__ import annotations

from typing import Any

from newsmodel.model import Organisation, Person

CONTEXT = "https://www.w3.org/ns/activitystreams"

ARTICLES = frozenset({"article", "note", "page", "document", "video", "audio", "image", "event", "question"})
"""Types of objects that are read as an article."""

COLLECTIONS = frozenset({"collection", "orderedcollection", "collectionpage", "orderedcollectionpage"})

AGENTS: dict[str, type[Any]] = {"Person": Person, "Organization": Organisation}

TAG_TYPES = {
    "Person": "person",
    "Organization": "organisation",
    "Place": "place",
    "Event": "event",
    "Hashtag": "keyword",
}
"""Type of a tag -> kind of the concept; an Object has none. `Hashtag` is of the namespace's extensions."""

TAG_NAMES = {kind: name for name, kind in TAG_TYPES.items()}
