"""Every law on every format that it applies to; a new format is held to them without an edit here."""

import pytest

from newsmodel import registry
from newsmodel.testing import LAWS, applies, check

FORMATS = registry.every()


@pytest.mark.parametrize(("name", "law"), [(each.name, law) for each in FORMATS for law in LAWS if applies(each, law)])
def test_law(name, law):
    check(registry.get(name), law)


@pytest.mark.parametrize("options", [{"clean": True}, {"internal": True}], ids=str)
@pytest.mark.parametrize("law", LAWS)
def test_html_with_options(law, options):
    check(registry.get("html"), law, **options)


@pytest.mark.parametrize("law", LAWS)
def test_markdown_with_the_discussion_in_the_body(law):
    check(registry.get("markdown"), law, comments=True)


@pytest.mark.parametrize("law", LAWS)
def test_text_with_the_discussion_in_the_body(law):
    check(registry.get("text"), law, comments=True)


@pytest.mark.parametrize("law", LAWS)
def test_json_with_internal_fields(law):
    check(registry.get("json"), law, internal=True)


@pytest.mark.parametrize("name", ["html", "json"])
def test_what_is_lost_without_internal_is_what_is_redacted(name):
    from newsmodel.report import Report
    from newsmodel.testing import shared_pool

    for article in shared_pool().articles:
        lossless, usual = Report(), Report()
        registry.get(name).fitted(article, lossless, internal=True)
        registry.get(name).fitted(article, usual)

        assert lossless.clean
        assert {loss.effect for loss in usual.losses} <= {"redacted"}


def test_a_format_that_does_not_load_fails_here():
    assert {} == registry.broken()
