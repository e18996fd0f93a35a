import json
import pickle

from hypothesis import given
from tests.model.threads.shapes import at

import newsmodel as nm
from newsmodel.model.threads import canonical
from newsmodel.strategies import articles, comments, frozen_maps


@given(comments(), comments())
def test_equal_values_have_one_text_and_others_have_their_own(one, other):
    assert (one == other) == (canonical(one) == canonical(other))
    assert canonical(one) == canonical(pickle.loads(pickle.dumps(one)))


@given(articles("hostile"))
def test_it_is_json_and_names_the_type(article):
    assert "article" == json.loads(canonical(article))["type"]


@given(frozen_maps())
def test_the_order_of_keys_does_not_matter(values):
    assert canonical(values) == canonical(nm.FrozenMap(dict(reversed(values.items()))))


def test_numbers_truth_and_offsets_are_told_apart():
    texts = {canonical(nm.FrozenMap({"a": value})) for value in (1, 1.0, True, "1", None, (), ("1",), {})}

    assert 8 == len(texts)
    assert '{"created":"2026-03-05T06:31:00+00:00","id":"a","type":"comment"}' == canonical(
        nm.Comment(id="a", created=at(1))
    )


def test_it_works_at_the_bottom_of_a_deep_stack():
    block: nm.Block = nm.Paragraph("Deep.")
    for _ in range(60):
        block = nm.Quote([block])

    def below(levels: int) -> str:
        return below(levels - 1) if levels else canonical(block)

    assert below(800).count("quote") == 60
