"""Bylines: "By Jane Doe and John Roe", "Von Anna Müller, Berlin", "Por Ana Pérez | Madrid": the names in them.

Roles ("Staff Writer"), sites and e-mail addresses are no names.
"""

from __future__ import annotations

import re
from typing import Final

_LEAD: Final = re.compile(
    r"(?:(?:(?:written|words|text|story|reporting|report|reported|analysis|review|opinion|comment|interview|posted|"
    r"published|compiled|article|photos?|pictures)\s+)?by"
    r"|(?:ein \w+ |text |aufgezeichnet |interview |kommentar |analyse |artikel |beitrag |veröffentlicht |eingestellt "
    r"|geschrieben |erstellt |verfasst |gepostet |publiziert )?vo[nm]|texte? par"
    r"|propos recueillis par|(?:publié |écrit |rédigé )?par|(?:publicado |escrito )?por|texto de"
    r"|di|(?:pubblicato |scritto )?da|a cura di|(?:geschreven |geplaatst )?door|av|af|przez|автор|текст|od|yazan|oleh"
    r"|bởi|by:|text|autor(?:in|en|es|a)?|(?:interview|text|words|bericht|reportage)(?: (?:&|und|and|/) \w+)?(?=\s?:)"
    r"|auteurs?|autore|authors?|redaktion|tekst|skrevet av|skrevet af)"
    r"\s*[:：]?\s+",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"(?:(?<![^\S\n])[^\S\n]++)?+[;|•·\n]\s*+|(?:(?<!\s)\s++)?+(?:,(?!\s*(?:jr|sr|md|m\.d|phd|ph\.d|ii|iii)\b)|＆)\s*+"
    r"|(?<!\s)\s++(?:and|und|et|y|e|&|og|och|en|i|a|ja|ve|и|та)\s++|、",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editors?|columnist|contributor|contributing|journalist|producer|desk|"
    r"bureau|newsroom|team|team[- ]?\w*|redaktion|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|volontär(?:in)?|"
    r"redacción|redazione|rédaction|redactie|redaksjonen|redaktionen|périodiste|periodista|journaliste|giornalista|"
    r"associated press|reuters|afp|dpa|apa|sda|bloomberg|agencies|agentur(?:en)?|agencias|email|e-mail|mail|"
    r"follow|view|all posts|more from|read more|published|updated|photograph(?:er|y)|photo|foto|getty|images?|"
    r"minutes? read|min read|news|zeitung|online|magazine|www|chief|executive|senior|managing|special to)\b",
    re.IGNORECASE,
)
_UNWANTED: Final = re.compile(
    r":|www\.|@|^(?:email|e-mail) the author|^(?:view|see|more|all|about|follow)\b"
    r"|^(?:written|posted|published|updated|created|author|words|veröffentlicht|geschrieben|aktualisiert"
    r"|publié|publicado|pubblicato|mehr|alle|plus de|más de)\b|^[a-z\d]+(?:[._][a-z\d]+)+$"
    r"|^(?:admin|administrator|editor|staff|webmaster|guest|unknown|anonymous|author|name|author name"
    r"|none|null|undefined|test|root|user)$"
    r"|^\d+\s|^[\W\d_]*$",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(r"\.(?:com|org|net|de|fr|es|it|nl|co\.uk)$", re.IGNORECASE)
_ADDITION: Final = re.compile(
    r"(?:(?<!\s)\s++)?+\([^()]{0,30}\)$|(?<!\s)\s++기자$"
)  # an abbreviation, "reporter" in Korean
_LONGEST_NAME: Final = 60
_MOST_WORDS: Final = 6
_LONGEST: Final = 300
_LOWER: Final = frozenset(
    {"de", "da", "do", "dos", "das", "del", "della", "di", "du", "von", "van", "der", "den", "zu", "zum",
    "la", "le", "el",
     "al", "bin", "ibn", "y", "e", "van't", "ter", "ten", "af", "av"}
)  # fmt: skip


def without_lead(text: str) -> str:
    """A byline without its lead: "By Jane Doe" -> "Jane Doe"; a text without one stays."""
    shown = " ".join(text.split())
    lead = _LEAD.match(shown)
    return shown[lead.end() :] if lead else shown


def has_lead(text: str) -> bool:
    """Whether a text starts as a byline does."""
    return len(text) <= _LONGEST and _LEAD.match(" ".join(text.split())) is not None


def names_in(text: str) -> tuple[str, ...]:
    """The names of a byline in order, each once; roles, agencies, sites and addresses left out."""
    return tuple(name for name in listed(without_lead(text)) if is_name(name))


def listed(text: str) -> tuple[str, ...]:
    """The names of a list such as "Jane Doe, Reuters and John Roe", agencies and desks among them; no addresses."""
    if len(text) > _LONGEST:
        return ()
    parts = (_ADDITION.sub("", part.strip(" \t,.:–—-")) for part in _SPLIT.split(text.replace("\xa0", " ")))
    return tuple(dict.fromkeys(_own_case(part) for part in parts if part and _may_be_agent(part)))


def _may_be_agent(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and len(text.split()) <= _MOST_WORDS and not _UNWANTED.search(text)


def is_name(text: str) -> bool:
    """Whether a text can be the name of a person: short, no address, no number, no role, no agency."""
    return _may_be_agent(text) and not (_ROLE.search(text) or _DOMAIN.search(text) or re.search(r"\d", text))


def is_byline(line: str) -> bool:
    """Whether a line is a byline and nothing else: its lead, then names, each with capitals as names have them."""
    if not has_lead(line):
        return False
    names = names_in(line)
    return bool(names) and all(_capitalised(name) for name in names)


def _capitalised(name: str) -> bool:
    words = name.split()
    return all(word[0].isupper() or not word[0].isalpha() or not word[0].islower() or word in _LOWER for word in words)


def _own_case(name: str) -> str:
    """JANE DOE is Jane Doe: a page that shouts is no reason to."""
    return name.title() if name.isupper() and " " in name and name.isascii() else name
