"""The judge of lines: masks of leaves say what a walk down each tree would."""

from hypothesis import given
from hypothesis import strategies as st

from newsmodel.markup.engine import parse
from newsmodel.page.content.features import Told, columns
from newsmodel.page.content.forest import Forest, Tree
from newsmodel.page.content.lines import Lines
from newsmodel.page.content.regions import Regions
from newsmodel.page.content.weights import forest
from newsmodel.page.survey import Survey

THRESHOLDS = ((-1, 3, 10), (0,), (5, 6))
TESTS = [(feature, threshold) for feature, thresholds in enumerate(THRESHOLDS) for threshold in thresholds]


@st.composite
def trees(draw):
    """A tree grown node by node: each inner node has one before it."""
    count = draw(st.integers(1, 7))
    passed, failed = [-1] * count, [-1] * count
    for node in range(1, count):
        slots = [(side, at) for side in (passed, failed) for at in range(node) if side[at] == -1]
        side, at = draw(st.sampled_from(slots))
        side[at] = node
    leaves = []
    for side in (passed, failed):
        for at in range(count):
            if side[at] == -1:
                leaves.append(draw(st.integers(-9000, 9000)))
                side[at] = ~(len(leaves) - 1)
    tests = draw(st.lists(st.integers(0, len(TESTS) - 1), min_size=count, max_size=count))
    return Tree(tuple(zip(tests, passed, failed, strict=True)), tuple(leaves))


def value(tree, row):
    node = 0
    while node >= 0:
        test, passed, failed = tree.nodes[node]
        feature, threshold = TESTS[test]
        node = passed if row[feature] <= threshold else failed
    return tree.leaves[~node]


@given(
    st.lists(trees(), max_size=20), st.lists(st.tuples(*[st.integers(-20, 20)] * 3), max_size=300), st.integers(-9, 9)
)
def test_a_line_scores_what_a_walk_down_each_tree_adds_up_to(grown, rows, bias):
    judge = Forest(("a", "b", "c"), THRESHOLDS, tuple(grown), bias)
    given_columns = {name: [row[at] for row in rows] for at, name in enumerate("abc")}

    assert judge.scores(given_columns) == [bias + sum(value(tree, row) for tree in grown) for row in rows]


def test_the_table_reads_the_features_that_are_measured():
    survey = Survey(parse("<h1>Rain</h1><p>It rained.</p>"))
    lines = Lines(survey)
    measured = columns(survey, lines, Regions(survey, lines), Told())

    assert set(forest().features) <= set(measured)
    assert {len(column) for column in measured.values()} == {len(lines)}


def test_a_page_without_lines_has_no_scores():
    survey = Survey(parse(""))
    lines = Lines(survey)

    assert forest().scores(columns(survey, lines, Regions(survey, lines), Told())) == []
