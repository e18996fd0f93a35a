"""Any id as an absolute IRI, and back: for formats whose ids are IRIs (JSON-LD, Atom).

An id that is an IRI stands as it is; any other becomes a URN that holds it, percent-encoded.
Source: RFC 3987, section 2.2, https://www.rfc-editor.org/rfc/rfc3987#section-2.2.
"""

import re
from collections.abc import Container
from typing import Final
from urllib.parse import quote, unquote

from newsmodel.alphabet import clean
from newsmodel.urls import host

_PREFIX: Final = "urn:newsmodel:id:"
_OTHER: Final = "urn:newsmodel:other:"
NAMES: Final = frozenset({"urn", "tag", "acct", "did"})
"""Schemes of the IRIs that name something, and lead nowhere."""

_REST = r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]"
_PARTS = re.compile(rf"(?:(https?)://[A-Za-z0-9]{_REST}*|(?:{'|'.join(sorted(NAMES))}):{_REST}+)", re.ASCII)


def is_iri(text: str | None) -> bool:
    """Whether *text* is an absolute IRI, in ASCII, that every reader takes: of the web, a URN, a tag."""
    found = _PARTS.fullmatch(text or "")
    if text is None or found is None or text.startswith((_PREFIX, _OTHER)):
        return False
    return found[1] is None or host(text) is not None


def to_iri(id: str, taken: Container[str] = ()) -> str:
    """*id* as an IRI; the same for the same id.

    taken: the IRIs of other things; an id whose IRI is one of these gets another, which only `from_iri` knows.
    """
    iri = id if is_iri(id) else wrapped(id)
    return _OTHER + quote(id, safe="") if iri in taken else iri


def wrapped(id: str) -> str:
    """*id* as a URN that holds it, also one that is an IRI."""
    return _PREFIX + quote(id, safe="")


def from_iri(iri: str | None) -> str | None:
    """The id that `to_iri` made an IRI of; any other IRI is one itself. None for none, and where none is left."""
    prefix = next((each for each in (_PREFIX, _OTHER) if (iri or "").startswith(each)), None)
    if iri is None or prefix is None:
        return iri or None
    return clean(unquote(iri.removeprefix(prefix))) or None
