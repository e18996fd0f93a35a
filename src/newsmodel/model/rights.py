"""Whose it is, and what may be done with it."""

from __future__ import annotations

import attrs

from newsmodel.model.base import Node


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rights(Node):
    """Copyright and licence of an article or a medium. license: a URL or a name."""

    copyright_holder: str | None = None
    copyright_notice: str | None = None
    copyright_year: int | None = None
    usage_terms: str | None = None
    license: str | None = None
    acquire_license_page: str | None = None
    credit_line: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Access(Node):
    """Who may read it; not the status of publication.

    level: "free", "registered", "metered", "subscriber", "premium", or a format's own word.
    """

    level: str | None = attrs.field(default=None, kw_only=False)
