"""Share bars: recognised by where their links lead, by class, by label; kept out of the body as `ShareAction`s.

Endpoints as the networks document them and as 1,333 real pages use them. A link to a profile ("Follow us") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Final

from newsmodel.markup.engine import attribute, select
from newsmodel.model import ShareAction
from newsmodel.page.named import named
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line
from newsmodel.page.words import word_set, words_of
from newsmodel.phrases.sharing import labelled, networks_of
from newsmodel.sharing import parse_share_url

_JETPACK: Final = re.compile(r"[?&]share=([a-z-]{1,20})(?:&|$)")
_BAR: Final = word_set(
    "sharedaddy addtoany addthis share sharing sharebuttons shareon sharebar heateor essb swp mashsb a2a dpsp"
)
_NETWORK_CLASSES: Final = {"facebook": "facebook", "twitter": "x", "reddit": "reddit", "pinterest": "pinterest",
                           "linkedin": "linkedin", "whatsapp": "whatsapp", "telegram": "telegram", "email": "email",
                           "bluesky": "bluesky", "mastodon": "mastodon", "threads": "threads", "tumblr": "tumblr",
                           "xing": "xing", "flipboard": "flipboard", "pocket": "pocket", "print": "print"}  # fmt: skip
_BUTTONS: Final = frozenset({"a", "button"})
_WHOLES: Final = frozenset({"body", "article", "main"})
_MOST_ACTIONS: Final = 60
_UP: Final = 4
_LONGEST_LABEL: Final = 60
_AWAY: Final = 'a[href*=":"][href*="?"], a[href*=":"][href*="#"], a[href^="//"]'
_MOST_SLASHES: Final = 3  # of the address of a front page


def share_fields(sources: Sources) -> dict[str, tuple[ShareAction, ...]]:
    """`share_actions`: each network once, in the order of the page."""
    found: dict[str, ShareAction] = {}
    for action in _actions(sources):
        found.setdefault(action.network, action)
        if len(found) == _MOST_ACTIONS:
            break
    return {"share_actions": tuple(found.values())}


def _actions(sources: Sources) -> Iterator[ShareAction]:
    survey = sources.survey
    in_bars, away = _in_bars(survey), set(_links_away(sources))
    for number in sorted(in_bars | away):
        address = line(attribute(survey.nodes[number], "href") or "")
        shared = parse_share_url(address) if number in away else None
        if shared and not _is_of_others(sources, shared.url or ""):
            yield ShareAction(shared.network, url=address, label=_label(sources, number))
        elif shared is None and number in in_bars:
            yield from _by_label(sources, number, address)


def _links_away(sources: Sources) -> Iterator[int]:
    """The links that lead away from the site and take something along: no other is a share link, but in a bar."""
    survey = sources.survey
    own = "/".join(sources.base.split("/", 3)[:3])
    for node in select(survey.nodes[0], _AWAY):
        if not (own and (attribute(node, "href") or "").lstrip().startswith(own)):
            yield survey.number_of[node]


def _in_bars(survey: Survey) -> Set[int]:
    """The links and buttons that are named for sharing, or one of the few elements around them is."""
    level = {number for number in named(survey, _BAR) if survey.tags[number] not in _WHOLES}
    found: set[int] = set()
    for _ in range(_UP):
        found |= level
        level = {child for number in level for child in survey.children(number)}
    return {number for number in found if survey.tags[number] in _BUTTONS}


def _is_of_others(sources: Sources, target: str) -> bool:
    """Whether it shares another page than this one: the bar of a teaser or of a live post is not the article's."""
    own = _bare(sources.base)
    if not own or not target.startswith("http"):
        return False
    return _bare(target) != own and target.count("/") > _MOST_SLASHES


def _bare(url: str) -> str:
    return url.split("#")[0].split("?")[0].rstrip("/").split("//")[-1]


def _by_label(sources: Sources, number: int, address: str) -> Iterator[ShareAction]:
    """Buttons that need a script: the network by Jetpack's parameter, the label, or the class."""
    jetpack = _JETPACK.search(address)
    label = _label(sources, number)
    told = labelled(label) if label else None
    by_class = words_of(sources.survey.names[number]) & _NETWORK_CLASSES.keys()
    network = (networks_of(jetpack[1]) or (jetpack[1],))[0] if jetpack else told.network if told else None
    network = network or (_NETWORK_CLASSES[min(by_class)] if len(by_class) == 1 else None)
    if network and not (address.startswith("http") and not jetpack):
        yield ShareAction(network, url=address if jetpack else None, label=label, count=told.count if told else None)


def _label(sources: Sources, number: int) -> str | None:
    node = sources.survey.nodes[number]
    if sources.survey.chars[number] and len(shown := brief_text(node)) <= _LONGEST_LABEL:
        return shown
    written = (line(attribute(node, name) or "") for name in ("aria-label", "title"))
    return next((text for text in written if 0 < len(text) <= _LONGEST_LABEL), None)
