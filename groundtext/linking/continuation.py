"""Passages that go on about what the passage before them named or described."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.actors import actors_in
from groundtext.linking.found import Found, Thread
from groundtext.linking.profiles import telling_words
from groundtext.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.linking.profiles import MeetingGroup, MeetingProfile
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.vocabulary import EventWord

_SCORE: Final = 0.6
_PERSONS_WITHIN: Final = 3  # passages
_PERSONS: Final = 2
_BACK: Final = 3  # passages
_NEAR: Final = 2  # passages of a paragraph
_ITS: Final = re.compile(
    r"\bits\s+(?:\w+\s+)?(?:purpose|agenda|outcome|participants|venue|organi[sz]ers|aim|hosts?"
    r"|communiqu[eé]|declaration|(?:joint|final|closing)\s+statement|delegates)\b"
    r"|^It\s+(?:was|is|had|has|would|will)\b.{0,24}?\b(?:open(?:ed)?|held|begun|begin|start(?:ed)?"
    r"|take\s+place|convened?|postponed|cancell?ed|called\s+off)\b"
    r"|^They\s+(?:(?:had|have|were|would|will)\s+)?(?:since\s+|soon\s+|been\s+)?(?:resumed?|opened"
    r"|began|begun|stalled|adjourned|suspended|broke\s+(?:off|down|up)|collapsed|dragged\s+on)\b"
    r"|\bparticipating\s+\w+|\bparticipants\s+(?:in|of|at)\s+the\b",
    re.IGNORECASE,
)
# "It lasted four hours", "They were gone the next day": what only a meeting, or those at it, do.
_VISITED: Final = frozenset(("gathering", "talks", "meet", "go", "host"))
# "The negotiations of the preceding years" are all of them.
_OF_YEARS: Final = re.compile(
    r"\s+(?:of|in)\s+(?:the\s+)?(?:preceding|past|previous|last|early|earlier|recent|following)\b"
)
# "Said a diplomat who follows the talks".
_SOURCE: Final = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|familiar\s+with|close\s+to|briefed\s+on|knowledge\s+of)\s+the\s+$"
)
# Who came, and what was published: of the meeting in the sentence before.
_CAME: Final = re.compile(
    r"^\W*The\s+(?:joint\s+|final\s+|closing\s+)?(?:communiqu[eé]|declaration|agenda)\b"
    r"|^\W*The\s+(?:(?:joint|final|closing)\s+statement|ceremony)\b|^\W*The\s+(?:participants|delegates)\b"
    r"|\b(?:been|was|were|not|though|although)\s+invited\b(?!\s+(?:to|by)\b)"
    r"|\b(?:declined|refused|accepted|rejected|ignored|turned\s+down)\s+(?:the|its|his|an)\s+invitation\b"
    r"(?!\s+(?:to|from|by)\b)"
    r"|\bstayed\s+away\b(?!\s+from\b)|\btook\s+part\b(?!\s+in\b)"
    r"|\bsent\s+(?:no|a|only|an)\s+(?:\w+\s+)?(?:delegation|representatives?|envoy|observers?)\b"
)
_WENT_ON: Final = re.compile(
    r"^(?:\W|[AQ]:)*(?:It|This|That|Both\s+(?:sides|delegations|parties|governments)|Delegates|Participants"
    r"|The\s+(?:(?:two|three|four|five|six)\s+)?(?:powers|parties|sides|participants|delegates|delegations"
    r"|visitors|guests|envoys|negotiators|hosts)|The\s+two\s+(?:ministers|presidents|leaders|governments))\s+(?:(?:had|has|have|was|were|only|barely|finally|itself)\s+){0,3}"
    r"(?:lasted|ended|broke\s+(?:up|down|off)|broken\s+up|closed|adjourned|concluded|collapsed|dragged\s+on|went\s+on|ran\s+(?:for|into)"
    r"|produced\s+(?:no|nothing|a|only|little)|yielded|took\s+(?:place|two|three|four|a\s+day)|drew\s+up"
    r"|declared|complained|asked|demanded|promised|repeated|insisted|listened|heard|replied|answered|told|said"
    r"|parted|dispersed|described|renewed|welcomed|praised|pledged|avoided|resumed|signed|stayed\s+(?:for|two|three|only)|issued\s+a|agreed\s+(?:on|to|that)|flew\s+home|left\s+without)\b"
)
# "At the end they adopted a resolution": what is done together.
_TOGETHER: Final = re.compile(
    r"^\W*(?:(?:At\s+the\s+end|In\s+the\s+end|Afterwards?|On\s+leaving|Together),?\s+they|They)\s+"
    r"(?:(?:also|all|both|finally|then)\s+)?(?:adopted|emerged|spoke\s+in|called\s+(?:for|on|upon)"
    r"|repeated|issued|signed|pledged|endorsed|approved|reaffirmed|drew\s+up|agreed|discussed"
    r"|produced|promised|undertook|decided|settled\s+(?:on|nothing)|talked\s+(?:about|of|for|past))\b"
)
_ANY_ONE: Final = re.compile(r"\W*An?\s+[a-z]")
_DAYS_OF: Final = re.compile(
    r"\b(?:[Oo]n|[Bb]y|[Dd]uring)\s+the\s+(?:first|second|third|last|final|opening|closing)\s+"
    r"(?:day|morning|afternoon|evening|night)\b(?!\s+of\b)"
)
_DAY_OF_IT: Final = re.compile(
    r"^\W*(?:On|At|During|By)\s+the\s+(?:(?:very|first|second|third|last|final|opening|closing)\s+)?"
    r"(?:day|morning|evening|night|eve|start|end|opening|close)\s+of\s+(?:the|this|that)\s+$"
)
_ABOUT_IT: Final = re.compile(
    r"\W*(?:It|They|This|That|These|He|She|Its|Their)\b(?!\s+(?:was|is)\s+[a-z]+ing\b)"
)
_CALLED_OFF: Final = re.compile(
    r"\b(?:(?:call(?:ed|s)?|put)\s+(?:it|them)\s+off|(?:cancell?ed|postponed|scrapped|attended"
    r"|opened|closed|joined|boycotted|hosted|chaired|convened|mediated|brokered|adjourned)\s+it)\b"
)
_WENT_ON_WORDS: Final = frozenset(
    (
        "it", "them", "this", "that", "both", "parties", "sides", "participants", "delegates",
        "invited", "away", "part", "sent", "communiqué", "communique", "declaration", "agenda",
        "statement", "delegations", "visitors", "guests", "envoys", "negotiators", "hosts",
        "they", "powers", "invitation", "governments", "ministers", "presidents", "leaders",
        "day", "morning", "afternoon", "evening", "night", "ceremony",
    )
)  # fmt: skip
_SAME_FAMILIES: Final = ("gathering", "talks", "meet")


class ContinuationRules:
    """Finds the passages that continue about a meeting."""

    def __init__(
        self,
        profiles: Mapping[str, MeetingProfile],
        groups: Mapping[str, MeetingGroup],
    ) -> None:
        self._profiles = profiles
        self._groups = groups

    def may_go_on(self, ordinal: int, thread: Thread) -> bool:
        """Tell whether the text has just spoken of a meeting about which a passage may go on."""
        if any(self._is_meeting(one.target_id) for one in thread.back(_BACK)):
            return True
        return any(
            ordinal - last <= _PERSONS_WITHIN and target_id in self._profiles
            for target_id, last in thread.last_passage.items()
        )

    def find(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Return what the passage continues about; it describes nothing of its own."""
        return self._meeting(reading, thread) or self._persons(reading, thread)

    def _meeting(self, reading: PassageReading, thread: Thread) -> list[Found]:
        before = self._meetings_before(thread)
        if len(before) > 1:
            # A day tells which of them is meant.
            before = [one for one in before if self._day_of(one.target_id, reading)]
        if len(before) != 1:
            return []
        target_id, families = before[0].target_id, before[0].families
        for event in reading.events:
            if self._is_reference(event, target_id, families, reading):
                start = reading.text.rfind(event.modifiers, 0, event.span.start)
                span = Span(max(start, 0), event.span.end) if event.modifiers else event.span
                return [_found(target_id, span, self._name(target_id), reading)]
        day = self._day_of(target_id, reading)
        if day is not None:
            return [_found(target_id, day, self._name(target_id), reading)]
        attribute = self._attribute(target_id, reading, thread)
        if attribute and not self._is_elsewhere(target_id, reading):
            return [_found(target_id, Span(*attribute.span()), self._name(target_id), reading)]
        return []

    def _attribute(
        self, target_id: str, reading: PassageReading, thread: Thread
    ) -> re.Match[str] | None:
        """Return what only a meeting has, or does: "its agenda", "it lasted four hours"."""
        attribute = _ITS.search(reading.text)
        if attribute and not _is_of_another(attribute, reading):
            return attribute
        if _WENT_ON_WORDS.isdisjoint(reading.vocabulary):
            return None
        is_within = _is_within_paragraph(reading)
        near = thread.history[: _NEAR if is_within and _is_about_it(reading) else 1]
        if not any(one.target_id == target_id for found in near for one in found):
            return None
        came = _CAME.search(reading.text) or (
            _DAYS_OF.search(reading.text) if is_within and self._has_days(target_id) else None
        )
        if came:
            return came
        if not any(one.target_id == target_id for one in thread.recent):
            return None
        together = _TOGETHER.search(reading.text) if is_within else None
        return together or _WENT_ON.search(reading.text) or _CALLED_OFF.search(reading.text)

    def _has_days(self, target_id: str) -> bool:
        """Tell whether a meeting had a first day and a last one, as far as that is known."""
        profile = self._profiles.get(target_id)
        if profile is None or profile.window is None or profile.is_long:
            return False
        return profile.window.first < profile.window.last

    def _day_of(self, target_id: str, reading: PassageReading) -> Span | None:
        """Return a date of the passage that is the meeting's own, where nothing else is dated."""
        profile = self._profiles.get(target_id)
        if profile is None or profile.is_long or self._is_elsewhere(target_id, reading):
            return None
        days = [d for d in reading.dates if d.mode == "at" and d.grain in ("day", "weekday")]
        return days[0].span if days and profile.fits(days[0]) else None

    def _persons(self, reading: PassageReading, thread: Thread) -> list[Found]:
        """Find a meeting in the sentences just before by two of the persons who were there."""
        recent = [
            target_id
            for target_id, ordinal in thread.last_passage.items()
            if reading.passage.ordinal - ordinal <= _PERSONS_WITHIN and target_id in self._profiles
        ]
        words = telling_words(reading.text) if recent else frozenset()
        for target_id in sorted(recent):
            persons = self._profiles[target_id].persons & words
            if len(persons) >= _PERSONS:
                spans = [reading.text.lower().find(person) for person in sorted(persons)]
                first = min(spans)
                span = Span(first, first + len(sorted(persons)[spans.index(first)]))
                return [_found(target_id, span, self._name(target_id), reading)]
        return []

    def _meetings_before(self, thread: Thread) -> list[Found]:
        """Return what the sentence before was about; a group is less than its member."""
        before = [found for found in thread.back(_BACK) if self._is_meeting(found.target_id)]
        single = {found.target_id for found in before if found.target_id in self._profiles}
        return [
            found
            for found in before
            if found.target_id in single
            or (
                len(single) != 1 and single.isdisjoint(m.id for m in self._members(found.target_id))
            )
        ]

    def _is_meeting(self, target_id: str) -> bool:
        return target_id in self._profiles or target_id in self._groups

    def _name(self, target_id: str) -> str:
        if target_id in self._profiles:
            return self._profiles[target_id].name
        return self._groups[target_id].name

    def _members(self, target_id: str) -> tuple[MeetingProfile, ...]:
        if target_id in self._profiles:
            return (self._profiles[target_id],)
        return self._groups[target_id].members

    def _is_reference(
        self,
        event: EventWord,
        target_id: str,
        families: frozenset[str],
        reading: PassageReading,
    ) -> bool:
        """Tell whether a definite event word means the same meeting."""
        same = (
            event.family in families
            or (
                event.family in _SAME_FAMILIES
                and bool(families.intersection(_SAME_FAMILIES) or not families)
            )
            or (event.family in _SAME_FAMILIES and "host" in families)
            or (event.family == "visit" and not families.isdisjoint(_VISITED))
        )
        if not event.is_definite or not same:
            return False
        if not _is_day_of_it(event, reading) and self._is_elsewhere(target_id, reading):
            return False
        if target_id in self._groups and not event.is_plural:
            return False  # one of them, whichever
        if _OF_YEARS.match(reading.text, event.span.end) or _is_of_source(event, reading):
            return False
        known = frozenset().union(
            *(member.participants | {member.country} for member in self._members(target_id))
        )
        return actors_in(event.modifiers) <= known

    def _is_elsewhere(self, target_id: str, reading: PassageReading) -> bool:
        """Tell whether the passage gives a place or a date that the meeting cannot have."""
        members = self._members(target_id)
        events = {event.span.start for event in reading.events}
        for name in reading.names:
            is_called = name.span.end + 1 in events  # "the Geneva talks"
            if name.position and (
                is_called or (name.form == "settlement" and name.governor in ("in", "at"))
            ):
                position = name.position
                if not any(member.is_at(position) for member in members):
                    return True
        dates = [date for date in reading.dates if date.mode == "at" and date.grain != "relative"]
        return bool(dates) and not any(member.fits(d) for member in members for d in dates)


