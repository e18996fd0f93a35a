"""How notices of the editors begin: "Correction:", "Editor's note:", "This article was amended on 5 May"."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

Notice: TypeAlias = Literal["correction", "clarification", "note"]

_LABELS: Final[dict[Notice, str]] = {
    "correction": (
        r"corrections?|correction appended|corrections? (?:and|&) clarifications?|erratum|errata(?: corrige)?|korrektur"
        r"|berichtigung|richtigstellung|rectificatif|correctif|rectification|corrección|fe de errores|rettifica"
        r"|rättelse|rettelse|retting|correctie|rectificatie|correção|erramos|oikaisu|sprostowanie|düzeltme"
    ),
    "clarification": r"clarifications?|klarstellung|précision|aclaración|precisazione|förtydligande|presisering",
    "note": (
        r"editor(?:['’]?s|s['’])? note|ed(?:itor)?\. note|note from the editors?|editorial note|anmerkung der redaktion"
        r"|anm\. ?d(?:\.|er) ?red(?:\.|aktion)|hinweis der redaktion|note de la rédaction|ndlr|note de l['’]éditeur"
        r"|nota del editor|nota de la redacción|nota della redazione|nota da redação|nota do editor"
        r"|noot van de redactie|redaktionens anmärkning|red\. ?anm\.|redaksjonens merknad|od redakcji"
    ),
}
_LABELLED: Final = {
    kind: re.compile(rf"[*\[(•\s]{{0,3}}(?:{labels})(?!\w)\.?\s?(?:[,(][^:.\n]{{0,40}})?\s?[:：—–]", re.IGNORECASE)
    for kind, labels in _LABELS.items()
}
_AMENDED: Final = re.compile(
    r"[*\[(•\s]{0,3}(?:this (?:article|story|post|piece|report|headline) (?:was|has been) (?:amended|corrected)\b"
    r"|an earlier version of this (?:article|story|post|piece|report|headline)\b"
    r"|in an earlier version of this (?:article|story)\b"
    r"|in einer früheren (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags)\b)",
    re.IGNORECASE,
)
_LONGEST: Final = 1200


def notice_of(text: str) -> Notice | None:
    """What a paragraph is a notice of, by its first words; None for any other."""
    if len(text) > _LONGEST:
        return None
    head = text[:100]
    if _AMENDED.match(head):
        return "correction"
    return next((kind for kind, label in _LABELLED.items() if label.match(head)), None)
