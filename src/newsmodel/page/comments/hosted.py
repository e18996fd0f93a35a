"""Systems that bring their comments by a script: which one it is, and the key and address that it knows the page by.

Told by the container that it fills, by its element, or by where its script comes from; the key by an attribute of
either, or by a setting in a script of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import attrs

from newsmodel.markup.engine import attribute, text_content
from newsmodel.page.comments.finding import Discussion
from newsmodel.page.comments.sections import system_of
from newsmodel.page.sources import Sources
from newsmodel.page.survey import Survey
from newsmodel.page.values import line

_VALUE: Final = r"\s*[=:]\s*[\"'`]([^\"'`\n]{1,1000})[\"'`]"


@attrs.frozen
class Hosted:
    """A system. script: of the address of its script. element: the name of its own element.

    key, url: attributes of the container, its element or its script. settings of the same meaning, in scripts.
    """

    script: str = ""
    element: str = ""
    key: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    key_settings: str = ""
    url_settings: str = ""


HOSTED: Final = {
    "disqus": Hosted(
        script=r"//(?P<site>[\w-]+)\.disqus\.com/(?:embed|count)\.js",
        key=("data-disqus-identifier",),
        url=("data-disqus-url",),
        key_settings=r"(?:disqus_identifier|disqusIdentifier|page\.identifier)",
        url_settings=r"(?:disqus_url|disqusUrl|page\.url)",
    ),
    "openweb": Hosted(
        script=r"//(?:launcher|recirculation)\.(?:spot\.im|openweb\.com)/spot/(?P<site>\w+)",
        element="spot-im",
        key=("data-post-id",),
        url=("data-post-url", "data-article-url"),
        key_settings=r"[\"']?(?:spotPostId|spotim_post_id|postId)[\"']?",
    ),
    "viafoura": Hosted(
        script=r"//cdn\.viafoura\.net/",
        element="vf-conversations",
        key=("vf-container-id", "data-vf-container-id", "data-container-id"),
        url=("data-vf-url", "vf-url"),
        key_settings=r"[\"']?(?:vfContainerId|container_id|containerId)[\"']?",
    ),
    "coral": Hosted(
        script=r"/(?:assets/js/(?:embed|count)\.js\?.*coral|embed/bundle)|coral\.coralproject\.net|\.coral\.",
        key=("data-coral-id", "data-story-id", "data-coral-storyid"),
        url=("data-coral-url", "data-story-url", "data-coral-storyurl"),
        key_settings=r"[\"']?(?:storyID|asset_id)[\"']?",
        url_settings=r"[\"']?(?:storyURL|asset_url)[\"']?",
    ),
    "facebook": Hosted(key=("data-href", "href"), url=("data-href", "href"), element="fb:comments"),
    "hyvor": Hosted(
        script=r"//talk\.hyvor\.com/",
        element="hyvor-talk-comments",
        key=("page-id", "data-page-id"),
        url=("page-url", "data-page-url"),
        key_settings=r"HYVOR_TALK_CONFIG[^;]{0,500}?\bid[\"']?",
        url_settings=r"HYVOR_TALK_CONFIG[^;]{0,500}?\burl[\"']?",
    ),
    "utterances": Hosted(script=r"//utteranc\.es/client\.js", key=("issue-term", "issue-number")),
    "giscus": Hosted(
        script=r"//giscus\.app/client\.js",
        element="giscus-widget",
        key=("data-term", "term", "data-mapping", "mapping"),
    ),
    "commento": Hosted(script=r"/js/commento\.js", key=("data-page-id",)),
    "isso": Hosted(script=r"/embed(?:\.min)?\.js.*isso|isso.*/embed(?:\.min)?\.js", key=("data-isso-id",)),
    "remark42": Hosted(key_settings=r"site_id", url_settings=r"remark_config[^;]{0,500}?url"),
    "livefyre": Hosted(
        script=r"livefyre\.com/", key=("data-lf-article-id", "data-article-id"), key_settings=r"[\"']?articleId[\"']?"
    ),
    "discourse": Hosted(script=r"/javascripts/embed\.js$", key_settings=r"topicId", url_settings=r"discourseEmbedUrl"),
    "cusdis": Hosted(script=r"cusdis(?:\.es)?\.", key=("data-page-id",), url=("data-page-url",)),
    "intensedebate": Hosted(
        script=r"intensedebate\.com/", key_settings=r"idcomments_post_id", url_settings=r"idcomments_post_url"
    ),
    "fastcomments": Hosted(
        script=r"//cdn\.fastcomments\.com/",
        element="fastcomments",
        key=("data-url-id",),
        key_settings=r"[\"']?urlId[\"']?",
    ),
    "vuukle": Hosted(script=r"\.vuukle\.com/", key_settings=r"[\"']?articleId[\"']?"),
}
_NATIVE: Final = frozenset({"wordpress", "wpdiscuz", "epoch"})
_LONGEST_SCRIPT: Final = 200_000
_MOST_SCRIPTS: Final = 400


def hosted_thread(sources: Sources, discussion: Discussion) -> dict[str, Any]:
    """`system`, `key`, `url` and `extra` of the thread, as far as the page tells them."""
    survey = sources.survey
    name = discussion.system.name if discussion.system and discussion.system.name else ""
    holder, site = None, None
    if not name:
        name, holder, site = _hosted(survey, discussion.sections)
    if name in _NATIVE:
        return {"system": name, "key": _post(survey, discussion.sections)}
    if name not in HOSTED:
        return {"system": name or None}
    return {"system": name, **_known_by(sources, HOSTED[name], holder, site, name)}


def _hosted(survey: Survey, sections: set[int]) -> tuple[str, int | None, str | None]:
    """The system, its container or element, and the site's name in the address of its script."""
    found = [(name, number) for number in sorted(sections) for name in _systems_in(survey, number) if name]
    script = next(_scripts(survey), None)
    if found:
        name, number = found[0]
        site = next((site for each, _, site in _scripts(survey) if each == name), None)
        return name, number, site
    for name, system in HOSTED.items():
        if system.element and (numbers := survey.by_tag.get(system.element)):
            return name, numbers[0], None
    return script or ("", None, None)


