"""What makes a document unreadable, on its way to a refusal."""

from __future__ import annotations


class Unreadable(ValueError):  # noqa: N818 -- it ends in a `Refused` and never reaches a user
    """A document that cannot be used: the message says why, and what to do."""
