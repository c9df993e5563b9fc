"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# Tests do not time things: a busy machine is no defect.
settings.register_profile("project", deadline=None)
settings.load_profile("project")
