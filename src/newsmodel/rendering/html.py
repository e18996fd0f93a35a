"""The HTML renderer: one frozen table. `html.using({PullQuote: my_rule})` is a renderer of one's own.

Safe by construction: text is escaped where it enters, attributes are quoted, a URL that must not be followed or loaded
is written inert, and raw markup is not written unless the caller passes `raw=True`.
"""

from __future__ import annotations

from markupsafe import Markup

from newsmodel.rendering import (
    html_blocks,
    html_comments,
    html_features,
    html_media,
    html_passages,
    html_record,
    html_text,
)
from newsmodel.rendering.renderer import Renderer

html: Renderer = Renderer(
    "html",
    {
        **html_text.rules,
        **html_blocks.rules,
        **html_media.rules,
        **html_features.rules,
        **html_passages.rules,
        **html_record.rules,
        **html_comments.rules,
    },
    result=Markup,
)
