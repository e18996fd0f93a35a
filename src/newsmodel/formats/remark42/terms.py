"""Remark42's words."""

from __future__ import annotations

SYSTEM = "remark42"
VERSION = 1
ADMINISTRATOR = "administrator"
NO_TIME = "0001-01-01T00:00:00Z"
"""When something happened that has no date: Go's zero."""
