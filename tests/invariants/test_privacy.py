"""Invariant 12: no writer tells what is private unless it is asked to, nor what was removed."""

import inspect

import attrs
import pytest
from hypothesis import given
from tests.model.threads.shapes import threads

import newsmodel as nm
from newsmodel import registry
from newsmodel.model.threads import is_visible, public, tombstone

WRITERS = [format.name for format in registry.every() if format.render]
OPTIONS = {"markdown": [{}, {"comments": True}], "text": [{}, {"comments": True}], "html": [{}, {"clean": True}]}
PRIVATE = nm.CommentPrivate(email="ada@secret.example", ip_address="192.0.2.77", user_agent="Secret/9")
TOLD = (b"secret.example", b"192.0.2.77", b"Secret/9", b"secret note")
WORDS = (b"hidden words", b"raw words", b"hidden picture")
HIDDEN = {
    "body": "hidden words",
    "source": nm.CommentSource("raw words"),
    "attachments": [nm.Image("/a.jpg", alt="hidden picture")],
    "private": PRIVATE,
}


def written(name: str, document: object) -> bytes:
    """What a format writes, with each set of options that anyone may ask for."""
    return b"".join(registry.get(name).write(document, **options) for options in OPTIONS.get(name, [{}]))


def told(name: str, document: object, secrets: tuple[bytes, ...]) -> list[bytes]:
    return [secret for secret in secrets if secret in written(name, document)]


@given(threads())
def test_no_writer_tells_what_is_private_unless_asked(thread):
    thread = attrs.evolve(thread, comments=[attrs.evolve(comment, private=PRIVATE) for comment in thread])
    person = nm.Person("Ada", email="ada@secret.example")
    article = nm.Article("x", credits=[person], internal=nm.Internal(editor_note="secret note"), comments=thread)

    for name in WRITERS:
        assert [] == told(name, article, TOLD)


@pytest.mark.parametrize("name", WRITERS)
def test_feeds_threads_and_comments_are_as_discreet(name):
    comment = nm.Comment(id="1", author="Ada", private=PRIVATE, body="x")
    thread = nm.CommentThread([comment])

    for document in (comment, thread, nm.Feed(articles=[nm.Article("x", comments=thread)])):
        assert [] == told(name, document, TOLD)


@pytest.mark.parametrize(
    "name", [name for name in WRITERS if "internal" in inspect.signature(registry.get(name).fit).parameters]
)
def test_what_is_private_is_written_when_asked(name):
    article = nm.Article(comments=nm.CommentThread([nm.Comment(id="1", author="Ada", private=PRIVATE, body="x")]))

    assert any(secret in registry.get(name).write(article, internal=True) for secret in TOLD)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("status", ["deleted", "rejected", "spam"])
def test_a_tombstone_tells_nothing_in_any_format(name, status):
    removed = tombstone(nm.Comment(id="1", author="Hidden Ada", **HIDDEN), status, hard=True)
    thread = nm.CommentThread([removed, nm.Comment(id="2", parent="1", body="A reply.")])

    assert [] == told(name, nm.Article("x", comments=thread), (*TOLD, *WORDS, b"Hidden Ada"))


# JSON and HTML carry whatever a thread holds, and `public` is what takes it out; the others are sent to other systems.
@pytest.mark.parametrize("name", sorted({*WRITERS} - {"json", "html", "markdown", "text"}))
def test_a_deleted_comment_is_sent_nowhere_with_its_words(name):
    thread = nm.CommentThread([nm.Comment(id="1", status="deleted", **HIDDEN), nm.Comment(id="2", parent="1")])

    assert [] == told(name, nm.Article("x", comments=thread), (*TOLD, *WORDS))


@given(threads())
def test_the_public_thread_tells_nothing_of_the_others_in_any_format(thread):
    thread = attrs.evolve(
        thread, comments=[c if is_visible(c) else attrs.evolve(c, author="Hidden Ada", **HIDDEN) for c in thread]
    )

    for name in WRITERS:
        assert [] == told(name, nm.Article("x", comments=public(thread)), (*TOLD, *WORDS, b"Hidden Ada"))
