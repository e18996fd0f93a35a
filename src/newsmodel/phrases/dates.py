"""Dates in words as pages print them: "3. März 2026, 14:05 Uhr", "Publicado el 3 de marzo de 2026", "March 3, 2026".

The months of many languages become English ones, for `newsmodel.dates` to read. 03/04/2026, which is two days, is no
date here either; 23.04.2026 and 2026-04-23 are.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.dates import ParsedDate, parse_date

_MONTHS: Final = (
    "january januar jänner jan janvier enero ene janeiro gennaio gen januari janúar stycznia styczeń ledna leden január"
    " januára ianuarie ocak января январь січня ιανουαρίου tammikuuta sausio januára",
    "february februar feber feb février fév febrero fevereiro fev febbraio februari febrúar lutego luty února únor"
    " februára februarie şubat февраля февраль лютого φεβρουαρίου helmikuuta vasario február",
    "march märz mär mars marzo março marco maart mrt marts marca marzec března březen március martie mart марта март"
    " березня μαρτίου maaliskuuta kovo mar maret",
    "april apr avril abril abr aprile apríl kwietnia kwiecień dubna duben április aprilie nisan апреля апрель квітня"
    " απριλίου huhtikuuta balandžio avr aprila",
    "may mai mayo maio mag maggio mei maj maí maja května květen május mája mayıs мая май травня μαΐου μαίου toukokuuta"
    " gegužės",
    "june juni jun juin junio junho giu giugno júní czerwca czerwiec června červen június júna iunie haziran июня июнь"
    " червня ιουνίου kesäkuuta birželio",
    "july juli jul juillet julio julho lug luglio júlí lipca lipiec července červenec július júla iulie temmuz июля"
    " июль липня ιουλίου heinäkuuta liepos juil",
    "august aug août aout agosto ago augustus augusti ágúst sierpnia sierpień srpna srpen augusztus augusta ağustos"
    " августа август серпня αυγούστου elokuuta rugpjūčio agustus",
    "september sept sep septembre septiembre setembro set settembre września wrzesień září szeptember septembra"
    " septembrie eylül сентября сентябрь вересня σεπτεμβρίου syyskuuta rugsėjo",
    "october oktober okt oct octobre octubre outubro out ottobre ott október października październik října říjen"
    " októbra octombrie ekim октября октябрь жовтня οκτωβρίου lokakuuta spalio",
    "november nov novembre noviembre novembro nóvember listopada listopad listopadu november novembra noiembrie kasım"
    " ноября ноябрь листопада νοεμβρίου marraskuuta lapkričio",
    "december dezember dez dec décembre déc diciembre dic dezembro dicembre desember des grudnia grudzień prosince"
    " prosinec december decembra decembrie aralık декабря декабрь грудня δεκεμβρίου joulukuuta gruodžio",
)
_ENGLISH: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH: Final = {
    word: english for english, words in zip(_ENGLISH, _MONTHS, strict=True) for word in words.split()
}  # later rows never overwrite: no word names two months here
_LABEL: Final = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created)(?: (?:on|at))?"
    r"|(?:zuletzt )?(?:veröffentlicht|aktualisiert|publiziert|erstellt|geändert)(?: am)?|stand|vom"
    r"|publié(?:e)?(?: le)?|mis(?:e)? à jour(?: le)?|modifié(?:e)?(?: le)?"
    r"|publicado(?: (?:el|em|en))?|actualizado(?: (?:el|en))?|atualizado(?: em)?|pubblicato(?: il)?"
    r"|aggiornato(?: (?:il|al))?"
    r"|gepubliceerd(?: op)?|bijgewerkt(?: op)?|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret"
    r"|opublikowano|aktualizacja|publikováno|aktualizováno|опубликовано|обновлено|date|datum|fecha|data)\s*[:：]?\s+",
    re.IGNORECASE,
)
_MODIFIED: Final = re.compile(
    r"(?:last |zuletzt )?(?:updated|modified|aktualisiert|geändert|stand|mis(?:e)? à jour|modifié"
    r"|actualizado|atualizado"
    r"|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizacja|aktualizováno|обновлено)\b",
    re.IGNORECASE,
)
_CLOCK: Final = (
    r"(?:,?\s*+(?:\||-|–|um|at|às|à|a las|kl\.?|klo|o|alle|om)?"
    r"\s*+(?P<hour>[0-2]?\d)\s?[:.h]\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
)
_REST: Final = (
    r"\s*+(?:uhr|h|hrs?|uur|г\.?|года?)?\.?\s*+(?P<half>[ap]\.?m\.?)?"
    r"\s*+\(?(?P<zone>[a-z]{1,5}|(?:gmt|utc)?[+-]\d\d?(?::?\d\d)?)?\)?"
)
_WEEKDAY: Final = r"(?:[^\W\d_]+\.?,?\s+){0,2}?"
_WORDS: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>[0-3]?\d)(?:\.|º|er|st|nd|rd|th)?\s+(?:de |di |of )?(?P<month>[^\W\d_]+)\.?,?\s+(?:de |del )?"
    rf"(?P<year>[12]\d{{3}}){_CLOCK}{_REST}",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"{_WEEKDAY}(?P<month>[^\W\d_]+)\.?\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.)?,?\s+(?P<year>[12]\d{{3}}){_CLOCK}{_REST}",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>[12]\d{{3}}){_CLOCK}{_REST}", re.IGNORECASE
)
_ASIA: Final = re.compile(
    rf"(?P<year>[12]\d{{3}})\s?[年년.]\s?(?P<month>[01]?\d)\s?[月월.]\s?(?P<day>[0-3]?\d)\s?[日일.]?{_CLOCK}{_REST}"
)
_LONGEST: Final = 120
_LONGEST_LINE: Final = 300
_MONTHS_A_YEAR: Final = 12
_WITHIN: Final = re.compile(
    r"(?<![\d/.-])(?:[12]\d{3}-[01]\d-[0-3]\d(?:T\S{5,25})?"
    r"|[0-3]?\d(?:\.|º|er|st|nd|rd|th)?\s+(?:de |di |of )?[^\W\d_]{3,12}\.?,?\s+(?:de |del )?[12]\d{3}"
    r"|[^\W\d_]{3,12}\.?\s+[0-3]?\d(?:st|nd|rd|th|\.)?,?\s+[12]\d{3}"
    r"|[0-3]?\d\.\s?[01]?\d\.\s?[12]\d{3}|[12]\d{3}\s?[年년.]\s?[01]?\d\s?[月월.]\s?[0-3]?\d\s?[日일]?)(?!\d)"
    r"(?:(?:,?\s*+(?:\||-|–|um|at|às|à|a las|kl\.?|klo|o|alle|om)?\s*+)[0-2]?\d[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?)?",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")  # no date is without one
_EITHER: Final = re.compile(r"(?P<one>[0-3]?\d)[/-](?P<other>[0-3]?\d)[/-](?P<year>[12]\d{3})(?P<rest>\D.*|)")


def written_date(line: str) -> ParsedDate | None:
    """The date that a whole line says, a label such as "Published on" passed over; None if it is no date."""
    shown = " ".join(line.split()).strip(" •|·")
    if len(shown) > _LONGEST or not _DIGIT.search(shown):
        return None
    label = _LABEL.match(shown)
    plain = shown[label.end() :] if label else shown
    return parse_date(plain) or _translated(plain) or _of_one_meaning(plain)


def date_within(line: str) -> ParsedDate | None:
    """The first date in a short line that says other things too: "Berlin, 3. März 2026 | 4 min"; None without one."""
    shown = " ".join(line.split())[:_LONGEST_LINE]
    found = (written_date(match[0]) for match in _WITHIN.finditer(shown))
    return written_date(shown) or next((parsed for parsed in found if parsed and "day" not in parsed.missing), None)


def is_modification(line: str) -> bool:
    """Whether a date line says when a text was changed ("Updated: …", "Aktualisiert am …")."""
    return _MODIFIED.match(line.strip()) is not None


def _of_one_meaning(plain: str) -> ParsedDate | None:
    """13/11/2025 and 11/13/2025, of whose numbers only one can be a month."""
    found = _EITHER.fullmatch(plain)
    if not found or (int(found["one"]) > _MONTHS_A_YEAR) == (int(found["other"]) > _MONTHS_A_YEAR):
        return None
    month, day = sorted((int(found["one"]), int(found["other"])))
    return parse_date(f"{found['year']}-{month:02}-{day:02} {found['rest'].strip(' ,')}".strip())


def _translated(plain: str) -> ParsedDate | None:
    for form in (_WORDS, _MONTH_FIRST, _NUMBERS, _ASIA):
        if found := form.fullmatch(plain):
            month = _month(found["month"])
            return parse_date(_english(found, month)) if month else None
    return None


def _month(word: str) -> str | None:
    if word.isdecimal():
        return _ENGLISH[int(word) - 1] if 1 <= int(word) <= 12 else None
    return _MONTH.get(word.lower())


def _english(found: re.Match[str], month: str) -> str:
    """As RFC 5322 has it, which `parse_date` reads whatever the language was."""
    date = f"{found['day']} {month} {found['year']}"
    if not found["hour"]:
        return date
    second = f":{found['second']}" if found["second"] else ""
    half = f" {found['half']}" if found["half"] else ""
    return f"{date} {found['hour']}:{found['minute']}{second}{half} {found['zone'] or ''}".strip()
