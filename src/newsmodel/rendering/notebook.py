"""A page inside a notebook: in a frame of its own that runs no script, so that its styles and ids stay there."""

from markupsafe import Markup

_FRAME = Markup('<iframe sandbox srcdoc="{}" style="width: 100%; height: 30rem; border: 1px solid #ccc"></iframe>')


def framed(page: str) -> str:
    """*page*, a whole HTML document, as an element for the output of a cell."""
    return _FRAME.format(page)
