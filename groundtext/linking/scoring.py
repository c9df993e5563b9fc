"""How much speaks for a meeting: place, event word, date, who was there, what came before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.dates.expressions import may_hold_dates
from groundtext.dates.windows import Window
from groundtext.linking.anchors import TRAVEL, has_come
from groundtext.linking.profiles import telling_words
from groundtext.linking.vocabulary import COUNTABLE

if TYPE_CHECKING:
    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.anchors import Anchor
    from groundtext.linking.found import Thread
    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.vocabulary import EventWord

_NEAR: Final = timedelta(days=120)  # of a meeting without a date, to the publication
_NOW: Final = timedelta(days=3)
_YEAR: Final = timedelta(days=366)  # of one of which two things besides are told
_GRAIN_POINTS: Final = {"day": 3.0, "weekday": 2.5, "month": 2.0, "span": 1.5, "year": 1.0}
_PLACE_POINTS: Final = {"settlement": 2.0, "capital": 2.0, "state": 1.0, "host": 1.0}
_CARRIED_POINTS: Final = 2.5
_FULL_POINTS: Final = 7.0


@dataclass(frozen=True, slots=True)
class Claim:
    """That an anchor means a meeting, with what else speaks for it."""

    anchor: Anchor
    profile: MeetingProfile
    published: Window | None
    in_thread: int  # 0 new to the document, 1 spoken of before, 3 in the sentence before
    overlap: float  # points for shared participants, persons and words
    has_come: bool = False  # whether an organisation came there on the day
    is_carried: bool = False  # whether it was on the day that the sentence before names

    @property
    def points(self) -> float:
        """How much speaks for it, the more the better; about 7 is as much as a sentence says."""
        anchor = self.anchor
        points = _PLACE_POINTS[anchor.level] + 1.0 + self.overlap + 0.6 * self.in_thread
        if anchor.date:
            points += _GRAIN_POINTS.get(anchor.date.grain, 1.0)
        elif self.published and self.profile.window:
            days = self.profile.window.days_from(self.published)
            points += max(0.0, 1.0 - days / (2 * _NEAR.days))
        if self.is_carried:
            points += _CARRIED_POINTS
        return points

    @property
    def is_supported(self) -> bool:
        """Whether place, event and time are enough for this meeting at all."""
        return self._is_event and (self._is_dated if self.anchor.date else self._is_timely)

    @property
    def _is_known(self) -> bool:
        return self.in_thread > 0 or self.overlap > 0

    @property
    def _is_event(self) -> bool:
        """Whether the event word can mean this meeting."""
        is_meeting = self.anchor.event.family in ("gathering", "talks")
        if self.profile.is_long and not (is_meeting or self.overlap > 0 or self.in_thread > 1):
            return self.anchor.date is not None and self.profile.begins_on(self.anchor.date)
        return self._is_known or self.anchor.is_attended or self.has_come

    @property
    def _is_dated(self) -> bool:
        date = self.anchor.date
        if date is None or self.profile.fits(date) is None:
            return False
        is_exact = date.grain not in ("year", "relative") or self.overlap > 0
        return is_exact or self.anchor.level in ("settlement", "capital")

    @property
    def _is_timely(self) -> bool:
        """Whether a description without a date can mean this meeting."""
        level, family = self.anchor.level, self.anchor.event.family
        if self.anchor.event.is_plural and family != "talks":
            return False  # several of them, and none told from the others
        if level == "host":
            return self.in_thread > 1 or (self.in_thread > 0 and family != "host")
        if level == "state":
            # "The gathering in China" is the one there of which the text has spoken.
            is_the = self.anchor.event.is_definite and family in ("gathering", "talks")
            return self.in_thread > (0 if is_the else 1) or self._is_now
        return self._is_timely_there

    @property
    def _is_timely_there(self) -> bool:
        """Whether what happened in a town, or a hall, without a date can have been this meeting."""
        is_travel = self.anchor.event.family in TRAVEL
        if is_travel and not self._is_known:
            return False
        if self.is_carried and not is_travel:
            return True
        is_only = len(self.anchor.candidates) == 1
        if self.published is None or (self.anchor.name.is_small and self.overlap > 0 and is_only):
            return is_only
        is_agreed = self.anchor.event.family == "agreement"
        if is_agreed and not (self.profile.is_agreement or self._is_known):
            return False  # something else was signed there
        is_kind = self.profile.is_agreement == is_agreed
        is_only_signed = is_agreed and self._is_only_signed
        is_told = (is_kind and self.overlap >= 1) or is_only_signed
        return self.profile.is_near(self.published, _YEAR if is_told else _NEAR)

    @property
    def _is_now(self) -> bool:
        """Whether it was going on at the publication, and two of those who came are named."""
        is_meeting = self.anchor.event.family in ("gathering", "talks", "meet")
        return is_meeting and self.overlap >= 1 and self.profile.is_near(self.published, _NOW)

    @property
    def _is_only_signed(self) -> bool:
        """Whether nothing else was agreed there, and this was before the publication."""
        agreed = [each for each in self.anchor.candidates if each.is_agreement]
        return agreed == [self.profile] and self.profile.is_over(self.published)


def claim(
    anchor: Anchor, profile: MeetingProfile, reading: PassageReading, thread: Thread
) -> Claim:
    """Return the claim that an anchor means a meeting."""
    recent = {found.target_id for found in thread.recent}
    in_thread = 2 * (profile.id in recent) + (profile.id in thread.seen)
    return Claim(
        anchor=anchor,
        profile=profile,
        published=reading.published,
        # "Another round of talks" is not the one spoken of before.
        in_thread=0 if anchor.event.is_new else in_thread,
        overlap=_overlap(profile, reading),
        has_come=has_come(anchor, reading),
        is_carried=not anchor.event.is_new and is_carried(profile, reading),
    )


def is_carried(profile: MeetingProfile, reading: PassageReading) -> bool:
    """Tell whether the passage names no date, and the one before a day of the meeting.

    A month is too wide to be carried on: other things happened in it.
    """
    if reading.dates or profile.window is None or profile.is_long or not reading.told.passages:
        return False
    paragraph, text = reading.told.passages[-1]
    if paragraph != reading.passage.paragraph or not may_hold_dates(text):
        return False
    return any(
        first == last and profile.window.overlaps(Window(first, last))
        for first, last in reading.known.before
    )


def to_score(points: float) -> float:
    """Return the score of a link for the points of a claim: 0.35 to 0.95, uncalibrated."""
    return round(min(0.95, 0.35 + 0.6 * points / _FULL_POINTS), 2)


def telling(
    profile: MeetingProfile, reading: PassageReading, event: EventWord, date: DateExpression
) -> str:
    """Say what, besides event and date, tells this meeting from others; "" if nothing does."""
    words = words_beside_places(reading)
    persons = profile.persons & words
    if len(persons) > (date.grain in ("year", "relative")):
        return f"‘{min(persons).title()}’"
    named = profile.participants & reading.actors()
    organisations = [actor for actor in sorted(named) if actor.islower() and actor != "taliban"]
    if organisations:
        return f"‘{organisations[0].upper()}’"
    guests = profile.participants - {profile.country}
    if len(guests) > 1 and guests <= reading.actors():
        return "its participants"
    both = profile.participants if profile.is_agreement == (event.family == "agreement") else ()
    if len(both) > 1 and date.grain in ("day", "weekday", "month") and named == both:
        return "its participants"
    start = min(event.span.start, date.span.start)
    beside = telling_words(reading.text[start : max(event.span.end, date.span.end)])
    # "Two dozen meetings" count the meetings, and no participants.
    is_count = event.word in COUNTABLE
    numbers = {word for word in profile.words & beside if word.isdigit() and not is_count}
    return f"‘{min(numbers)}’" if numbers else ""


def _overlap(profile: MeetingProfile, reading: PassageReading) -> float:
    """Return points for the participants, persons and words that passage and meeting share."""
    words = words_beside_places(reading)
    actors = (profile.participants & reading.actors()) - {profile.country}
    persons = profile.persons & words
    return (
        min(0.5 * len(actors), 1.5)
        + min(1.0 * len(persons), 2.0)
        + min(0.75 * len((profile.words - profile.persons) & words), 2.0)
    )


def words_beside_places(reading: PassageReading) -> frozenset[str]:
    """Return the telling words but for settlements: many a meeting is named after its place."""
    places = " ".join(name.text for name in reading.names if name.form == "settlement")
    return telling_words(reading.text) - telling_words(places)
