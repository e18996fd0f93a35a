"""Corrections and notes of the editors among paragraphs."""

import newsmodel as nm
from newsmodel.page.content.notices import with_notices


def test_paragraphs_that_begin_like_a_notice_are_one():
    note, bold = nm.Paragraph("Editor's note: it was so."), nm.Span("Correction:", marks=["strong"])
    quote = nm.Quote(["Correction: none of ours"])

    assert (
        nm.EditorNote([note]),
        nm.Correction([bold, " It was so."], kind="correction"),
        nm.Correction("Clarification: it may be so.", kind="clarification"),
        quote,
        nm.Paragraph("Corrections are dear."),
    ) == with_notices(
        (
            note,
            nm.Paragraph([bold, " It was so."]),
            nm.Paragraph("Clarification: it may be so."),
            quote,
            nm.Paragraph("Corrections are dear."),
        )
    )
