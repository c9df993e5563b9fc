"""Meetings in the news: what a report from the place tells of, and what a host did on the day.

"For a day they had brought together in Moscow the envoys of …" is told by who came, and
"MOSCOW, March 19 – Four powers called … after a day of talks" tells of the meeting there that has
just ended; "On November 9, Russia seated … beside …" of the one that it hosted that day.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.linking.found import Found
from groundtext.linking.wording import read_date, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.model import Span

_JUST: Final = timedelta(days=3)  # from the end of a meeting to a report of it
_HEAD: Final = 3  # letters with which the name of a place at the head of a report begins
_FEWEST: Final = 2  # besides the host
_MEETING: Final = frozenset(("gathering", "talks", "meet"))
_RECENT: Final = timedelta(days=120)
_GATHERING: Final = frozenset(
    ("together", "gathered", "assembled", "convened", "conferred", "envoys", "delegations", "sat")
)
_HOSTING: Final = frozenset(
    (
        "seated", "hosted", "received", "gathered", "assembled", "invited", "convened", "welcomed",
        "staged", "chaired",
    )
)  # fmt: skip
_ANY: Final = _GATHERING | _HOSTING


class ReportRules:
    """Finds the meeting of a report's place, and the meeting of a host's day."""

    def __init__(self, profiles: Sequence[MeetingProfile]) -> None:
        self._short = tuple(profile for profile in profiles if not profile.is_long)
        self.words = _GATHERING  # where a passage names the town

    def find(self, reading: PassageReading) -> list[Found]:
        """Return what a report from the place, or a sentence about the host, tells of."""
        is_headed = reading.text[:_HEAD].isupper()
        if not is_headed and _ANY.isdisjoint(reading.vocabulary):
            return []
        found = self._reported(reading) if is_headed else []
        return found or self._hosted(reading) or self._gathered(reading)

    def _reported(self, reading: PassageReading) -> list[Found]:
        place = next(iter(reading.names), None)
        if place is None or not _heads_a_report(place, reading):
            return []
        if not any(event.family in _MEETING for event in reading.events):
            return []
        ended = [
            profile
            for profile in self._short
            if place.position is not None
            and profile.is_at(place.position)
            and profile.is_near(reading.published, _JUST)
            and profile.is_over(reading.published)
            and not (profile.participants - {profile.country}).isdisjoint(reading.actors())
        ]
        if len(ended) != 1:
            return []
        why = f"‘{place.text}’ heads the report, the meeting there has just ended"
        return [_found(ended[0], why, (place.span,), "")]

    def _hosted(self, reading: PassageReading) -> list[Found]:
        if _HOSTING.isdisjoint(reading.vocabulary) or not may_hold_dates(reading.text):
            return []
        actors = reading.actors()
        for date in reading.dates:
            if date.grain != "day" or date.mode != "at":
                continue
            held = [profile for profile in self._short if date.windows == (profile.window,)]
            held = [profile for profile in held if profile.country in actors]
            if len(held) == 1 and len(actors - {held[0].country}) >= _FEWEST:
                why = f"{read_date(date, held[0], reading)} + its host"
                return [_found(held[0], why, (date.span,), said(date, held[0]))]
        return []

    def _gathered(self, reading: PassageReading) -> list[Found]:
        """Find the recent meeting at a place of three or more guests, all of whom are named."""
        if _GATHERING.isdisjoint(reading.vocabulary) or reading.dates:
            return []
        actors = reading.actors()
        for name in reading.names:
            if name.form != "settlement" or name.governor != "in" or name.position is None:
                continue
            there = [
                profile
                for profile in self._short
                if profile.is_at(name.position)
                and profile.is_near(reading.published, _RECENT)
                and profile.is_over(reading.published)
                and len((profile.participants - {profile.country}) & actors) > _FEWEST
            ]
            if len(there) == 1:
                why = f"‘{name.text}’ + those who came"
                return [_found(there[0], why, (name.span,), "")]
        return []


def _heads_a_report(place: Name, reading: PassageReading) -> bool:
    """Tell whether a report is dated from a place: "VIENNA, 14 July (Agency) – …"."""
    is_head = place.span.start == 0 and place.text.isupper() and place.form == "settlement"
    return is_head and any(
        date.grain == "day" and date.span.start - place.span.end <= len(", ")
        for date in reading.dates
    )


def _found(profile: MeetingProfile, why: str, matches: tuple[Span, ...], said_date: str) -> Found:
    return Found(
        target_id=profile.id,
        score=0.65,
        reason=f"{why}: {profile.name}",
        method="meeting-reported",
        matches=matches,
        families=profile.families,
        said_date=said_date,
    )
