"""Systems that bring their comments by a script: which one it is, and the key and address that it knows the page by.

Told by the container that it fills, by its element, or by where its script comes from; the key by an attribute of
either, or by a setting in a script of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import attrs

from newsmodel.markup.engine import attribute, text_content
from newsmodel.page.comments.finding import Discussion
from newsmodel.page.comments.sections import system_of
from newsmodel.page.comments.wordpress import WORDPRESS, runs
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line

_VALUE: Final = re.compile(r"[\"']?\s*[=:]\s*[\"'`]([^\"'`\n]{1,1000})[\"'`]")


@attrs.frozen
class Hosted:
    """A system. script: of the address of its script. element: the name of its own element.

    key, url: attributes of the container, its element or its script. settings of the same meaning, in scripts;
    settings_in: the name of the record that has them.
    """

    script: str = ""
    element: str = ""
    key: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    key_settings: tuple[str, ...] = ()
    url_settings: tuple[str, ...] = ()
    settings_in: str = ""


HOSTED: Final = {
    "disqus": Hosted(
        script=r"//(?P<site>[\w-]+)\.disqus\.com/(?:embed|count)\.js",
        key=("data-disqus-identifier",),
        url=("data-disqus-url",),
        key_settings=("disqus_identifier", "disqusIdentifier", "page.identifier"),
        url_settings=("disqus_url", "disqusUrl", "page.url"),
    ),
    "openweb": Hosted(
        script=r"//(?:launcher|recirculation)\.(?:spot\.im|openweb\.com)/spot/(?P<site>\w+)",
        element="spot-im",
        key=("data-post-id",),
        url=("data-post-url", "data-article-url"),
        key_settings=("spotPostId", "spotim_post_id", "postId"),
    ),
    "viafoura": Hosted(
        script=r"//cdn\.viafoura\.net/",
        element="vf-conversations",
        key=("vf-container-id", "data-vf-container-id", "data-container-id"),
        url=("data-vf-url", "vf-url"),
        key_settings=("vfContainerId", "container_id", "containerId"),
    ),
    "coral": Hosted(
        script=r"/(?:assets/js/(?:embed|count)\.js\?.*coral|embed/bundle)|coral\.coralproject\.net|\.coral\.",
        key=("data-coral-id", "data-story-id", "data-coral-storyid"),
        url=("data-coral-url", "data-story-url", "data-coral-storyurl"),
        key_settings=("storyID", "asset_id"),
        url_settings=("storyURL", "asset_url"),
    ),
    "facebook": Hosted(key=("data-href", "href"), url=("data-href", "href"), element="fb:comments"),
    "hyvor": Hosted(
        script=r"//talk\.hyvor\.com/",
        element="hyvor-talk-comments",
        key=("page-id", "data-page-id"),
        url=("page-url", "data-page-url"),
        key_settings=("id",),
        url_settings=("url",),
        settings_in="HYVOR_TALK_CONFIG",
    ),
    "utterances": Hosted(script=r"//utteranc\.es/client\.js", key=("issue-term", "issue-number")),
    "giscus": Hosted(
        script=r"//giscus\.app/client\.js",
        element="giscus-widget",
        key=("data-term", "term", "data-mapping", "mapping"),
    ),
    "commento": Hosted(script=r"/js/commento\.js", key=("data-page-id",)),
    "isso": Hosted(script=r"/embed(?:\.min)?\.js.*isso|isso.*/embed(?:\.min)?\.js", key=("data-isso-id",)),
    "remark42": Hosted(key_settings=("site_id",), url_settings=("url",), settings_in="remark_config"),
    "livefyre": Hosted(
        script=r"livefyre\.com/", key=("data-lf-article-id", "data-article-id"), key_settings=("articleId",)
    ),
    "discourse": Hosted(
        script=r"/javascripts/embed\.js$", key_settings=("topicId",), url_settings=("discourseEmbedUrl",)
    ),
    "cusdis": Hosted(script=r"cusdis(?:\.es)?\.", key=("data-page-id",), url=("data-page-url",)),
    "intensedebate": Hosted(
        script=r"intensedebate\.com/", key_settings=("idcomments_post_id",), url_settings=("idcomments_post_url",)
    ),
    "fastcomments": Hosted(
        script=r"//cdn\.fastcomments\.com/",
        element="fastcomments",
        key=("data-url-id",),
        key_settings=("urlId",),
    ),
    "vuukle": Hosted(script=r"\.vuukle\.com/", key_settings=("articleId",)),
}
_ELEMENTS: Final = {system.element: name for name, system in HOSTED.items() if system.element}
_NATIVE: Final = frozenset({"wordpress", "wpdiscuz", "epoch"})
_LONGEST_SCRIPT: Final = 200_000
_LONGEST_SETTINGS: Final = 600
_MOST_SCRIPTS: Final = 400


def hosted_thread(sources: Sources, discussion: Discussion) -> dict[str, Any]:
    """`system`, `key`, `url` and `extra` of the thread, as far as the page tells them."""
    survey = sources.survey
    name = discussion.system.name if discussion.system and discussion.system.name else ""
    if name in _NATIVE:
        is_known = name != WORDPRESS.name or runs(survey, discussion.spoken)
        return {"system": name if is_known else None, "key": _post(survey, discussion.sections)}
    scripts = list(_scripts(survey))
    holders = _holders(survey, discussion)
    if not name:
        name = _named(holders) or _with_element(survey) or (scripts[0].name if scripts else "")
    if name not in HOSTED:
        return {"system": name or None, "key": _post(survey, discussion.sections) if name in _NATIVE else None}
    asked = [
        *(number for number, each in holders if each == name),
        *survey.by_tag.get(HOSTED[name].element, ())[:1],
        *(script.number for script in scripts if script.name == name),
    ]
    site = next((script.site for script in scripts if script.name == name and script.site), None)
    return {"system": name, **_known_by(sources, HOSTED[name], asked, site, name)}


def _holders(survey: Survey, discussion: Discussion) -> list[tuple[int, str]]:
    """The elements that are named for a system, with its name."""
    systems = {names: system for names in discussion.spoken.names if (system := system_of(names))}
    if not systems:
        return []
    return [
        (number, systems[survey.names[number]])
        for number in discussion.spoken.numbers
        if survey.names[number] in systems
    ]


def _named(holders: list[tuple[int, str]]) -> str:
    return holders[0][1] if holders else ""


def _with_element(survey: Survey) -> str:
    """The system whose own element is on the page."""
    return next((name for element, name in _ELEMENTS.items() if element in survey.by_tag), "")


class _Script(NamedTuple):
    """A script of a system: its element, and the site's name in its address."""

    name: str
    number: int
    site: str | None


