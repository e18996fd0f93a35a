"""The thirteen invariants of a discussion, and the tests that show each."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]

# number and meaning -> the tests that show it, by file
INVARIANTS = {
    "1 JSON gives back any thread, and is flat": {
        "model/threads/test_tree.py": ["test_a_thread_of_any_size_comes_back_from_json_which_stays_flat"],
        "formats/test_json.py": ["test_any_node_is_written_and_read"],
        "test_scale.py": ["test_what_is_long_comes_back_equal_from_wherever_it_was"],
    },
    "2 a walk yields each comment once, with rings and orphans, and ends": {
        "model/threads/test_tree.py": [
            "test_a_walk_yields_every_comment_once_whatever_answers_what",
            "test_a_reply_is_one_deeper_than_what_it_answers_unless_that_link_was_cut",
            "test_a_hundred_thousand_comments_are_walked_in_every_order",
            "test_a_chain_of_ten_thousand_replies_the_last_one_first_is_walked_to_its_end",
            "test_a_ring_of_a_hundred_thousand_comments_is_cut_once",
        ],
    },
    "3 the tree does not depend on the order of the comments": {
        "model/threads/test_tree.py": [
            "test_the_tree_of_a_shuffled_thread_is_the_same_where_no_two_comments_are_equally_old",
        ],
        "invariants/test_size.py": ["test_a_long_thread_in_any_order_has_one_tree"],
    },
    "4 sorting is total and stable, and votes move a comment as they should": {
        "model/threads/test_orders.py": [
            "test_sorting_is_stable_and_settles",
            "test_newest_is_oldest_the_other_way_round_where_dates_are_distinct",
            "test_the_wilson_score_is_at_least_0_and_below_1",
            "test_a_vote_for_never_lowers_the_wilson_score_and_one_against_never_raises_it",
            "test_of_equal_shares_more_votes_make_the_better_comment",
        ],
    },
    "5 pages make up the whole": {
        "model/threads/test_view.py": [
            "test_the_pages_one_after_another_are_the_whole_walk",
            "test_what_a_page_leaves_out_is_found_behind_its_cursors",
            "test_the_cursor_of_a_removed_comment_gives_the_first_page",
            "test_all_pages_of_a_hundred_thousand_comments_are_read",
        ],
    },
    "6 pruning takes only tombstones that nobody answered": {
        "model/threads/test_moderation.py": [
            "test_pruning_takes_only_tombstones_and_leaves_what_living_comments_answer",
            "test_a_chain_of_ten_thousand_tombstones_goes_as_a_whole",
        ],
        "invariants/test_size.py": ["test_a_long_thread_is_pruned_to_what_lives_and_what_it_answers"],
    },
    "7 the counts add up": {
        "model/threads/test_counts.py": ["test_the_four_counts_are_what_their_names_say"],
        "model/threads/test_tree.py": ["test_children_and_comments_at_the_top_add_up_to_all"],
    },
    "8 merging is commutative, associative and idempotent": {
        "model/threads/test_merge.py": [
            "test_it_does_not_matter_which_page_comes_first",
            "test_it_does_not_matter_how_pages_are_grouped",
            "test_a_page_that_comes_twice_changes_nothing",
            "test_the_version_that_was_edited_later_stays",
            "test_pages_of_a_long_thread_make_it_up_again",
        ],
    },
    "9 an anchor stays with its passage, and with nothing else": {
        "model/anchors/test_moving.py": [
            "test_no_anchor_changes_with_an_article_that_does_not",
            "test_an_edit_of_another_block_moves_no_anchor",
            "test_words_put_before_a_passage_move_its_offsets_by_their_length",
            "test_a_passage_that_is_deleted_is_orphaned_wherever_it_stood",
            "test_two_thousand_edits_never_lead_to_a_wrong_passage_and_hardly_ever_lose_one",
            "test_what_was_found_is_what_the_article_says_and_what_was_not_is_an_orphan",
        ],
    },
    "10 sanitising settles, and lets nothing through": {
        "invariants/test_sanitising.py": [
            "test_a_hostile_body_becomes_allowed_markup_and_stays_as_it_is",
            "test_any_soup_becomes_allowed_markup_and_stays_as_it_is",
            "test_words_never_become_markup",
        ],
        "test_safety.py": ["test_no_payload_runs_from_the_body_of_a_comment"],
    },
    "11 HTML gives back any thread, and its elements nest to a limit": {
        "rendering/test_html_comments.py": ["test_any_thread_reads_back"],
        "invariants/test_size.py": ["test_a_page_of_any_size_is_flat_and_reads_back"],
    },
    "12 no writer tells what is private, nor what was removed": {
        "invariants/test_privacy.py": [
            "test_no_writer_tells_what_is_private_unless_asked",
            "test_a_tombstone_tells_nothing_in_any_format",
            "test_a_deleted_comment_is_sent_nowhere_with_its_words",
            "test_the_public_thread_tells_nothing_of_the_others_in_any_format",
        ],
        "model/threads/test_moderation.py": [
            "test_a_tombstone_keeps_its_place_and_its_author_unless_that_is_to_go_too",
            "test_a_comment_that_is_not_published_leaks_nothing_into_the_public_thread",
        ],
        "formats/test_comment_exports.py": ["test_what_is_not_public_never_becomes_so"],
    },
    "13 a thread moves between systems as it is, and what does not move is told": {
        "invariants/test_migration.py": [
            "test_a_thread_moves_through_all_systems_with_tree_authors_dates_and_words",
            "test_what_does_not_move_is_told",
            "test_a_long_thread_moves_whole",
        ],
    },
}


@pytest.mark.parametrize("invariant", INVARIANTS)
def test_every_invariant_has_its_tests(invariant):
    missing = [
        f"{file}::{name}" for file, names in INVARIANTS[invariant].items() for name in set(names) - set(_tests_of(file))
    ]

    assert [] == missing


def test_there_are_thirteen():
    assert list(range(1, 14)) == [int(name.split()[0]) for name in INVARIANTS]


@cache
def _tests_of(file: str) -> tuple[str, ...]:
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    return tuple(node.name for node in tree.body if isinstance(node, ast.FunctionDef))
