"""The three sizes of what is drawn: small, typical, hostile."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

import attrs
from hypothesis import strategies as st

from newsmodel.model.frozen import FrozenMap
from newsmodel.strategies import leaves, strings

SizeName: TypeAlias = Literal["small", "typical", "hostile"]

_URLS = frozenset(
    {
        *("url", "link", "canonical_url", "feed_url", "source_url", "logo", "avatar", "icon", "image", "same_as"),
        *("license", "acquire_license_page"),
    }
)
_KINDS = frozenset({"kind", "role", "use", "relation", "layout", "rel", "format", "network", "provider", "level"})
_IDS = frozenset({"id", "parent", "note", "block", "target", "key", "reference"})
_PROSE = frozenset({"text", "content", "html", "description", "transcript", "editor_note", "alt"})


@attrs.frozen(eq=False, repr=False)
class Size:
    """How much is drawn and from what.

    items, blocks: the most of a list, and of a body. share: of a node's optional fields, how many at most (a divisor).
    depth: how deep containers nest (hostile articles hold deeper ones besides).
    """

    name: SizeName
    items: int
    blocks: int
    share: int
    depth: int
    prose: st.SearchStrategy[str]
    names: st.SearchStrategy[str]
    kinds: st.SearchStrategy[str]
    formats: st.SearchStrategy[str]
    urls: st.SearchStrategy[str]
    languages: st.SearchStrategy[str]
    ids: st.SearchStrategy[str]
    integers: st.SearchStrategy[int]
    floats: st.SearchStrategy[float]
    instants: st.SearchStrategy[datetime]
    values: st.SearchStrategy[Any]

    @property
    def hostile(self) -> bool:
        """Whether anything that the model can hold may be drawn."""
        return self.name == "hostile"

    def __repr__(self) -> str:
        return self.name  # Hypothesis quotes it in every error

    def strings(self, name: str) -> st.SearchStrategy[str]:
        """What a field of this name holds if it is a str."""
        if name in _URLS:
            return self.urls
        if name in _IDS:
            return self.ids
        if name == "language":
            return self.languages
        if name in _KINDS:
            return self.kinds
        return self.prose if name in _PROSE else self.names

    def maps(self, name: str) -> st.SearchStrategy[FrozenMap]:
        """What a field of this name holds if it is free JSON data."""
        return leaves.foreign(self.values) if name == "extra" else leaves.frozen_maps(self.values, self.names)


TYPICAL = Size(
    name="typical",
    items=3,
    blocks=8,
    share=3,
    depth=3,
    prose=strings.sentences,
    names=strings.names,
    kinds=strings.kinds,
    formats=strings.formats,
    urls=strings.urls,
    languages=strings.languages,
    ids=strings.ids,
    integers=leaves.integers,
    floats=leaves.floats,
    instants=leaves.instants,
    values=leaves.plain_values,
)
SMALL = attrs.evolve(TYPICAL, name="small", items=2, blocks=3, share=8, depth=1, prose=strings.phrases)
HOSTILE = attrs.evolve(
    TYPICAL,
    name="hostile",
    share=2,
    blocks=6,
    prose=strings.hostile,
    names=strings.hostile,
    kinds=st.one_of(strings.kinds, strings.hostile),
    urls=strings.hostile_urls,
    languages=st.one_of(strings.languages, strings.hostile),
    ids=strings.hostile_ids,
    integers=leaves.hostile_integers,
    floats=leaves.hostile_floats,
    instants=leaves.hostile_instants,
    values=leaves.hostile_values,
)
PAYLOADS = attrs.evolve(
    HOSTILE,
    items=2,
    share=1,
    depth=2,
    blocks=4,
    prose=strings.payloads,
    names=strings.payloads,
    kinds=st.one_of(strings.kinds, strings.payloads),
    urls=strings.payload_urls,
    languages=st.one_of(strings.languages, strings.payloads),
    ids=st.builds(str.__add__, st.sampled_from(strings.PAYLOADS), st.integers(0, 99).map(str)),
    values=leaves.payload_values,
)
"""What is hostile in every string and every address, and leaves few fields out."""

SIZES: dict[str, Size] = {"small": SMALL, "typical": TYPICAL, "hostile": HOSTILE}


def size_of(name: str) -> Size:
    """The size of this name. Raises ValueError for another."""
    if name not in SIZES:
        raise ValueError(f"a size is one of {', '.join(SIZES)}, not {name!r}")
    return SIZES[name]
