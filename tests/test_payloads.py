"""Payloads in every string and URL of a document: nothing of them runs, and they are still there to be read."""

import pytest
from tests import payloads

import newsmodel as nm
from newsmodel import registry
from newsmodel.alphabet import clean
from newsmodel.markup import engine
from newsmodel.model.check import shape
from newsmodel.strategies.specimens import holders
from newsmodel.testing.inert import dangers
from newsmodel.whitespace import collapse_string

MARKUP = [format.name for format in registry.every() if format.markup and format.render]
STEP = 97  # of the payloads of public suites, how many further on the next article begins
CLOSED = {"name", "level", "status", "alignment", "direction", "format", "kind", "layout"}  # words from a closed set
OPTIONS = [{}, {"clean": True}, {"internal": True}, {"fragment": True}, {"comment_media": True}]


@pytest.mark.parametrize("payload", payloads.OWN)
@pytest.mark.parametrize("name", MARKUP)
def test_the_markup_of_every_format_is_inert(name, payload):
    format = registry.get(name)
    for piece in format.markup(format.write(payloads.plant(payload))):
        assert [] == dangers(piece)


@pytest.mark.parametrize("payload", payloads.OWN)
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_a_page_of_any_kind_is_inert(options, payload):
    for into in (payloads.everything, payloads.together):
        assert [] == dangers(nm.to_html(payloads.plant(payload, into=into), **options))


@pytest.mark.parametrize("name", MARKUP)
def test_the_payloads_of_public_suites_are_inert_in_every_format(name, samples):
    shared = payloads.shared(samples)
    if not shared:
        pytest.skip("the shared samples are not here")
    format, given = registry.get(name), [each["payload"] for each in shared]
    for first in range(0, len(given), STEP):
        for into in (payloads.everything, payloads.together) if name == "html" else (payloads.everything,):
            for piece in format.markup(format.write(payloads.plant(*given, first=first, into=into))):
                assert [] == dangers(piece)


@pytest.mark.parametrize("payload", payloads.OWN)
def test_a_payload_is_read_back_from_a_page_as_what_it_was(payload):
    article = payloads.plant(payload, into=payloads.together)
    page = nm.to_html(article, internal=True)

    assert article == nm.from_html(page)
    assert collapse_string(clean(payload)) in collapse_string(engine.text_content(engine.parse(page)))


@pytest.mark.parametrize("payload", payloads.OWN)
def test_a_payload_as_a_page_and_as_a_comment_leaves_nothing_that_runs(payload):
    thread = f"<ol class=comment-list><li id=comment-1 class=comment><b class=fn>Al</b><p>{payload}</p></li></ol>"
    for page in (payload, f"<!DOCTYPE html><h1>Bridge</h1><article><p>Open.</p>{payload}</article>{thread}"):
        article = nm.from_html(page)

        for options in OPTIONS:
            assert [] == dangers(nm.to_html(article, **options))


def test_every_class_that_an_article_can_hold_is_planted_with_every_field():
    given = {(type(node), field.name) for node in nm.walk(payloads.everything()) for field in _given(node)}

    assert {(cls, field.name) for cls in holders() for field in shape(cls)} <= given


def _given(node):
    return [field for field in shape(type(node)) if getattr(node, field.name) != field.default]


def test_there_is_a_payload_in_every_string():
    def plain(node):
        values = ((field.name, getattr(node, field.name)) for field in shape(type(node)))
        return {name for name, value in values if isinstance(value, str) and not value.startswith("PAYLOAD")}

    closed = {name for node in nm.walk(payloads.plant("PAYLOAD")) for name in plain(node)}

    assert closed <= CLOSED
