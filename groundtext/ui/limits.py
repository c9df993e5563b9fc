"""The period that a view is limited to: what was not so at some time of it is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from groundtext.edtf import bounds, is_valid, stretch
from groundtext.messages import message
from groundtext.portrayal.wording import date_in_words

if TYPE_CHECKING:
    from groundtext.model import Feature
    from groundtext.ui.state import View


@dataclass(frozen=True, slots=True)
class Period:
    """Days in ISO 8601, both included, and the words for them; None for an open end."""

    since: str | None = None
    until: str | None = None
    words: str = ""  # "was so between 2010 and 2012"; empty for all times


def period_of(view: View) -> Period:
    """Return the period of a view whose dates are understood."""
    since = bounds(view.from_)[0] if view.from_ else date.min
    until = bounds(view.to)[1] if view.to else date.max
    return Period(_day(since), _day(until), _in_words(view.from_, view.to))


def dated_part(view: View) -> tuple[View, list[str]]:
    """Return the view without dates that are none, and a sentence for each."""
    notices = [
        message("limits.no-date", date=edtf)
        for edtf in dict.fromkeys((view.from_, view.to))
        if edtf and not is_valid(edtf)
    ]
    since, until = (edtf if is_valid(edtf) else "" for edtf in (view.from_, view.to))
    if since and until and bounds(since)[0] > bounds(until)[1]:
        notices.append(message("limits.ends-before", since=since, until=until))
        since = until = ""
    return replace(view, from_=since, to=until), notices


def days_of(feature: Feature) -> tuple[str | None, str | None]:
    """Return the first and the last day on which a feature may have been so, in ISO 8601.

    None stands for an end that is open or not known, and for what is no date.
    """
    first, last = stretch(feature.valid_from, feature.valid_to)
    return _day(first), _day(last)


def _day(day: date) -> str | None:
    return None if day in {date.min, date.max} else day.isoformat()


def _in_words(since: str, until: str) -> str:
    if not since and not until:
        return ""
    if since == until:
        return message("limits.then", then=date_in_words(since))
    if not until:
        return message("limits.since", since=date_in_words(since))
    if not since:
        return message("limits.until", until=date_in_words(until))
    return message("limits.between", since=date_in_words(since), until=date_in_words(until))
