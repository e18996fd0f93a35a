"""Set lines that stand around an article on its page: "Inline Feedbacks", "Skip to content", "4 min read".

A line is furniture only as a whole; a sentence that holds the same words is a sentence.
"""

from __future__ import annotations

import re
from typing import Final

_SURE: Final = frozenset(
    {
        "inline feedbacks", "view all comments", "oldest newest most voted", "newest most voted", "oldest newest",
        "connect with", "notify of", "i allow to create an account", "guest", "label", "{} [+]", "load more comments",
        "skip to content", "skip to main content", "jump to content", "zum inhalt springen", "aller au contenu",
        "ir al contenido", "advertisement", "advertisements", "advertising", "anzeige", "werbung", "publicidad",
        "publicité", "pubblicità", "publicidade", "reklama", "reklam", "annonse", "annonce", "mainos",
        "реклама", "広告",
        "story continues below advertisement", "article continues below advertisement", "story continues below",
        "continue reading below", "scroll to continue", "you might be interested in",
    }
)  # fmt: skip
"""What no article says in a line of its own, wherever it stands."""

_AROUND: Final = frozenset(
    {
        "oldest", "newest", "most voted", "subscribe", "login", "log in", "sign in", "sign up", "register", "reply",
        "replies", "share", "share this", "share this article", "share this story", "share this post", "share on",
        "share this:", "share:", "like this", "like this:", "like", "loading", "loading...", "follow us", "follow",
        "newsletter", "subscribe to our newsletter", "sign up for our newsletter", "back to top", "top", "print",
        "next article", "previous article", "next", "previous", "next post", "previous post", "menu", "search",
        "home", "author", "comments", "comment", "post comment", "leave a reply", "join the discussion", "report",
        "read later", "save", "listen", "teilen", "artikel teilen", "diesen artikel teilen", "kommentare", "drucken",
        "anmelden", "registrieren", "antworten", "zur startseite", "nach oben", "merken", "folgen", "partager",
        "partager cet article", "commentaires", "imprimer", "compartir", "comentarios", "imprimir", "condividi",
        "commenti", "stampa", "delen", "reacties", "dela", "kommentarer", "del", "udostępnij", "komentarze", "paylaş",
        "yorumlar", "поделиться", "комментарии", "facebook", "twitter", "x", "email", "whatsapp", "copy link",
        "0 shares", "shares", "views", "tags", "topics", "post views", "about the author", "related topics",
        "be the first to comment", "close", "more", "read more", "show more", "show less",
    }
)  # fmt: skip
"""What is furniture above the text and below it, and may be a word of the article between."""

_LISTS: Final = frozenset(
    {
        "related posts", "related articles", "related stories", "related news", "related", "related content",
        "related topics", "you may also like", "you might also like", "read next", "more stories", "more news",
        "latest news", "latest posts", "latest stories", "most read", "most popular", "popular posts", "recent posts",
        "trending", "trending now", "recommended", "recommended for you", "recommended stories", "more from author",
        "also read", "see also", "read also", "up next", "don't miss", "editor's picks", "editors' picks",
        "mehr zum thema", "das könnte sie auch interessieren", "auch interessant", "lesen sie auch", "meistgelesen",
        "weitere artikel", "neueste artikel", "à lire aussi", "lire aussi", "sur le même sujet", "articles similaires",
        "noticias relacionadas", "te puede interesar", "lo más leído", "leia também", "veja também", "leggi anche",
        "articoli correlati", "potrebbe interessarti", "lees ook", "meest gelezen", "läs också", "läs mer", "les også",
        "læs også", "zobacz także", "czytaj także", "čtěte také", "читайте также", "関連記事", "相关阅读", "관련기사",
    }
)  # fmt: skip
"""Headings of lists of further articles; what follows one, below the text, is the list."""

_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"\(?\d{1,3}[- ]?(?:min(?:ute)?s?\.?)(?:[- ](?:read|lesezeit|de lecture|de lectura|di lettura|leestid"
        r"|lästid))?\)?",
        r"(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|tiempo de lectura"
        r"|tempo di lettura)"
        r"\s*+[:：]?\s*+(?:ca\.? )?\d{1,3}\s*+(?:min(?:ute)?[ns]?\.?|minuten|minuti|minutos)?",
        r"\d[\d.,]*\s?[km]?\+? (?:shares?|views?|likes?|reads|reactions|teilungen|aufrufe|partages|vues)",
        r"(?:post )?(?:views|shares|likes)\s*+:?\s*+\d[\d.,]*[km]?",
        r"©.{0,150}|copyright (?:©|\(c\)|\d{4}).{0,150}|all rights reserved\.?",
        r"(?:listen to|hear) this (?:article|story).{0,30}",
        r"(?:join|follow|find|like) us on .{1,80}",
        r"(?:0|no) (?:reactions|votes|ratings)|article rating|rate this|\d(?:\.\d)? votes?",
    )
)
_LONGEST: Final = 200


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold().replace("’", "'").strip(" •|·:»›>…")


def is_furniture(line: str) -> bool:
    """Whether a line is furniture wherever it stands."""
    return len(line) <= _LONGEST and _folded(line) in _SURE


def is_furniture_around(line: str) -> bool:
    """Whether a line is furniture if it stands above or below the text."""
    if len(line) > _LONGEST:
        return False
    folded = _folded(line)
    return folded in _SURE or folded in _AROUND or any(shape.fullmatch(folded) for shape in _SHAPES)


def is_list_heading(line: str) -> bool:
    """Whether a line heads a list of further articles."""
    return len(line) <= _LONGEST and _folded(line) in _LISTS
