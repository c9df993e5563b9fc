"""What makes a file, or a part of one, of no use, on its way to a refusal."""

from __future__ import annotations


class Unusable(ValueError):  # noqa: N818 -- it ends in a refusal and never reaches a user
    """A document, layer or geometry that cannot be used: why, and what to do about it."""
