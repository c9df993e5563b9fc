"""Meetings that a text takes as known: the agreement it spoke of, the talks going on where it is.

"The Iranian deal" comes back to the only agreement of which the text has spoken, if it was theirs;
"two delegations" in the town of long talks, while they last, are those that hold them; "the
minister's trip" is that of a person who made one.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import actors_in
from groundtext.linking.found import Found
from groundtext.linking.profiles import telling_words
from groundtext.linking.vocabulary import COMMON_WORDS
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import PassageReading

_BACK: Final = 20  # passages back to which "the agreement" goes
_RECENT: Final = timedelta(days=120)
_PARTIES: Final = frozenset(
    (
        "delegation", "delegations", "delegates", "negotiators", "negotiated", "negotiate",
        "negotiating", "bargaining", "negotiator",
    )
)  # fmt: skip
_TRIPS: Final = frozenset(("trip", "visit", "journey", "meeting", "talks", "conversation"))
_TRIP: Final = re.compile(
    r"\b(?P<person>[A-Z][\w-]+)[’'](?:s\s+|\s+)(?:[a-z]+\s+)?"
    r"(?:trip|visit|journey|meeting|talks|conversation)\b"
)
_FRESH: Final = timedelta(days=14)  # of what a report tells
_NEWS: Final = timedelta(days=3)
_NEAR: Final = 3  # passages in which no other meeting is spoken of
_THOSE: Final = frozenset(
    (
        "delegates", "delegation", "delegations", "session", "consultations", "participants",
        "statement", "communiqué", "communique", "part", "side", "organizers", "organisers",
        "ceremony", "opening", "closing", "hall",
    )
)  # fmt: skip
_GATHERINGS: Final = frozenset(("summit", "meeting", "conference"))
_OF_MEETING: Final = re.compile(
    r"\b[Tt]he\s+(?:joint\s+|final\s+)?(?:delegates|session|consultations|participants|statement"
    r"|communiqu[eé]|delegations|organi[sz]ers)\b(?!\s+of\b)"
    r"|\bdelegation\s+(?:was|is)\s+(?:headed|led)\b|\btook\s+part\b(?!\s+in\b)"
    r"|\bled\s+the\s+[\w’'-]+\s+(?:side|delegation|team)\b"
    r"|\b(?:attend(?:ed|s)?|opened|told)\s+the\s+(?:ceremony|opening|closing|gathering|hall)\b"
)
# "The conference of bakers", "the conference room" are others.
_OTHER_ONE: Final = re.compile(
    r"\s+(?:of|in|at|on|with|between|that|which|where|cent(?:er|re)|room|hall|table)\b"
)
_OF_OTHERS: Final = re.compile(r"\s+(?:of|in|at|on|with|between)\b")
_HOSTS: Final = frozenset(("host", "hosts"))
_AS_HOST: Final = re.compile(r",\s+as\s+(?:the\s+)?hosts?\b")
_AGREED: Final = frozenset(("agreement", "deal", "accord", "pact"))
# "The memorandum": what a text goes on to argue is about an agreement, but not about its paper.
_PAPERS: Final = frozenset(("memorandum", "treaty", "declaration", "pact"))


class StandingRules:
    """Finds the meetings that a passage means without saying anew which they were."""

    def __init__(self, profiles: Sequence[MeetingProfile], nouns: frozenset[str]) -> None:
        self._agreements = tuple(profile for profile in profiles if profile.is_agreement)
        self._long = tuple(profile for profile in profiles if profile.is_long)
        self._short = tuple(profile for profile in profiles if not profile.is_long)
        self._ids = frozenset(profile.id for profile in profiles)
        self._visited = tuple(profile for profile in profiles if profile.persons)
        self._agreed = frozenset(profile.id for profile in self._agreements)
        self._subjects = frozenset[str]().union(*(one.words for one in self._agreements))
        self._those = _THOSE | _GATHERINGS | nouns
        self._persons = frozenset[str]().union(*(profile.persons for profile in self._visited))
        # A passage that names nothing must hold one of them.
        self.words = _AGREED | _PAPERS | self._those | self._persons
        self._any = self.words | _PARTIES | _HOSTS
        self.parties = _PARTIES  # those who hold long talks, where a passage names the town

    def may_be_told(self, words: frozenset[str], thread: Thread) -> bool:
        """Tell whether a passage of these words that names nothing may take a meeting as known."""
        if not (_AGREED.isdisjoint(words) or self._subjects.isdisjoint(words)):
            return True
        if self._agreements and not _PAPERS.isdisjoint(words):
            return True
        if not (_AGREED.isdisjoint(words) or self._agreed.isdisjoint(thread.seen)):
            return True
        if not (self._those.isdisjoint(words) or self._ids.isdisjoint(thread.lead)):
            return True
        return not (_TRIPS.isdisjoint(words) or self._persons.isdisjoint(words))

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return what the passage takes as known."""
        if self._any.isdisjoint(reading.vocabulary):
            return []
        return [
            *(
                self._agreement(reading, thread)
                or self._by_subject(reading)
                or self._paper(reading, thread)
            ),
            *self._ongoing(reading),
            *self._hosted(reading, thread),
            *self._trip(reading, thread),
        ] or self._of_report(reading, thread)

    def _agreement(self, reading: PassageReading, thread: Thread) -> list[Found]:
        spoken = [each for each in self._agreements if each.id in thread.seen]
        if len(spoken) != 1 or reading.passage.ordinal - thread.last_passage[spoken[0].id] > _BACK:
            return []
        known = spoken[0].participants | {spoken[0].country}
        for event in reading.events:
            if event.family != "agreement" or not event.is_definite or event.is_plural:
                continue
            # "The agreement" alone says too little: what a text goes on to argue is about that.
            actors = actors_in(event.modifiers)
            if actors and actors <= known:
                return [_found(spoken[0], event.span, "of which the text has spoken", reading)]
        return []

    def _by_subject(self, reading: PassageReading) -> list[Found]:
        """Return the only agreement that is about what stands before the word: "the grain deal"."""
        for event in reading.events:
            if event.word not in _AGREED or not event.is_definite:
                continue
            subject = telling_words(event.modifiers) - COMMON_WORDS
            about = [one for one in self._agreements if not subject.isdisjoint(one.words)]
            if len(about) == 1 and not actors_in(event.modifiers):
                return [_found(about[0], event.span, "by what it is about", reading)]
        return []

    def _paper(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return the only agreement spoken of that is called so: "the memorandum"."""
        for event in reading.events if not _PAPERS.isdisjoint(reading.vocabulary) else ():
            is_it = event.word in _PAPERS and event.is_definite and not event.modifiers.strip()
            if not is_it or _OF_OTHERS.match(reading.text, event.span.end):
                continue
            called = [one for one in self._agreements if event.word in one.wording]
            spoken = [one for one in called if one.id in thread.seen]
            if len(spoken) == 1:
                return [_found(spoken[0], event.span, "of which the text has spoken", reading)]
            if len(called) == 1 and called[0].participants & self._told_of(reading, thread):
                return [_found(called[0], event.span, "the only one called so", reading)]
        return []

    def _told_of(self, reading: PassageReading, thread: Thread) -> frozenset[str]:
        """Return who is named here or just before, or was at a meeting that the text spoke of."""
        spoken = (each for each in (*self._short, *self._long) if each.id in thread.seen)
        met = frozenset[str]().union(*(each.participants for each in spoken))
        return met | reading.actors() | thread.actors

    def _ongoing(self, reading: PassageReading) -> list[Found]:
        if _PARTIES.isdisjoint(reading.vocabulary) or reading.published is None:
            return []
        for profile in self._long:
            window = profile.window
            if window is None or not window.first <= reading.published.first <= window.last:
                continue
            for name in reading.names:
                is_there = name.form in ("settlement", "site") and name.position is not None
                if is_there and not name.is_negated and profile.is_at(name.position):  # type: ignore[arg-type]
                    return [_found(profile, name.span, "where talks were going on", reading)]
        return []

    def _hosted(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find the only meeting spoken of that a state held: "Tajikistan, as host, …"."""
        for name in reading.names if not _HOSTS.isdisjoint(reading.vocabulary) else ():
            host = _AS_HOST.match(reading.text, name.span.end)
            held = [one for one in self._short if one.country in name.actors] if host else []
            held = [one for one in held if one.id in thread.seen]
            if len(held) == 1:
                return [_found(held[0], name.span, "of which the text has spoken", reading)]
        return []

    def _of_report(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find the recent meeting that a report is about, by those who were there."""
        if self._those.isdisjoint(reading.vocabulary):
            return []
        match, within = _OF_MEETING.search(reading.text), _FRESH
        span = Span(*match.span()) if match else None
        if span is None:
            span, within = _the_meeting(reading), _NEWS
        about = [one for one in self._short if one.id in thread.lead] if span else []
        about = [one for one in about if one.is_near(reading.published, within)]
        others = {one.target_id for one in thread.back(_NEAR)} - {one.id for one in about}
        if span is None or len(about) != 1 or not others.isdisjoint(self._ids):
            return []
        dates = [date for date in reading.dates if date.mode == "at"]
        is_there = all(about[0].fits(date) for date in dates) and not any(
            name.form == "settlement" and name.position and not about[0].is_at(name.position)
            for name in reading.names
        )
        if not is_there:
            return []
        return [_found(about[0], span, "of which the report tells", reading)]

    def _trip(self, reading: PassageReading, thread: Thread) -> list[Found]:
        if _TRIPS.isdisjoint(reading.vocabulary):
            return []
        for match in _TRIP.finditer(reading.text):
            person = match["person"].lower()
            made = [each for each in self._visited if person in each.persons]
            spoken = [each for each in made if each.id in thread.seen]
            made = spoken or [each for each in made if each.is_near(reading.published, _RECENT)]
            dates = [date for date in reading.dates if date.mode == "at"]
            if len(made) == 1 and all(made[0].fits(date) for date in dates):
                return [_found(made[0], Span(*match.span()), "by who made it", reading)]
        return []


def _the_meeting(reading: PassageReading) -> Span | None:
    """Return "the summit": in the news of the day, it is the one that the news is about."""
    for event in reading.events:
        is_one = event.is_definite and not (event.is_plural or event.modifiers.strip())
        if is_one and event.family == "gathering":
            is_other = _OTHER_ONE.match(reading.text, event.span.end) is not None
            return None if is_other else event.span
    return None


def _found(profile: MeetingProfile, span: Span, why: str, reading: PassageReading) -> Found:
    return Found(
        target_id=profile.id,
        score=0.55,
        reason=f"‘{reading.words(span)}’, {why}: {profile.name}",
        method="meeting-known",
        matches=(span,),
        families=profile.families,
    )
