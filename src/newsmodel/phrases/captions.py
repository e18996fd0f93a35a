"""Lines that belong to a picture: "Photo: Jane Doe/Reuters", "A ferry at dawn. (AP Photo/John Roe)"."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = (
    r"(?:photo(?:graph)?s?(?: (?:by|credit|courtesy of))?|picture(?: credit)?s?|image(?: credit)?s?"
    r"|credit|foto(?:s|graf(?:ía)?)?"
    r"|bild(?:quelle|nachweis)?|photo credit|crédits?(?: photo)?|imagen|crédito|illustration|pic)"
)
_LINE: Final = re.compile(
    rf"\(?{_WORD}\s*[:：©/]\s*\S.{{0,150}}|\(?(?:AP|EPA|AFP|Reuters) Photo\b.{{0,100}}", re.IGNORECASE
)
_AT_END: Final = re.compile(
    rf".{{5,400}}(?:(?:[.!?”\"')]\s*+[(\[|–—-]?|\s[(\[|–—-])\s*+{_WORD}\s*+[:：©]\s*+[^.]{{2,80}}[)\].]?"
    r"|[(\[](?:AP|EPA|AFP|Reuters|File|Getty|PA|dpa)[ /][^()]{0,80}[)\]]"
    r"|(?:[|/–—]|\s-\s)\s*(?:Getty Images|Reuters|AFP|AP Photo|dpa|Shutterstock|iStock|EPA)\.?)",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(
    r"[^.]{0,60}\b(?:getty images|shutterstock|istock|picture alliance|via (?:ap|reuters|getty))\b[^.]{0,40}",
    re.IGNORECASE,
)
_LONGEST: Final = 300
_NAMED: Final = (
    r"(?:photo(?:graph)?s?(?: credit)?|pictures?(?: credit)?|images?(?: credit| source)?|credits?(?: photo)?|fotos?"
    r"|kuva|fotograf(?:ía|ie|o|a)?|fotoğraf|bild(?:quelle|nachweis|er)?|imagen|crédits?(?: photo)?|créditos?|cr[ée]dito"
    r"|quelle|source|fuente|fonte|bron|zdj\.|фото|vid[eé]o|grafik|graphic|copyright|courtesy(?: of)?)"
)
_CREDIT: Final = re.compile(
    rf"(?:^|[(\[]|[|–—/]\s*)(?i:{_NAMED})\s*[:：©]"
    rf"|(?:(?<!\w)|(?<=[a-z\d]))(?=[A-ZФ])(?i:{_NAMED})\s*[:：©]"  # also "in 2021Foto: Ann", of two elements
    r"|(?:^|(?<=[.!?…)”\"’»])\s*|(?<=\s)[|–—/-]\s*|[(\[])"
    r"(?:Photo(?:graph)?|Picture|Image|Courtesy)s? (?:by|of|courtesy of)\s"
    r"|[(\[]?©\s*(?=\S)"
    r"|[(\[](?=(?:AP|EPA|AFP|Reuters|REUTERS|Getty|PA|dpa|TT|NTB|ANSA|EFE|APA)\b[^()]{0,80}[)\]]\.?$)"
)
_LONGEST_CREDIT: Final = 120


def is_caption(line: str) -> bool:
    """Whether a line is the credit of a picture, or its caption with the credit at its end."""
    if not line or len(line) > _LONGEST:
        return False
    return any(form.fullmatch(line) for form in (_LINE, _AT_END, _AGENCY))


def credit_start(caption: str) -> int | None:
    """Where the credit line at the end of a caption begins: "A ferry at dawn. Photo: Ann Lee"; None if it has none."""
    brief = max(0, len(caption) - _LONGEST_CREDIT)
    found = [each for each in _CREDIT.finditer(caption) if each.start() >= brief and each.end() < len(caption)]
    return found[0].end() - len(found[0][0].lstrip()) if found else None
