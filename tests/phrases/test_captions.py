"""Credit lines of pictures."""

import pytest

from newsmodel.phrases.captions import credit_start


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("A ferry at dawn. Photo: Ann Lee", "Photo: Ann Lee"),
        ("A ferry at dawn (Foto: Ann Lee/dpa)", "(Foto: Ann Lee/dpa)"),
        ("Eine Fähre 2021Bild: Ann Lee", "Bild: Ann Lee"),
        ("A ferry. \u00a9 Ann Lee", "\u00a9 Ann Lee"),
        ("A ferry at dawn. (AP)", "(AP)"),
        ("The ferry sails. Video: Joe/AP", "Video: Joe/AP"),
        ("A ferry at dawn. (AP Photo/John Roe)", "(AP Photo/John Roe)"),
        ("A ferry. Photo by Ann Lee on Unsplash", "Photo by Ann Lee on Unsplash"),
        ("Photograph: Ann Lee", "Photograph: Ann Lee"),
        ("A ferry.  Photo credit: Ann Lee", "Photo credit: Ann Lee"),
        ("A ferry (Symbolfoto: Ann)", None),
        ("He took a photo by the quay", None),
        ("What the source: nobody knew", None),
        ("Photo:", None),
        ("Photo: " + "a long caption " * 20, None),
        ("", None),
    ],
)
def test_the_credit_at_the_end_of_a_caption_is_found(caption, credit):
    at = credit_start(caption)

    assert credit == (None if at is None else caption[at:])
