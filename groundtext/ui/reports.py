"""What a page part reports from the browser, read with care: it may hold anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from groundtext.ui.state import is_news

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def noted() -> None:
    """Do nothing at once: reports are taken in at the start of the run that they cause."""


def newest_report(part: str, names: Iterable[str]) -> Mapping[str, Any] | None:
    """Return what a part reported last, or None if nothing is new since the last run."""
    news = [report for name in names if (report := _news(part, name)) is not None]
    return max(news, key=lambda report: int(report["sequence"])) if news else None


def text_of(report: Mapping[str, Any], name: str) -> str:
    """Return a text of a report; empty for what is none."""
    value = report.get(name)
    return value if isinstance(value, str) else ""


def offset_of(report: Mapping[str, Any], name: str) -> int | None:
    """Return an offset of a report; None for what is none."""
    value = report.get(name)
    return value if isinstance(value, int) and value >= 0 else None


def _news(part: str, name: str) -> Mapping[str, Any] | None:
    reports = st.session_state.get(part)
    report = reports.get(name) if isinstance(reports, dict) else None
    if not isinstance(report, dict):
        return None
    sequence = report.get("sequence")
    return report if isinstance(sequence, int) and is_news(name, sequence) else None
