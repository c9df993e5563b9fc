"""The event word or the date that stands nearest to something in a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundtext.linking.reading import gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.vocabulary import EventWord
    from groundtext.model import Span


def nearest_event(
    span: Span, reading: PassageReading, families: Sequence[str], reach: int
) -> EventWord | None:
    """Return the nearest event word of some families within a reach in code points."""
    near = [
        (gap(span, event.span), event.span, event)
        for event in reading.events
        if event.family in families and gap(span, event.span) <= reach
    ]
    return min(near)[2] if near else None


def nearest_date(span: Span, reading: PassageReading, reach: int) -> DateExpression | None:
    """Return the nearest date that an event may have had, within a reach in code points."""
    near = [
        (gap(span, date.span), date.span, date)
        for date in reading.dates
        if date.mode != "bound" and gap(span, date.span) <= reach
    ]
    return min(near)[2] if near else None
