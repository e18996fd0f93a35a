"""What there is to be clicked on a comment, by its words: "Reply", "Gefällt mir (3)", "Signaler"."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    "reply|replies|respond|quote|report|report abuse|flag|share|like|dislike|love|thanks|permalink|link|edit|delete"
    "|remove|parent|next|prev|previous|context|embed|save|hide|collapse|expand|more|read more|show more|up ?vote"
    "|down ?vote|vote up|vote down|helpful|recommend|follow|mute|ignore|block|copy link|give award|top"
    "|edited|expand full comment|show full comment|read full comment|view replies|hide replies"
    "|antworten?|zitieren|melden|teilen|gefällt mir|gefällt mir nicht|empfehlen|bearbeiten|löschen|mehr|einblenden"
    "|kommentar melden|beitrag melden|missbrauch melden|permanenter link|verlinken"
    "|répondre|citer|signaler|alerter|partager|j'aime|j’aime|je n'aime pas|modifier|supprimer|voir plus|lien permanent"
    "|responder|citar|denunciar|reportar|compartir|me gusta|no me gusta|editar|borrar|enlace permanente|ver más"
    "|compartilhar|curtir|gostei|não gostei|excluir|ver mais"
    "|rispondi|cita|segnala|condividi|mi piace|non mi piace|modifica|elimina|mostra altro"
    "|reageer|beantwoorden|antwoord|citeren|rapporteer|meld|deel|delen|vind ik leuk|bewerken|verwijderen"
    "|svar|svara|svare|anmäl|rapporter|anmeld|dela|del|gilla|lik|synes godt om|vastaa|ilmianna|tykkää"
    "|odpowiedz|cytuj|zgłoś|udostępnij|lubię to|odpovědět|nahlásit|odpovedať|válasz|răspunde|yanıtla|cevapla|beğen"
    "|şikayet et|ответить|цитировать|пожаловаться|поделиться|нравится|відповісти|απάντηση"
    "|返信|通報|답글|신고|回复|回覆|举报"
)
_ACTION: Final = re.compile(
    rf"[^\w]*(?:{_WORDS})(?: (?:to this|to this comment|to comment|comment|post|with quote|link|abuse))?"
    r"[\s:·|]*[(\[]?\d{0,6}[)\]]?[^\w]*",
    re.IGNORECASE,
)
LONGEST: Final = 40
"""Characters of the longest of them."""


def is_action(words: str) -> bool:
    """Whether this is the whole label of something to click; signs and a bare number are too."""
    shown = " ".join(words.split())
    return len(shown) <= LONGEST and (_ACTION.fullmatch(shown) is not None or not any(map(str.isalpha, shown)))
