"""Features and collections that a passage calls by a name or an alias."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold
from groundtext.linking.area_words import AREA_NOUNS, is_the_area, says_area
from groundtext.linking.found import Found
from groundtext.linking.rivals import (
    has_rival,
    is_in_compound,
    is_metropolis,
    is_town_on_line,
)
from groundtext.linking.vocabulary import LIST_SEPARATOR, TOWN_AFTER, is_negated
from groundtext.model import Candidate, LinkKind, Mention, Reading, Span
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.linking.reading import PassageReading

_LED: Final = re.compile(r"\b(in|through|across|from|over)\s+$", re.IGNORECASE)
_KIND_AFTER: Final = re.compile(
    r"\s+(?:military\s+|international\s+|air\s*)?(?:base|airport|airfield|field|garrison|cosmodrome"
    r"|pipeline|railway|corridor|province|camp)s?\b",
    re.IGNORECASE,
)
_KIND_BEFORE: Final = re.compile(
    r"\b(?:air\s*)?(?:base|airport|field|garrison)\s+at\s+$", re.IGNORECASE
)
_NO_KINDS: Final = frozenset(("military", "international", "air", "at"))
_ANY_BASE: Final = frozenset(("base", "airbase", "camp"))
_AIRFIELDS: Final = frozenset(("airport", "airfield", "field"))
_WORD_START: Final = re.compile(r"(?<!\w)\w[\w’'-]*")
_WORD_END: Final = re.compile(r"[\w’'-]+")
_WORDS: Final = 4  # before and after a mention, that may belong to the name
# "The president in Kabul" is in the town.
_RULERS_IN: Final = re.compile(
    r"\b(?:presidents?|government|authorities|parliament|ministers?|embassy|rulers)\s+in\s+$"
)
_PARENTHESIS: Final = re.compile(r"\s*\([^()]*\)")
_MARKS: Final = re.compile(r"[^\w\s’'.-]")
_REACH: Final = 40  # code points before a name in which "not" or "province of" may stand
_HIGHEST_SCORE: Final = 0.95
_LOWEST_SCORE: Final = 0.6
_LEAST: Final = 2  # words between a name and a word of a meeting that part them
_AREAS: Final = 2  # in a passage that speaks of areas only
_FEW: Final = 20  # mentions; a longer list is a table


class NameRules:
    """Finds the features and collections that are named.

    `names` maps each target to its name, `aliases` to its other names. Those of `areas` may share
    their names with settlements; those of `meetings` count as described even by a name, as an
    event has none of its own.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        aliases: Mapping[str, Sequence[str]],
        *,
        areas: frozenset[str],
        meetings: frozenset[str],
    ) -> None:
        self._names = names
        self._forms = {
            target_id: frozenset(
                fold(_PARENTHESIS.sub("", form)) for form in (names[target_id], *aliases[target_id])
            )
            for target_id in names
        }
        self._areas = areas
        self._meetings = meetings

    def find(self, reading: PassageReading, mentions: Sequence[Mention]) -> list[Found]:
        """Return a finding for each mention that means a target, in order of the text."""
        found = []
        for index, mention in enumerate(mentions):
            start = mention.span.start - reading.passage.span.start
            before = reading.text[max(0, start - _REACH) : start].lower()
            end = start + len(mention.text)
            if is_in_compound(Span(start, end), reading.text):
                self._reject(mention, "it is half of a name", reading)
                continue
            is_organisation = mention.reading is Reading.ORGANISATION
            if is_organisation or is_negated(before):
                why = "an organisation is named so" if is_organisation else "the text says not this"
                self._reject(mention, why, reading)
                continue
            candidate = self._candidate(index, mentions, reading)
            if candidate and TOWN_AFTER.match(reading.text, end):
                self._reject(mention, "the text says that the town is meant", reading, candidate)
            elif candidate:
                target_id = candidate.place.feature_id
                span = self._whole(Span(start, start + len(mention.text)), target_id, reading)
                is_meeting = target_id in self._meetings
                found.append(
                    Found(
                        target_id=target_id,
                        score=round(min(_HIGHEST_SCORE, max(candidate.score, _LOWEST_SCORE)), 2),
                        reason=f"names ‘{reading.words(span)}’: {self._names[target_id]}",
                        method="alias",
                        matches=(span,),
                        kind=LinkKind.DESCRIBED if is_meeting else LinkKind.NAMED,
                    )
                )
        return found

    def _is_longer(self, mention: Mention, target_id: str, reading: PassageReading) -> bool:
        """Tell whether the text has a name of the target of which a mention is only a part."""
        start = mention.span.start - reading.passage.span.start
        span = Span(start, start + len(mention.text))
        return self._whole(span, target_id, reading) != span

    def _whole(self, span: Span, target_id: str, reading: PassageReading) -> Span:
        """Return the longest name of the target around a mention, which may be a part of it."""
        text, forms = reading.text, self._forms[target_id]
        starts = [*_WORD_START.finditer(text, max(0, span.start - _REACH), span.start)][-_WORDS:]
        ends = [*_WORD_END.finditer(text, span.end, span.end + _REACH)][:_WORDS]
        wholes = [
            Span(start, end)
            for start in (*(match.start() for match in starts), span.start)
            for end in (span.end, *(match.end() for match in ends))
            if fold(text[start:end]) in forms
        ]
        return max(wholes, key=lambda whole: whole.end - whole.start, default=span)

    def _candidate(
        self, index: int, mentions: Sequence[Mention], reading: PassageReading
    ) -> Candidate | None:
        """Return the candidate that stands for a target, if the mention means that."""
        mention = mentions[index]
        for rank, candidate in enumerate(mention.candidates):
            target_id = candidate.place.feature_id
            if target_id not in self._names:
                continue
            # The spellings of an area are its whole names; what follows asks which is meant.
            if target_id not in self._areas and not self._is_name(mention, candidate, reading):
                why = "that is part of its name, and nothing says what kind of thing is meant"
            elif target_id not in self._areas or not has_rival(mention, candidate):
                is_sure = rank == 0 or not has_rival(mention, candidate)
                if is_sure or self._is_longer(mention, target_id, reading):
                    return candidate
                why = "the name rather means a town"
            elif self._is_area(index, mentions, reading):
                return candidate
            else:
                why = "a town has that name too, and nothing says that the area is meant"
            self._reject(mention, why, reading, candidate)
        return None

    def _reject(
        self,
        mention: Mention,
        why: str,
        reading: PassageReading,
        only: Candidate | None = None,
    ) -> None:
        """Keep why a mention means none of the targets of that name, or not this one."""
        if reading.rejected is None:
            return
        start = reading.passage.span.start
        span = Span(mention.span.start - start, mention.span.end - start)
        for candidate in (only,) if only else mention.candidates:
            target_id = candidate.place.feature_id
            if target_id in self._names:
                about = f"‘{mention.text}’ as {self._names[target_id]}"
                reading.reject(span, about, why, target_id)

    def _is_name(self, mention: Mention, candidate: Candidate, reading: PassageReading) -> bool:
        """Tell whether the text uses a whole name of the target, or says what kind of thing it is.

        Gazetteers shorten names: "Agadez" is not the airport there, "Agadez airport" is.
        """
        surface = fold(mention.text)
        end = mention.span.end - reading.passage.span.start
        start = mention.span.start - reading.passage.span.start
        target_id = candidate.place.feature_id
        # A meeting's name without "primary" or "talks" is that of who met, or where.
        is_short = target_id in self._meetings and surface not in self._forms[target_id]
        if is_short and not _is_event_next(end, reading):
            return False
        is_town = surface not in self._forms[target_id] and is_town_on_line(mention, candidate)
        if mention.text[0].isupper() and not (is_town or has_rival(mention, candidate)):
            return True
        around = fold(_MARKS.sub(" ", reading.text[max(0, start - _REACH) : end + _REACH]))
        forms = self._forms[target_id]
        is_whole = any(surface in form and _has_words(around, form) for form in forms)
        is_kind = _KIND_AFTER.match(reading.text, end) or _KIND_BEFORE.search(
            reading.text[max(0, start - _REACH) : start]
        )
        return is_whole or (is_kind is not None and _is_of_kind(is_kind[0], candidate, forms))

    def _is_area(self, index: int, mentions: Sequence[Mention], reading: PassageReading) -> bool:
        """Tell whether the passage says that a shared name is the area's."""
        start = mentions[index].span.start - reading.passage.span.start
        if _RULERS_IN.search(reading.text, max(0, start - _REACH), start):
            return False
        if says_area(mentions[index], reading):
            return True
        if len(mentions) <= _FEW and not AREA_NOUNS.isdisjoint(reading.vocabulary):
            shared = [mention for mention in mentions if self._may_be_area(mention)]
            if is_the_area(mentions[index], shared, reading):
                return True
        certain = [one for one in mentions if says_area(one, reading) or self._is_only_area(one)]
        is_city = is_metropolis(mentions[index])
        if (
            not is_city
            and len(certain) >= _AREAS
            and sum(map(self._may_be_area, mentions)) > len(mentions) / 2
        ):
            return True
        return any(
            other in certain for other in _list_around(index, mentions, reading)
        ) or self._is_parallel(index, mentions, reading)

    def _is_parallel(
        self, index: int, mentions: Sequence[Mention], reading: PassageReading
    ) -> bool:
        """Tell whether the list of a shared name stands beside one of areas, led alike.

        "In Kunar and Nangarhar, and also in Kunduz" names areas; "in Kunar and in the city of
        Kunduz", or "in Kunar and in Paris", need not.
        """
        if len(mentions) > _FEW:
            return False
        led: dict[int, str] = {}
        for position, mention in enumerate(mentions):
            start = mention.span.start - reading.passage.span.start
            before = reading.text[max(0, start - _REACH) : start]
            match = _LED.search(before)
            led[position] = match[1].lower() if match else ""
        own = led[self._head(index, mentions, reading)]
        alike = [position for position in led if own and led[position] == own]
        return (
            all(self._may_be_area(mentions[position]) for position in alike)
            and all(map(self._may_be_area, _list_around(index, mentions, reading)))
            and any(self._is_only_area(mentions[position]) for position in alike)
        )

    def _head(self, index: int, mentions: Sequence[Mention], reading: PassageReading) -> int:
        """Return the first of the list in which a mention stands."""
        first = index
        while first > 0:
            left = mentions[first - 1].span.end - reading.passage.span.start
            right = mentions[first].span.start - reading.passage.span.start
            if not LIST_SEPARATOR.fullmatch(reading.text[left:right]):
                break
            first -= 1
        return first

    def _may_be_area(self, mention: Mention) -> bool:
        return any(each.place.feature_id in self._areas for each in mention.candidates)

    def _is_only_area(self, mention: Mention) -> bool:
        areas = [each for each in mention.candidates if each.place.feature_id in self._areas]
        return bool(areas) and not has_rival(mention, areas[0])


