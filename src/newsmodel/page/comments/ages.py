"""How long ago a comment was written, in words: "2 hours ago", "vor 3 Tagen", "il y a 5 min", "just now"."""

from __future__ import annotations

import re
from typing import Final

_UNITS: Final = (
    "s|sec|secs|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|wk|wks|weeks?|mo|months?|y|yr|yrs|years?"
    "|sekunden?|minuten?|std\\.?|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?"
    "|secondes?|heures?|jours?|semaines?|mois|ans?|années?"
    "|segundos?|minutos?|horas?|d[ií]as?|semanas?|m[eê]s(?:es)?|años?|anos?"
    "|secondi|minuti|minuto|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]"
    "|seconden?|uur|uren|dag(?:en)?|we[ek]+en|maand(?:en)?|ja(?:ar|ren)"
    "|sekund(?:er|y)?|minut(?:ter|er|y)?|tim(?:mar|e|er)|timer?|dager|dage|uger|uker|veckor?|måneder|månader|år"
    "|godzin[ęy]?|dni|dzień|tygodni[e]?|miesi[ąę]c[ey]?|lat[a]?|saat|dakika|gün|hafta|yıl"
    "|минут[уы]?|час(?:а|ов)?|дн(?:я|ей)|день|недел[юиь]|месяц(?:а|ев)?|лет|год(?:а)?"
)
_COUNT: Final = r"(?:\d{1,3}|an?|one|eine[mnr]?|une?|uno?|una|um|uma|een|en|et|ett)\+?"
_SPAN: Final = rf"{_COUNT} ?(?:{_UNITS})"
_AGE: Final = re.compile(
    rf"(?:(?:about|almost|over|more than|less than|ca\.|etwa|environ) )?{_SPAN}(?:,? (?:and |und |et )?{_SPAN})?"
    r" (?:ago|fa|atrás|geleden|sedan|siden|temu|önce|назад|тому|sitten)"
    rf"|(?:vor|il y a|hace|há|för|for|pred|před|πριν) (?:etwa |ca\. |environ )?{_SPAN}(?: \w{{1,6}})?"
    r"|\d{1,3} ?(?:s|sec|m|min|mins|h|hr|hrs|d|w|wk|mo|y|yr|yrs|std)\.?"
    r"|(?:just now|now|yesterday|today|gerade eben|gestern|heute|hier|à l'instant|ayer|hoy|ontem|hoje|ieri|oggi"
    r"|gisteren|vandaag|igår|i går|wczoraj|вчера|сегодня)"
    r"(?:,? (?:at |um |à |a las |às |alle |om |kl\.? ?)?\d{1,2}[:.h]\d{2}(?: ?[ap]m)?(?: uhr)?)?"
    r"|\d{1,3} ?(?:分|時間|日|週間|か月|ヶ月|年)前"
    r"|\d{1,3} ?(?:분|시간|일|주|개월|년) ?전|\d{1,3} ?(?:分钟|小时|天|周|个月|年)前",
    re.IGNORECASE,
)


def is_age(words: str) -> bool:
    """Whether these words are an age and nothing else."""
    return _AGE.fullmatch(words.strip(" .,·•|()-–—")) is not None
