"""The reader comments of a page: where they stand, so that the body is kept free of them, and the thread they make.

One small file a system says how it writes a comment (`wordpress`, `wpdiscuz`, `blogger`, …), `systems` is the table
that finds them, `gathering` goes through the page once, `building` makes comments of what it gathered. Systems whose
comments come later, by a script, are told by `hosted`.
"""

from newsmodel.page.comments.finding import Discussion, find_discussion
from newsmodel.page.comments.inline import attached, markers_of, rejoined
from newsmodel.page.comments.sections import comment_sections, is_section, system_of
from newsmodel.page.comments.thread import comment_thread

__all__ = [
    "Discussion",
    "attached",
    "comment_sections",
    "comment_thread",
    "find_discussion",
    "is_section",
    "markers_of",
    "rejoined",
    "system_of",
]
