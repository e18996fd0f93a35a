"""Size: everything is linear in the length of an article, and nothing depends on how deep it goes.

What is linear takes four times as long for four times as much; twelve is allowed, for machines that are shared. The
plain run is small; NEWSMODEL_DEEP=1 takes the sizes that newsmodel promises.
"""

import copy
import gc
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

import pytest

import newsmodel as nm
from newsmodel import registry

DEEP = bool(os.environ.get("NEWSMODEL_DEEP"))
MOST = 12
NOISE = 0.05  # seconds that a measurement may be off
WORDS = "The council met on Monday, and nobody asked why. "


def blocks(count: int) -> nm.Article:
    return nm.Article("x", body=[nm.Paragraph(f"Paragraph {n} of the story.", role="r") for n in range(count)])


def one_text(length: int) -> nm.Article:
    return nm.Article("x", body=[nm.Paragraph((WORDS * (length // len(WORDS) + 1))[:length].strip())])


def many_spans(count: int) -> nm.Article:
    spans = [nm.Span(f"word{n} ", marks=["strong"] if n % 2 else []) for n in range(count)]
    return nm.Article("x", body=[nm.Paragraph([*spans, "end"])])


def many_comments(count: int) -> nm.Article:
    found = [nm.Comment(id=f"c{n}", author=f"Reader {n % 97}", body=["Well said."]) for n in range(count)]
    return nm.Article("x", comments=nm.CommentThread(found, declared=count))


def deep_replies(count: int) -> nm.Article:
    found = [nm.Comment(id=f"c{n}", parent=f"c{n - 1}" if n else None, body=["No."]) for n in range(count)]
    return nm.Article("x", comments=nm.CommentThread(found))


def replies_before_parents(count: int) -> nm.Article:
    thread = deep_replies(count).comments
    return nm.Article("x", comments=nm.CommentThread(thread.comments[::-1]))


# kind -> (how it is made, size of the plain run, size promised)
SIZES: dict[str, tuple[Callable[[int], nm.Article], int, int]] = {
    "blocks": (blocks, 8_000, 100_000),
    "one text": (one_text, 1_000_000, 10_000_000),
    "many spans": (many_spans, 8_000, 100_000),
    "comments": (many_comments, 8_000, 1_000_000),
    "deep replies": (deep_replies, 8_000, 100_000),
    "replies before their parents": (replies_before_parents, 8_000, 100_000),
}
BIG = pytest.mark.parametrize("kind", SIZES)

WORK: dict[str, Callable[[Any], Any]] = {
    "equality": lambda given: given["article"] == given["twin"] or pytest.fail("it is not equal to its twin"),
    "hash": lambda given: hash(given["article"]),
    "pickle": lambda given: pickle.loads(pickle.dumps(given["article"])),
    "copy": lambda given: (copy.copy(given["article"]), copy.deepcopy(given["article"])),
    "repr": lambda given: (repr(given["article"]), str(given["article"])),
    "walk": lambda given: sum(1 for _ in nm.walk(given["article"])),
    "plain text": lambda given: nm.word_count(given["article"]),
    "losses": lambda given: nm.losses(given["article"], "html"),
    "write JSON": lambda given: nm.to_json(given["article"]),
    "read JSON": lambda given: nm.from_json(given["json"]),
    "write HTML": lambda given: nm.to_html(given["article"]),
    "read HTML": lambda given: nm.from_html(given["html"]),
    "write clean HTML": lambda given: nm.to_html(given["article"], clean=True),
    "write Markdown": lambda given: nm.render(given["article"], "markdown"),
    "write text": lambda given: nm.render(given["article"], "text"),
}


@contextmanager
def no_collection() -> Iterator[None]:
    """Garbage collection looks at everything there is, however little of it is ours."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds(work: Callable[[], Any], times: int) -> float:
    def once() -> float:
        start = process_time()
        work()
        return process_time() - start

    return min(once() for _ in range(times))


def given_of(make: Callable[[int], nm.Article], size: int) -> dict[str, Any]:
    article = make(size)
    return {"article": article, "twin": make(size), "json": nm.to_json(article), "html": nm.to_html(article)}


@BIG
def test_all_work_on_an_article_is_linear_in_its_length(kind, record_property):
    make, plain, promised = SIZES[kind]
    size = promised if DEEP else plain
    with no_collection():
        small, large = given_of(make, size // 4), given_of(make, size)
        slow = {}
        for name, work in WORK.items():
            one, four = seconds(lambda work=work: work(small), 2), seconds(lambda work=work: work(large), 1)
            if four > MOST * one + NOISE and not DEEP:
                one, four = seconds(lambda work=work: work(small), 3), seconds(lambda work=work: work(large), 3)
            record_property(name, f"{four:.2f} s")
            if DEEP:
                print(f"{kind}, {size:,}: {name} {four:.2f} s")
            if four > MOST * one + NOISE:
                slow[name] = (one, four)

    assert {} == slow


@BIG
def test_what_is_long_comes_back_equal_from_wherever_it_was(kind):
    make, plain, promised = SIZES[kind]
    article = make(promised if DEEP else plain)

    assert article == make(promised if DEEP else plain)
    assert hash(article) == hash(make(promised if DEEP else plain))
    assert article == pickle.loads(pickle.dumps(article))
    assert article == copy.deepcopy(article) == copy.copy(article)
    assert article == nm.from_json(nm.to_json(article))
    assert article == nm.from_html(nm.to_html(article))
    assert len(repr(article)) < 1000


def test_a_deep_thread_is_flat_in_the_page_and_keeps_its_tree():
    article = deep_replies(2_000)
    page = nm.to_html(article)

    assert 0 < page.count("<ol") < 10
    assert article == nm.from_html(page)


# --- containers, one in another ---------------------------------------------------------------------------------------

CONTAINERS: dict[str, Callable[[list[nm.Block]], nm.Block]] = {
    "quotes": nm.Quote,
    "asides": nm.Aside,
    "notes": nm.EditorNote,
    "lists": lambda body: nm.List([nm.ListItem(body)]),
    "definitions": lambda body: nm.DefinitionList([nm.Definition("t", body)]),
    "tables": lambda body: nm.Table([nm.Row([nm.Cell(body)])]),
    "timelines": lambda body: nm.Timeline([nm.TimelineEvent("t", body)]),
    "embeds": lambda body: nm.Embed("https://news.example/", fallback=body),
    "live posts": nm.LivePost,
    "questions": lambda body: nm.QuestionAndAnswer("q", body),
    "speeches": lambda body: nm.Speech("Ann", body),
    "recipes": lambda body: nm.Recipe("r", method=body),
    "reviews": lambda body: nm.Review("r", body=body),
    "unknown blocks": lambda body: nm.UnknownBlock("cms", "x", fallback=body),
}
LEAVES = [
    nm.Paragraph("x"),
    nm.PullQuote("x"),
    nm.Figure(nm.Image("a.jpg", alt="", caption="c")),
    nm.Gallery([nm.Image("a.jpg", alt="")]),
    nm.Correction("x"),
    nm.Code("x", caption="c"),
    nm.LinkList([nm.LinkCard("/x", title="t")]),
]
NESTED = pytest.mark.parametrize("kind", CONTAINERS)


def nested(kind: str, depth: int, leaf: nm.Block = LEAVES[0]) -> nm.Block:
    block = leaf
    for _ in range(depth):
        block = CONTAINERS[kind]([block])
    return block


def at_depth(frames: int, work: Callable[[], Any]) -> Any:
    """What *work* gives, called from a stack that is *frames* deep already."""
    return work() if frames == 0 else at_depth(frames - 1, work)


def test_there_is_a_case_for_every_container():
    from newsmodel.model.registry import built_in

    made = {type(make([nm.Paragraph("x")])) for make in CONTAINERS.values()}

    assert {cls for cls in built_in().values() if issubclass(cls, nm.Container)} == made


@NESTED
@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.type)
def test_sixty_four_containers_come_back_from_html_and_json_in_silence(kind, leaf):
    article = nm.Article("x", body=[nested(kind, 64, leaf)])
    report = nm.Report()

    assert article == nm.from_html(nm.to_html(article), report=report)
    assert article == nm.from_json(nm.to_json(article))
    assert nm.Report() == report


@NESTED
@pytest.mark.parametrize("format", [format.name for format in registry.every() if format.render])
def test_sixty_four_containers_work_in_every_format_on_a_deep_stack(kind, format):
    article = nm.Article("x", body=[nested(kind, 64)])
    chosen = registry.get(format)

    def there_and_back() -> tuple[Any, Any]:
        fitted = chosen.fitted(article, nm.Report())
        data = chosen.write(article)
        return fitted, chosen.read(data) if chosen.parse else fitted

    fitted, back = at_depth(400, there_and_back)
    assert fitted == back


@NESTED
def test_sixty_four_containers_are_values_on_a_deep_stack(kind):
    article, twin = nm.Article("x", body=[nested(kind, 64)]), nm.Article("x", body=[nested(kind, 64)])

    def work() -> bool:
        again = pickle.loads(pickle.dumps(article))
        return (
            article == twin == again == copy.deepcopy(article) and hash(article) == hash(again) and bool(repr(article))
        )

    # A level of tables is three nodes, table, row and cell, and as many frames.
    assert at_depth(150 if kind == "tables" else 400, work)


@NESTED
def test_sixty_five_containers_are_refused_by_constructors(kind):
    with pytest.raises(ValueError, match="must nest at most 64 deep"):
        nested(kind, 65)


@NESTED
@pytest.mark.parametrize("deeper", [1, 40])
def test_what_is_deeper_in_a_page_of_ours_is_flattened_with_a_loss_and_keeps_its_words(kind, deeper):
    page = nm.to_html(nm.Article("x", body=[nested(kind, 60, nm.Paragraph(["x"], drop_cap=True))]))
    report = nm.Report()
    inner = nm.to_html(nm.Article("x", body=[nested(kind, 4 + deeper, nm.Paragraph("deep words"))]), fragment=True)
    body = inner[inner.index('<div class="body">\n') + 19 : inner.rindex("\n</div>")]

    found = nm.from_html(splice(page, body), report=report)

    assert "deep words" in nm.plain_text(found.body)  # of an article, embeds would be left out
    assert "container-too-deep" in {loss.code for loss in report.losses}
    assert {"flattened"} == {loss.effect for loss in report.losses}


def splice(page: str, body: str) -> str:
    """*body* put behind the innermost paragraph of *page*."""
    start = page.index("drop_cap")
    end = page.index("</p>", start) + 4
    return page[:end] + body + page[end:]


def test_json_that_nests_deeper_is_refused_with_its_place():
    text = nm.to_json(nm.Article("x", body=[nested("quotes", 64)]))
    deeper = text.replace('"body":[', '"body":[{"type":"quote","body":[', 1)[:-2] + "]}]}"

    with pytest.raises(nm.FormatError, match="nest at most 64 deep"):
        nm.from_json(deeper)