def _is_event_next(end: int, reading: PassageReading) -> bool:
    """Tell whether the word after a name, or the one after that, tells of a meeting."""
    return any(
        event.span.start - end >= 0 and len(reading.text[end : event.span.start].split()) < _LEAST
        for event in reading.events
        if event.span.start - end < _REACH
    )


def _is_of_kind(said: str, candidate: Candidate, forms: frozenset[str]) -> bool:
    """Tell whether a target is of the kind that is said: an air detachment is no garrison."""
    noun = [word for word in words_in(said) if word not in _NO_KINDS][-1:]
    word = noun[0].removesuffix("s") if noun else ""
    words = words_in(candidate.place.kind).union(*map(words_in, forms))
    is_airborne = any(each.startswith("air") for each in words)
    return word in words or word in _ANY_BASE or (is_airborne and word in _AIRFIELDS)


def _has_words(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "


def _list_around(index: int, mentions: Sequence[Mention], reading: PassageReading) -> list[Mention]:
    """Return the other mentions of the list in which a mention stands."""
    around = []
    for step in (-1, 1):
        current = index
        while 0 <= current + step < len(mentions) and abs(current - index) < _FEW:
            first, second = sorted((current, current + step))
            left = mentions[first].span.end - reading.passage.span.start
            right = mentions[second].span.start - reading.passage.span.start
            if not LIST_SEPARATOR.fullmatch(reading.text[left:right]):
                break
            current += step
            around.append(mentions[current])
    return around
