"""What the layers say of each meeting, in the terms in which a passage can describe it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from groundtext import edtf
from groundtext.dates.expressions import DateExpression, find_dates
from groundtext.dates.windows import MONTHS, WEEKDAYS, Window, reference
from groundtext.errors import DateError
from groundtext.geodesy import is_within_m
from groundtext.linking.actors import actors_in, find_actors, state_code
from groundtext.linking.found import FAMILIES
from groundtext.linking.vocabulary import AGREEMENT_WORDS, COMMON_WORDS, NUMBER_WORDS
from groundtext.model import Collection, Feature, LonLat, Precision

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# A venue belongs to the settlement whose point lies this near; large cities are that wide.
_SETTLEMENT_M: Final = 30_000
_WIDEST_SETTLEMENT_M: Final = 60_000
_SITE_M: Final = 500
_WIDE: Final = frozenset((Precision.COUNTRY, Precision.PROVINCE))
# Meetings that did not take place as planned are announced for other days as well.
_MOVABLE: Final = frozenset(("postponed", "cancelled", "planned", "announced"))
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST_WORD: Final = 3
_LONG: Final = timedelta(days=60)
_NOT_TELLING: Final = COMMON_WORDS | {*MONTHS, *WEEKDAYS}
# The layers' own scripts keep a source's title in the note, where the name is another.
_TITLE: Final = re.compile(r"\btitle “(?P<title>[^”]+)”")


@dataclass(frozen=True, slots=True)
class MeetingProfile:
    """A meeting as a description can identify it."""

    id: str
    name: str
    position: LonLat
    reach_m: float  # how far from its point a settlement may lie that is its venue
    country: str
    window: Window | None
    also_announced: tuple[Window, ...]  # other days for which it was once announced
    participants: frozenset[str]
    persons: frozenset[str]  # lower case
    words: frozenset[str]  # telling words of its name, lower case, numbers as digits
    is_agreement: bool
    wording: frozenset[str]  # all words of its name and other names, lower case
    called: frozenset[str]  # its other names, lower case
    venue: str  # as the layer words it, "" if it does not

    def fits(self, expression: DateExpression) -> Window | None:
        """Return the window of the expression in which the meeting was, if there is one."""
        if self.window is None:
            return None
        own, *announced = self.window, *self.also_announced
        if expression.mode == "since":
            own = Window(own.first, own.first)
        for window in expression.windows:
            if window.overlaps(own) or any(window.overlaps(each) for each in announced):
                return window
        return None

    def begins_on(self, expression: DateExpression) -> bool:
        """Tell whether a date is the day of its beginning."""
        first = self.window.first if self.window else None
        return expression.grain == "day" and expression.windows == ((first, first),)

    def is_near(self, published: Window | None, within: timedelta) -> bool:
        """Tell whether it was going on about the time of publication."""
        if published is None or self.window is None:
            return False
        return self.window.days_from(published) <= within.days

    def is_over(self, published: Window | None) -> bool:
        """Tell whether it had begun when a document was published, for all that is known."""
        if published is None or self.window is None:
            return True
        return self.window.first <= published.last

    @property
    def families(self) -> frozenset[str]:
        """What later words may call it, where the passage had no event word for it."""
        return FAMILIES | {"agreement"} if self.is_agreement else FAMILIES

    @property
    def is_long(self) -> bool:
        """Whether it went on so long that a date alone does not tell it from other meetings."""
        return self.window is not None and self.window.last - self.window.first > _LONG

    def is_on(self, position: LonLat, within_m: float = _SITE_M) -> bool:
        """Tell whether a building, square or base at this position is its venue."""
        return is_within_m(self.position, position, within_m)

    def is_at(self, position: LonLat) -> bool:
        """Tell whether a settlement at this position is its venue."""
        return is_within_m(self.position, position, self.reach_m)


@dataclass(frozen=True, slots=True)
class MeetingGroup:
    """A collection whose members are meetings only."""

    id: str
    name: str
    members: tuple[MeetingProfile, ...]  # in order of time

    @property
    def participants(self) -> frozenset[str]:
        """Who took part in every meeting, as far as their names say."""
        return frozenset.intersection(*(member.participants for member in self.members))

    @property
    def countries(self) -> frozenset[str]:
        """Where the meetings were."""
        return frozenset(member.country for member in self.members)


def profile_meeting(feature: Feature) -> MeetingProfile:
    """Return the profile of a meeting's feature."""
    wordings = [_without_dates(wording) for wording in _wordings(feature)]
    wording = "; ".join(wordings)
    rest = [_without_actors(part) for part in wordings]
    point = feature.geometry.representative_point()
    window = _window(feature)
    is_wide = feature.precision in _WIDE
    words = {word for part in rest for word in telling_words(part)}
    venue = {word.lower() for word in _WORD.findall(feature.properties.get("venue", ""))}
    return MeetingProfile(
        id=feature.id,
        name=feature.name,
        position=LonLat(point.x, point.y),
        reach_m=0.0
        if is_wide
        else min(_SETTLEMENT_M + feature.uncertainty_m, _WIDEST_SETTLEMENT_M),
        country=state_code(feature.country),
        window=window,
        also_announced=_announced(feature, window),
        participants=actors_in(wording, codes=True),
        persons=frozenset(_persons(rest)) - venue,
        words=frozenset(words) - venue,
        venue=feature.properties.get("venue", ""),
        called=frozenset(alias.lower() for alias in feature.aliases),
        wording=frozenset(_WORD.findall(wording.lower())),
        is_agreement=bool(AGREEMENT_WORDS.intersection(_WORD.findall(wording.lower()))),
    )


