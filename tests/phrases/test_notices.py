"""How notices of the editors begin."""

import pytest

from newsmodel.phrases.notices import notice_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction: it was so", "correction"),
        ("CORRECTION, 5 May: it was so", "correction"),
        ("*Correction (May 5): it was so", "correction"),
        ("Korrektur: so war es", "correction"),
        ("Rectificatif : il en était ainsi", "correction"),
        ("This article was amended on 5 May", "correction"),
        ("• This story has been corrected to say so.", "correction"),
        ("An earlier version of this article said so.", "correction"),
        ("Clarification: it may be so", "clarification"),
        ("Editor’s note: it was so", "note"),
        ("(Editors' Note — it was so)", "note"),
        ("Anm. d. Red.: so war es", "note"),
        ("Nota de la redacción: fue así", "note"),
        ("Corrections are dear, he said: very dear", None),
        ("Correctional officers: who they are", None),
        ("The correction: it was so", None),
        ("Correction: " + "a" * 2000, None),
        ("", None),
    ],
)
def test_a_notice_is_known_by_its_first_words(text, kind):
    assert kind == notice_of(text)
