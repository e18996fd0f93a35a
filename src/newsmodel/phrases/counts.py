"""How pages say how many comments there are: "12 Kommentare", "1.2K Comments", "20 thoughts on “The title”".

"No Comments" says none; "Leave a comment" says nothing about a number.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NOUN: Final = (
    r"(?:comments?|responses?|replies|reply|reactions?|thoughts?|gedanken?|réflexions?|pensamientos?|pensieri|"
    r"kommentare?n?|ergänzungen|ergänzung|leserkommentare|"
    r"meinungen|commentaires?|réactions?|comentarios?|comentários?|comentari|commenti|commento|reacties|reactie|"
    r"kommentarer|kommenttia|kommentti|komentarzy|komentarze|komentarz|komentářů|komentáře|komentář|komentárov|"
    r"hozzászólás|comentarii|yorum|komentar|σχόλια|σχόλιο|комментари(?:й|я|ев)|коментар(?:|і|ів)|opiniones|opinión|"
    r"nhận xét|bình luận|komentarų|تعليقات|تعليق|टिप्पणियाँ|टिप्पणी)"
)
_BARE: Final = (  # "Opiniones" and "Gedanken" alone are sections of a paper
    r"(?:(?:leser|user)?kommentare|comments|commentaires|comentarios|comentários|commenti|reacties|kommentarer"
    r"|komentarze|komentáře|комментарии|σχόλια|yorumlar)"
)
_NONE: Final = (
    r"(?:no|zero|keine?|noch keine|aucun|pas de|sin|ningún|nenhum|sem|nessun|geen|nog geen|ingen|inga|ei|brak|bez|"
    r"žádné|žádný|nincs|niciun|yok|нет|немає|δεν υπάρχουν|belum ada)"
)
_ONE: Final = r"(?:one|ein|eine|un|une|una|um|uma|één|en|ett|jeden)"
_NUMBER: Final = (
    r"(?P<number>\d{1,3}(?:[.,  ’']\d{3})+|\d{1,9})(?:(?P<fraction>[.,]\d{1,2})?\s?(?P<unit>k|m|mil|tsd\.?|tys\.?))?\+?"
)
_ASIA: Final = r"(?:コメント|评论|條評論|条评论|評論|留言|댓글)"
_VERB: Final = (
    r"(?:(?:leave|post|add|write|be the first to|join|show|hide|view|read|see|load|start)\b.{0,30}"
    r"\b(?:comments?|reply|response|discussion|conversation)"
    r"|(?:schreiben? sie|schreibe?|kommentar|jetzt).{0,30}"
    r"(?:kommentare?|schreiben|hinterlassen|abgeben|kommentieren|verfassen)"
    r"|laisser un commentaire|ajouter un commentaire|laissez un commentaire|commenter"
    r"|deja (?:un comentario|una respuesta)|añadir comentario|comentar|deixe um comentário|deixe uma resposta"
    r"|lascia un commento|commenta|plaats een reactie|geef een reactie|laat een reactie achter|reageer"
    r"|lämna ett svar|legg igjen en kommentar|skriv en kommentar|kommenter|dodaj komentarz|napsat komentář"
    r"|yorum yaz|bir yorum yaz|добавить комментарий|оставить комментарий|コメントを残す|댓글 남기기|发表评论)"
)
_ON: Final = r"(?: (?:on|to|zu|sur|en|su|op|på|sobre|auf|für) [“”\"«„‘'].{0,300})?"

_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:all |alle |todos los |tutti i |tous les )?{_NUMBER} (?:(?:reader|user"
        rf"|new|more|total|approved) )?{_NOUN}{_ON}",
        rf"{_NOUN}\s?[:(\[]?\s?{_NUMBER}\s?[)\]]?",
        rf"{_NUMBER}\s?(?:件の|个|個|條|条|개의?)?\s?{_ASIA}",
        rf"{_ASIA}\s?[:(（]?\s?{_NUMBER}\s?[)）]?",
    )
)
_NO: Final = re.compile(
    rf"{_NONE} {_NOUN}(?: (?:yet|vorhanden|found|posted|so far|to display|on [“\"].{{0,300}}))?|{_NOUN} yok",
    re.IGNORECASE,
)
_SINGLE: Final = re.compile(rf"{_ONE} {_NOUN}{_ON}", re.IGNORECASE)
_ANY: Final = re.compile(rf"(?:{_BARE}|{_ASIA}|{_VERB})", re.IGNORECASE)
_LONGEST: Final = 400
_SAID: Final = frozenset({"", "no comment"})  # what a spokesman says
_UNITS: Final = {"k": 1000, "mil": 1000, "tsd": 1000, "tys": 1000, "m": 1_000_000}


class CommentCount(NamedTuple):
    """What a line says about the number of comments: the number, None if it tells none, and the text if rounded."""

    number: int | None
    rounded: str | None = None


def comment_count(line: str) -> CommentCount | None:
    """The count that a whole line is ("0 Comments", "Kommentare (12)"); None if the line is something else."""
    if len(line) > _LONGEST:
        return None
    shown = " ".join(line.split()).strip(" :»›>")
    if shown.casefold() in _SAID:
        return None
    if _NO.fullmatch(shown):
        return CommentCount(0)
    if _SINGLE.fullmatch(shown):
        return CommentCount(1)
    for form in _FORMS:
        if found := form.fullmatch(shown):
            return _counted(found)
    return CommentCount(None) if _ANY.fullmatch(shown) else None


def count_of(text: str) -> CommentCount | None:
    """The number that a count beside a comment sign is ("12", "1.2K"), or that its line tells."""
    shown = " ".join(text.split()).strip("()[]")
    return comment_count(f"{shown} comments") if shown[:1].isdigit() and len(shown) <= 8 else comment_count(shown)


def _counted(found: re.Match[str]) -> CommentCount:
    digits = re.sub(r"\D", "", found["number"])
    if not found["unit"]:
        return CommentCount(int(digits))
    fraction = (found["fraction"] or "").replace(",", ".")
    number = round(float(digits + fraction) * _UNITS[found["unit"].lower().rstrip(".")])
    return CommentCount(number, f"{found['number']}{found['fraction'] or ''}{found['unit']}")
