"""wpDiscuz 7 (`wpd-`) and 5 (`wc-`) for WordPress.

Source: `class.WpdiscuzWalker.php` and its templates, https://wordpress.org/plugins/wpdiscuz/. The id of a comment holds
that of its parent (`wpd-comm-12_7`). Its date stands as an age, the moment itself in `title`; so do exact votes.
"""

from __future__ import annotations

import re
from typing import Final

from newsmodel.page.comments.roles import table
from newsmodel.page.comments.system import Start, System, depth_of
from newsmodel.page.survey import Survey

_ID: Final = re.compile(r"(?:^|\s)(?:wpd|wc)-comm-(\d{1,20})_(\d{1,20})$")


def start(survey: Survey, number: int) -> Start | None:
    """`div#wpd-comm-12_7`: comment 12, a reply to comment 7."""
    found = _ID.search(survey.names[number])
    if found is None:
        return None
    return Start(found[1], found[2] if found[2].strip("0") else "", depth_of(survey.names[number]))


WPDISCUZ: Final = System(
    "wpdiscuz",
    "w(?:pd|c)-comm",
    start,
    ("-comm-",),
    table(
        author_0="wpd-comment-author wc-comment-author",
        date_0="wpd-comment-date wc-comment-date",
        body_0="wpd-comment-text wc-comment-text",
        score_0="wpd-vote-result wc-vote-result",
        up_0="wpd-vote-result-like wc-vote-result-like",
        down_0="wpd-vote-result-dislike wc-vote-result-dislike",
        label_0="wpd-comment-label wc-comment-label",
        reply_to_0="wpd-reply-to",
        feedback_0="wpd-inline-feedback-wrapper",
        chrome_0="wpd-comment-left wc-comment-left wpd-comment-header wc-comment-header wpd-comment-footer"
        " wc-comment-footer wpd-comment-share wc-comment-link wpd-comment-link wpd-tools wpd-reply-button wpd-toggle"
        " wpdiscuz-comment-message wpdiscuz-readmore wpd-vote-up wpd-vote-down"
        " wpd-comment-last-edited wpd-comment-status wc-vote-link wpd-uinfo-top wpd-uinfo-bottom wpd-avatar",
    ),
)