def _scripts(survey: Survey) -> Iterator[_Script]:
    numbers = survey.by_tag.get("script", ())[:_MOST_SCRIPTS]
    addresses = [attribute(survey.nodes[number], "src") or "" for number in numbers]
    written = "\n".join(addresses)
    if not any(host in written for host in _HOSTS):
        return
    for number, address in zip(numbers, addresses, strict=True):
        if address and (found := _SCRIPT.search(address)):
            told = {key: value for key, value in found.groupdict().items() if value}
            name = next(key for key in told if not key.startswith("site"))
            yield _Script(name, number, next((value for key, value in told.items() if key.startswith("site")), None))


_HOSTS: Final = (
    "disqus", "spot.im", "openweb", "viafoura", "coral", "talk.hyvor", "utteranc.es", "giscus.app", "commento", "isso",
    "livefyre", "javascripts/embed", "embed/bundle", "cusdis", "intensedebate", "fastcomments", "vuukle",
)  # fmt: skip
"""Of which every address of such a script holds one."""
_SCRIPT: Final = re.compile(
    "|".join(
        f"(?P<{name}>{system.script.replace('?P<site>', f'?P<site_{name}>')})"
        for name, system in HOSTED.items()
        if system.script
    ),
    re.IGNORECASE,
)


def _known_by(sources: Sources, system: Hosted, asked: list[int], site: str | None, name: str) -> dict[str, Any]:
    survey = sources.survey
    key = _attribute(survey, asked, system.key) or _setting(survey, system, system.key_settings) or site
    url = _attribute(survey, asked, system.url) or _setting(survey, system, system.url_settings)
    address = sources.url(url) if url else ""
    extra = {name: {"site": site}} if site else {}
    return {"key": key or None, "url": address or None, "extra": extra}


def _attribute(survey: Survey, numbers: list[int], names: tuple[str, ...]) -> str:
    values = (line(attribute(survey.nodes[number], name) or "") for number in numbers for name in names)
    return next(filter(None, values), "")


def _setting(survey: Survey, system: Hosted, names: tuple[str, ...]) -> str:
    """A value that a script of the page sets."""
    for number in survey.by_tag.get("script", ())[:_MOST_SCRIPTS] if names else ():
        if attribute(survey.nodes[number], "src") is None:
            written = text_content(survey.nodes[number])[:_LONGEST_SCRIPT]
            start = written.find(system.settings_in) if system.settings_in else 0
            if start >= 0:
                end = start + _LONGEST_SETTINGS if system.settings_in else len(written)
                if found := next(filter(None, (_set(written, name, start, end) for name in names)), ""):
                    return line(found)
    return ""


def _set(written: str, name: str, start: int, end: int) -> str:
    """What follows the name as a value, where it stands as a word of its own."""
    while (at := written.find(name, start, end)) >= 0:
        start = at + len(name)
        is_word = at == 0 or not (written[at - 1].isalnum() or written[at - 1] == "_")
        if is_word and (found := _VALUE.match(written, start)):
            return found[1]
    return ""


def _post(survey: Survey, sections: set[int]) -> str | None:
    """The id of a post of WordPress, from the form for a comment."""
    for section in sorted(sections):
        for number in range(section, survey.ends[section]):
            if survey.tags[number] == "input" and attribute(survey.nodes[number], "name") == "comment_post_ID":
                return line(attribute(survey.nodes[number], "value") or "") or None
    return None
