"""Share bars: recognised by where their links lead, by class, by label; kept out of the body as `ShareAction`s.

Endpoints as the networks document them and as 1,333 real pages use them. A link to a profile ("Follow us") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsmodel.markup.engine import attribute
from newsmodel.model import ShareAction
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources
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
_MOST_ACTIONS: Final = 60
_UP: Final = 4
_LONGEST_LABEL: Final = 60


def share_fields(sources: Sources) -> dict[str, tuple[ShareAction, ...]]:
    """`share_actions`: each network once, in the order of the page."""
    found: dict[str, ShareAction] = {}
    for action in _actions(sources):
        found.setdefault(action.network, action)
        if len(found) == _MOST_ACTIONS:
            break
    return {"share_actions": tuple(found.values())}


def share_network(url: str) -> str | None:
    """The network that an address shares a page to ("x"); None for any other address, a profile among them."""
    shared = parse_share_url(url)
    return shared.network if shared else None


def shared_url(url: str) -> str | None:
    """The page that a share address shares; None if it does not say, or is none."""
    shared = parse_share_url(url)
    return shared.url if shared else None


def _actions(sources: Sources) -> Iterator[ShareAction]:
    survey = sources.survey
    for number in survey.numbers("a", "button"):
        address = line(attribute(survey.nodes[number], "href") or "")
        network = share_network(address) if address else None
        if network and not _is_of_others(sources, address):
            yield ShareAction(network, url=address, label=_label(sources, number))
        elif network is None and _is_in_bar(sources, number):
            yield from _by_label(sources, number, address)


def _is_of_others(sources: Sources, address: str) -> bool:
    """Whether it shares another page than this one: the bar of a teaser or of a live post is not the article's."""
    target, own = shared_url(address), sources.base.split("#")[0].split("?")[0].rstrip("/")
    if not target or not own or not target.startswith("http"):
        return False
    return (
        target.split("#")[0].split("?")[0].rstrip("/").split("//")[-1] != own.split("//")[-1] and target.count("/") > 3
    )


def _is_in_bar(sources: Sources, number: int) -> bool:
    """Whether the element or one of the few around it is named for sharing."""
    survey = sources.survey
    for _ in range(_UP):
        if number < 0 or survey.tags[number] in ("body", "article", "main"):
            return False
        if survey.names[number] and words_of(survey.names[number]) & _BAR:
            return True
        number = survey.parents[number]
    return False


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
    candidates = (brief_text(node), line(attribute(node, "aria-label") or ""), line(attribute(node, "title") or ""))
    return next((text for text in candidates if 0 < len(text) <= _LONGEST_LABEL), None)
