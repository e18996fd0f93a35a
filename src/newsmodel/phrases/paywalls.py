"""Lines that say that the rest of an article is for those who pay: "Subscribe to continue reading"."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 300

_NOTICE: Final = re.compile(
    "|".join(
        (
            # English
            r"\b(?:subscribe|sign in|log in|sign up|register|become a member)\b.{0,40}"
            r"\bto (?:continue|keep|read|unlock)",
            r"\bto (?:continue|keep) reading\b|\bto read the (?:full|rest|whole) (?:article|story)",
            r"\b(?:article|story|content|page) is (?:only |exclusively )?(?:for|available (?:only )?to|reserved for)"
            r" (?:our |paying |registered )?(?:subscribers|members)",
            r"\bsubscribers? only\b|\b(?:only|exclusive) (?:for|to) subscribers\b|\balready a (?:subscriber|member)\?",
            # French
            r"r[ée]serv[ée]e?s? (?:à nos|aux) abonn[ée]s|il vous reste .{0,20}de cet article|pour lire la suite",
            # German
            r"(?:jetzt|einfach|sofort) weiterlesen|um weiterzulesen|weiterlesen mit|nur für abonnent",
            r"für abonnent(?:en|innen) (?:lesbar|verfügbar)|(?:artikel|text) (?:weiter)?lesen mit",
            # Spanish, Portuguese, Italian
            r"(?:s[oó]lo|exclusivo|reservado) para (?:nuestros )?s[uo]s?criptores|para (?:seguir|continuar) leyendo",
            r"(?:exclusivo|somente|apenas|só) para assinantes|para continuar (?:lendo|a ler)|assine para ler",
            r"riservat[oaie] agli abbonati|per continuare (?:a leggere|la lettura)",
            # Dutch, Swedish, Norwegian, Danish, Finnish
            r"(?:alleen|enkel|exclusief) voor abonnees|om (?:verder|door) te lezen|lees verder met",
            r"för att läsa (?:vidare|hela)|(?:endast|bara) för prenumeranter|for å lese (?:videre|hele|resten)",
            r"kun for abonnenter|for at læse (?:videre|resten|hele)|vain tilaajille|jatka lukemista",
            # Polish, Czech, Russian, Turkish
            r"tylko dla (?:prenumeratorów|subskrybentów)|aby czytać dalej|pouze pro předplatitele",
            r"(?:только|доступ\w+) (?:для )?подписчик|чтобы (?:читать|продолжить чтение)|okumaya devam etmek için",
            # Japanese, Korean, Chinese
            r"有料会員|会員限定|残り\s?[\d,]+\s?文字|유료\s?회원|구독자\s?전용|付费(?:阅读|订阅)|订阅后(?:阅读|继续)|訂閱後",
        )
    ),
    re.IGNORECASE,
)


def is_paywall_notice(text: str) -> bool:
    """Whether a line of at most 300 characters says that one must pay, or sign in, to read on; in 16 languages."""
    return len(text) <= _LONGEST and _NOTICE.search(text) is not None