def _is_within_paragraph(reading: PassageReading) -> bool:
    """Tell whether the passage before was in the same paragraph."""
    before = reading.told.passages
    return bool(before) and before[-1][0] == reading.passage.paragraph


def _is_about_it(reading: PassageReading) -> bool:
    """Tell whether the passage before began with what was before it: "It said that …"."""
    return _ABOUT_IT.match(reading.told.passages[-1][1]) is not None


def _is_day_of_it(event: EventWord, reading: PassageReading) -> bool:
    """Tell whether "on the first day of the talks" only says when something else was."""
    return _DAY_OF_IT.fullmatch(reading.text, 0, event.span.start) is not None


def _is_of_source(event: EventWord, reading: PassageReading) -> bool:
    """Tell whether talks only say, in a new paragraph, of what somebody who is quoted knows."""
    if not reading.told.passages or _is_within_paragraph(reading):
        return False
    return _SOURCE.search(reading.text, max(0, event.span.start - 40), event.span.start) is not None


def _is_of_another(attribute: re.Match[str], reading: PassageReading) -> bool:
    """Tell whether "its" is that of a state or organisation named before it."""
    is_its = attribute[0].lower().startswith("its ")
    if is_its and _ANY_ONE.match(reading.text, 0, attribute.start()):
        return True  # "a table costs its host little"
    return is_its and any(n.actors and n.span.end <= attribute.start() for n in reading.names)


def _found(target_id: str, span: Span, name: str, reading: PassageReading) -> Found:
    words = " ".join(reading.text[span.start : span.end].split())
    return Found(
        target_id=target_id,
        score=_SCORE,
        reason=f"‘{words}’ goes on about what came just before: {name}",
        method="continuation",
        matches=(span,),
        families=frozenset(("gathering", "talks")),
    )
