"""Labels of what there is to be clicked are told from what a commenter may say."""

import pytest

from newsmodel.page.comments.actions import is_action


@pytest.mark.parametrize(
    "label",
    [
        "Reply",
        "reply to this",
        "Gefällt mir (3)",
        "· Signaler ·",
        "[–]",
        "#31",
        "12",
        "Répondre",
        "View replies",
        "返信",
    ],
)
def test_a_label_is_one_in_any_language(label):
    assert is_action(label)


@pytest.mark.parametrize(
    "said", ["I share this.", "Report from the quay", "More of it!", "Antworten wird er nicht", "Ok"]
)
def test_words_of_a_commenter_are_none(said):
    assert not is_action(said)
