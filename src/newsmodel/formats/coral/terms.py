"""Coral's words and the model's.

Source: `COMMENT_STATUS`, `USER_ROLE` and `TAG` of the schema.
"""

from __future__ import annotations

from newsmodel.model.comments import Status

SYSTEM = "coral"

STATUSES: dict[str, Status] = {
    "NONE": "published",
    "APPROVED": "published",
    "PREMOD": "pending",
    "REJECTED": "rejected",
    "SYSTEM_WITHHELD": "withheld",
}
"""What is none of these is unknown."""

STATUS_NAMES: dict[str, str] = {
    "published": "APPROVED",
    "pending": "PREMOD",
    "rejected": "REJECTED",
    "withheld": "SYSTEM_WITHHELD",
    "deleted": "APPROVED",
}
"""A deleted comment keeps the status that it had; `deleted` says so."""

ROLES = {
    "COMMENTER": "reader",
    "MEMBER": "subscriber",
    "STAFF": "staff",
    "MODERATOR": "moderator",
    "ADMIN": "administrator",
}
ROLE_NAMES = {role: name for name, role in ROLES.items()}

FLAGS = {"FEATURED": "featured"}
KINDS = {"REVIEW": "review", "QUESTION": "question"}
KIND_NAMES = {kind: name for name, kind in KINDS.items()}

BEST, WORST = 5, 1
"""Coral's ratings are of one to five stars."""