def group_meetings(
    collections: Sequence[Collection], profiles: Mapping[str, MeetingProfile]
) -> tuple[MeetingGroup, ...]:
    """Return the collections that hold meetings only, smallest first."""
    by_id = {collection.id: collection for collection in collections}
    groups = []
    for collection in collections:
        leaves = leaves_of(collection.id, by_id)
        if leaves and all(leaf in profiles for leaf in leaves):
            members = sorted((profiles[leaf] for leaf in leaves), key=_start)
            groups.append(MeetingGroup(collection.id, collection.name, tuple(members)))
    return tuple(sorted(groups, key=lambda group: (len(group.members), group.id)))


def leaves_of(target_id: str, collections: Mapping[str, Collection]) -> frozenset[str]:
    """Return the features below a target, itself if it is one; circles are walked once."""
    leaves, seen, waiting = set(), set(), [target_id]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        if current in collections:
            waiting.extend(collections[current].members)
        else:
            leaves.add(current)
    return frozenset(leaves)


@lru_cache(maxsize=256)  # every claim of a passage asks for the words of the passage
def telling_words(text: str) -> frozenset[str]:
    """Return the words of a text that can tell one meeting from another, numbers as digits."""
    words: set[str] = set()
    for word in _WORD.findall(text.lower()):
        number = NUMBER_WORDS.get(word)
        if number:
            words.update((number, word))
        elif word.isdigit():
            # Longer numbers are years.
            words.update({word} if len(word) < _SHORTEST_WORD else ())
        elif len(word) >= _SHORTEST_WORD and word not in _NOT_TELLING:
            words.add(word)
    return frozenset(words)


def _wordings(feature: Feature) -> list[str]:
    """Return what the layer says of the meeting: its names, its source's title, who came."""
    title = _TITLE.search(feature.note)
    participants = feature.properties.get("participants", "")
    texts = (feature.name, *feature.aliases, title["title"] if title else "", participants)
    return [text for text in texts if text]


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text, None)):
        text = text[: found.span.start] + text[found.span.end :]
    return text


def _without_actors(text: str) -> str:
    for found in reversed(find_actors(text)):
        text = f"{text[: found.span.start]} {text[found.span.end :]}"
    return text


def _persons(wordings: Sequence[str]) -> set[str]:
    """Return the proper names in the wordings; a first word is capitalised anyhow."""
    return {
        word.lower()
        for wording in wordings
        for position, word in enumerate(_WORD.findall(wording))
        if position
        and word[0].isupper()
        and not word.isupper()
        and word.lower() in telling_words(word)
    }


def _window(feature: Feature) -> Window | None:
    """Return the days from the start to the end; a meeting without an end is one date."""
    try:
        starts = edtf.bounds(feature.valid_from)
        ends = edtf.bounds(feature.valid_to) if feature.valid_to else starts
    except DateError:
        return None
    return Window(starts[0], max(ends[1], starts[0]))


def _announced(feature: Feature, window: Window | None) -> tuple[Window, ...]:
    around = reference(window) if window else None
    if feature.status not in _MOVABLE or around is None:
        return ()
    days = find_dates(feature.note, around)
    return tuple(day.windows[0] for day in days if len(day.windows) == 1 and day.mode != "bound")


def _start(profile: MeetingProfile) -> tuple[str, str]:
    return (profile.window.first.isoformat() if profile.window else "", profile.id)
