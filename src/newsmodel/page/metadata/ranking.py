"""Which of the texts that a page calls its headline is the one: what its readers see as the headline.

The record of JSON-LD (or microdata) is right most often, and the rules here are what speaks against it. Publishers
write one headline for readers and another one for search engines; the window's title tells which one the others are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsmodel.page.metadata.titles import Site, begun, without_date, without_kicker
from newsmodel.page.nodes import brief_text
from newsmodel.page.sources import Sources, key_of
from newsmodel.page.words import letters_of

_LEAST_KEY: Final = 8  # letters from which on a heading can complete a headline
_CUT: Final = ("…", "...")
_LONGEST_HEADLINE: Final = 250
_LONGEST_ALONE: Final = 150  # a longer text that nothing else on the page says is a description
_LEAST_CUT: Final = 105  # systems cut at 110, Google's old limit
_LONGER: Final = 3  # times as long as a heading that it vouches for, a title is at most
_NEAR: Final = 60  # elements behind the h1 among which the page may show its headline
_MOST_BETWEEN: Final = 200  # characters between the two: a date, a byline, a menu, but no text


class Titles(NamedTuple):
    """What a page calls itself, without the name of its site; "" for what is not there.

    record: JSON-LD's or microdata's headline. network, other_network: `og:title` and `twitter:title`. window: `title`.
    any_network: the first title for networks. written: that and the window's, with the name of the site.
    """

    record: str
    network: str
    other_network: str
    window: str
    any_network: str
    written: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The title to take where there is no better: the one for networks before the window's."""
        return self.any_network or self.window


def headline_of(sources: Sources, site: Site, titles: Titles) -> tuple[str, str]:
    """The headline and the kicker that stood before it.

    What the heading behind the h1 shows; else the record's, unless the h1 is believed against it; else the h1 that a
    title vouches for; else a title. Whole, and without a kicker that the title for networks does not have.
    """
    told = _told(titles, site)
    displayed = _displayed(sources, (told, titles.network, titles.window))
    if displayed[0]:
        return displayed
    taken = _believed(titles._replace(record=told), site) or told or _vouched(titles, site) or titles.shown
    return without_kicker(without_date(taken), (titles.network, titles.other_network))


def _told(titles: Titles, site: Site) -> str:
    """The record's headline, completed; "" if it is a description that stands in the headline's place.

    Without the section behind it, where the title for networks is the same without, and no h1 has it.
    """
    is_shown = key_of(titles.record) in map(key_of, site.headings)
    told = (not is_shown and begun(titles.record, (titles.network,))) or titles.record
    whole = _completed(told, site.headings)
    others = [*site.headings, titles.shown]
    is_alone = len(whole) > _LONGEST_ALONE and any(others) and key_of(whole) not in map(key_of, others)
    return "" if is_alone else whole


def _completed(headline: str, headings: Sequence[str]) -> str:
    """The heading that a headline is the beginning of, if it was cut to fit a limit."""
    stem = key_of(headline.rstrip("….")) if headline.endswith(_CUT) or len(headline) >= _LEAST_CUT else ""
    whole = (heading for heading in headings if len(stem) >= _LEAST_KEY and key_of(heading).startswith(stem))
    return next(whole, headline)


def _displayed(sources: Sources, said: Sequence[str]) -> tuple[str, str]:
    """The headline that a heading right behind the h1 shows, and the kicker before it; "" if there is none such.

    The h1 above it says something else: it is there for search engines, or is the name of the site.
    """
    survey = sources.survey
    start = next(iter(survey.numbers("h1")), len(survey.nodes))
    own = key_of(brief_text(survey.nodes[start])) if start < len(survey.nodes) else ""
    for number in survey.numbers("h2", "h3"):
        if start < number < start + _NEAR and survey.chars[number]:
            if sum(survey.own[start + 1 : number]) > _MOST_BETWEEN:
                break
            heading = brief_text(survey.nodes[number])
            for text in said if own not in key_of(heading) else ():
                if _ends(heading, text) and key_of(text) not in own:
                    return text, heading.removesuffix(text).strip(" :|–-—·") if heading.endswith(text) else ""
    return "", ""


def _ends(heading: str, text: str) -> bool:
    """Whether a heading is a title, or a kicker and that title."""
    key = key_of(text)
    return len(key) >= _LEAST_KEY and key_of(heading).endswith(key)


def _believed(titles: Titles, site: Site) -> str:
    """The only h1, where it says another headline than the record, and the record says what the window's title says.

    Those two are written for search engines if the title for networks agrees with the h1, and if it agrees with them
    too, the three are one field of the system, and the h1 is what an editor wrote. "" if the h1 is not believed.
    """
    heading = site.headings[0] if len(set(site.headings)) == 1 else ""
    own, told, network = key_of(heading), key_of(titles.record), key_of(titles.network)
    if not own or not told or own in told or told in own or told != key_of(titles.window):
        return ""
    return heading if network == own or (network == told and _is_kin(heading, titles.record)) else ""


def _vouched(titles: Titles, site: Site) -> str:
    """The h1 that a title holds, or that is alone and of its words; "" if there is none such."""
    own = [heading for heading in site.headings if not any(_is_of_site(heading, each, site) for each in titles.written)]
    vouched = [heading for heading in own if any(_is_held(heading, each) for each in titles.written)]
    if best := max(vouched, key=len, default=""):
        return best
    bare = titles.shown
    is_alone = len(site.headings) == 1 and bool(own) and (not bare or _is_kin(own[0], bare))
    return own[0] if is_alone and not site.is_lesser_heading(bare) else ""


def _is_held(heading: str, title: str) -> bool:
    """Whether a title begins with a heading, or holds it as a good part of it."""
    own, whole = key_of(heading), key_of(title)
    return whole.startswith(own) or (own in whole and len(own) * _LONGER >= len(whole))


def _is_of_site(heading: str, title: str, site: Site) -> bool:
    """Whether a heading is the site's: its name, or what stands behind the longer part of the window's title."""
    own, whole = key_of(heading), key_of(title)
    if own == whole:
        return False
    is_end = whole.endswith(own) and 2 * len(own) <= len(whole) and not site.is_name(whole.removesuffix(own))
    return is_end or site.is_name(heading)


def _is_kin(heading: str, title: str) -> bool:
    """Whether a heading and a title share a good part of the shorter one's words."""
    one, other = _words(heading), _words(title)
    return len(heading) <= _LONGEST_HEADLINE and 3 * len(one & other) >= min(len(one), len(other))


def _words(text: str) -> set[str]:
    return set(map(letters_of, text.split())) - {""}