def _systems_in(survey: Survey, section: int) -> Iterator[str]:
    """The system that a section is named for, or one that a container in it is named for."""
    for number in range(section, survey.ends[section]):
        name = system_of(survey.names[number]) if survey.names[number] else None
        if name:
            yield name
            return


def _scripts(survey: Survey) -> Iterator[tuple[str, int, str | None]]:
    for number in survey.by_tag.get("script", ())[:_MOST_SCRIPTS]:
        address = attribute(survey.nodes[number], "src")
        if address and (found := _SCRIPT.search(address)):
            name = next(name for name, value in found.groupdict().items() if value and not name.startswith("site"))
            site = next((value for key, value in found.groupdict().items() if value and key.startswith("site")), None)
            yield name, number, site


_SCRIPT: Final = re.compile(
    "|".join(
        f"(?P<{name}>{system.script.replace('?P<site>', f'?P<site_{name}>')})"
        for name, system in HOSTED.items()
        if system.script
    ),
    re.IGNORECASE,
)


def _known_by(sources: Sources, system: Hosted, holder: int | None, site: str | None, name: str) -> dict[str, Any]:
    survey = sources.survey
    asked = [number for number in (holder, *_elements(survey, system, name)) if number is not None]
    key = _attribute(survey, asked, system.key) or _setting(survey, system.key_settings) or site
    url = _attribute(survey, asked, system.url) or _setting(survey, system.url_settings)
    address = sources.url(url) if url else ""
    extra = {name: {"site": site}} if site else {}
    return {"key": key or None, "url": address or None, "extra": extra}


def _elements(survey: Survey, system: Hosted, name: str) -> Iterator[int]:
    """The elements that may tell the key: the system's own, its script, and those named for it."""
    yield from survey.by_tag.get(system.element, ())[:1] if system.element else ()
    yield from (number for each, number, _ in _scripts(survey) if each == name)
    yield from (number for number, names in enumerate(survey.names) if names and system_of(names) == name)


def _attribute(survey: Survey, numbers: list[int], names: tuple[str, ...]) -> str:
    values = (line(attribute(survey.nodes[number], name) or "") for number in numbers for name in names)
    return next(filter(None, values), "")


def _setting(survey: Survey, pattern: str) -> str:
    """A value that a script of the page sets."""
    if not pattern:
        return ""
    form = re.compile(rf"(?<!\w){pattern}{_VALUE}")
    for number in survey.by_tag.get("script", ())[:_MOST_SCRIPTS]:
        if attribute(survey.nodes[number], "src") is None:
            found = form.search(text_content(survey.nodes[number])[:_LONGEST_SCRIPT])
            if found:
                return line(found[1])
    return ""


def _post(survey: Survey, sections: set[int]) -> str | None:
    """The id of a post of WordPress, from the form for a comment."""
    for section in sorted(sections):
        for number in range(section, survey.ends[section]):
            if survey.tags[number] == "input" and attribute(survey.nodes[number], "name") == "comment_post_ID":
                return line(attribute(survey.nodes[number], "value") or "") or None
    return None
