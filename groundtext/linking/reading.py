"""A passage as the linking rules see it: its names with their roles, its dates, its event words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.dates.expressions import DateExpression, are_told, find_dates, may_hold_dates
from groundtext.dates.meaning import OWNING
from groundtext.dates.windows import Window
from groundtext.linking.actors import ActorName, find_actors, may_name_actors
from groundtext.linking.earlier import NOTHING, Told, known_after
from groundtext.linking.name_lists import name_lists
from groundtext.linking.vocabulary import (
    SPEECH_BEFORE_DATE,
    EventWord,
    find_events,
    governor_in,
    is_negated,
)
from groundtext.model import Document, LonLat, Mention, Passage, Place, Reading, Rejected, Span
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.dates.meaning import Known


# How far back a preposition or a negation is looked for, in code points.
_REACH: Final = 70
LIST_LENGTH: Final = 3  # names that make a list of participants
_SPOTS: Final = frozenset(("settlement", "venue", "seat"))  # kinds of places where people meet
_SMALL_TOWN: Final = 50_000  # inhabitants
_YEAR: Final = re.compile(r"(?<![\d,.])(?:19|20)\d{2}(?![\d,])")
# A date with its year, or counted from the publication, is of no other year that was told.
_FIXED: Final = re.compile(rf"{_YEAR.pattern}|\b(?:last|next|this|past)\s", re.IGNORECASE)
THERE_WORDS: Final = frozenset(("there", "city", "town", "capital", "place"))
_THAT_PLACE: Final = re.compile(
    r"\b(?:(?:in|at)|(?:met|sat\s+down|gathered|conferred|talks|meetings?|held|rounds?|signed"
    r"|together|team|base|garrison|troops|soldiers|airfield|runway|detachment|contingent"
    r"|regiment|brigade|hospital))\s+"
    r"(?P<place>(?:the\s+same|that)\s+(?:city|town|capital|place)|there)\b",
    re.IGNORECASE,
)
_SOIL_AFTER: Final = re.compile(
    r"\s+(?:soil|bank|shore|territory|side\s+of\s+the\s+(?:border|river|frontier))\b"
)
_CAPITAL_AFTER: Final = re.compile(r"\s+capital\b(?!\s+[A-Z])")


class Name(NamedTuple):
    """A name in a passage, with what it stands for there; the span counts from the passage."""

    span: Span
    text: str
    form: str  # state | demonym | region | organisation | settlement | government
    actors: tuple[str, ...]
    governor: str = ""  # the preposition that makes it a place: in, to, from, through, …
    is_negated: bool = False
    position: LonLat | None = None
    is_literal: bool = False
    is_small: bool = False  # a venue or a town so small that little else happens there


@dataclass(slots=True)
class PassageReading:
    """What a passage says, as far as the rules need it. All spans count from the passage.

    Roles of names, dates and event words are looked for when a rule first asks for them: few
    passages need them.
    """

    passage: Passage
    text: str
    bare_names: tuple[Name, ...]  # as they stand, without the prepositions before them
    vocabulary: frozenset[str]  # every word of it, in lower case
    published: Window | None  # when the document was
    told: Told  # what the passages before told of dates
    event_nouns: frozenset[str]  # the manifest's
    sites: tuple[Name, ...] = ()  # features of the layers where something may have been held
    there: Name | None = None  # the place named before it, where it says "there"
    rejected: list[Rejected] | None = None  # filled for who asks why
    _names: tuple[Name, ...] | None = field(default=None, init=False, repr=False)
    _dates: tuple[DateExpression, ...] | None = field(default=None, init=False, repr=False)
    _known: Known | None = field(default=None, init=False, repr=False)
    _events: tuple[EventWord, ...] | None = field(default=None, init=False, repr=False)

    @property
    def named(self) -> tuple[Name, ...]:
        """The names without their roles; what "there" stands for comes last."""
        return (*self.bare_names, self.there) if self.there else self.bare_names

    @property
    def names(self) -> tuple[Name, ...]:
        """The names in order, each with the preposition that governs it."""
        if self._names is None:
            names = _with_roles(self.text, self.bare_names)
            there = (self.there,) if self.there else ()
            self._names = tuple(sorted((*names, *there), key=_start)) if there else names
        return self._names

    @property
    def dates(self) -> tuple[DateExpression, ...]:
        """The dates that something may have happened on, not those on which it was said."""
        if self._dates is None:
            self._dates = tuple([each for each in _dates(self) if not _is_of_speech(each, self)])
        return self._dates

    @property
    def known(self) -> Known:
        """What is known of dates where the passage begins."""
        if self._known is None:
            told = self.told.passages
            self._known = known_after(told, self.passage.paragraph, self.published)
        return self._known

    @property
    def events(self) -> tuple[EventWord, ...]:
        """The words that tell of meetings."""
        if self._events is None:
            self._events = find_events(self.text, self.event_nouns, self.vocabulary)
        return self._events

    def reject(self, span: Span, about: str, reason: str, target_id: str) -> None:
        """Keep, for who asks why, what was considered under a span and not taken."""
        if self.rejected is not None:
            self.rejected.append(Rejected(self.absolute(span), about, reason, "linking", target_id))

    def actors(self) -> frozenset[str]:
        """Return every actor that is named."""
        return frozenset([actor for name in self.named for actor in name.actors])

    def words(self, span: Span) -> str:
        """Return the text under a span on one line, to quote it in a reason."""
        return " ".join(self.text[span.start : span.end].split())

    def absolute(self, span: Span) -> Span:
        """Return the span in the document."""
        start = self.passage.span.start
        return Span(span.start + start, span.end + start)


def read_passage(
    document: Document,
    passage: Passage,
    mentions: Sequence[Mention],
    published: Window | None,
    nouns: frozenset[str],
    told: Told = NOTHING,
) -> PassageReading:
    """Read one passage; `mentions` are those inside it, `nouns` the manifest's event nouns.

    `told` is what the passages before told of dates: a day without a year may be one of the year
    named last as well as of the time of publication, and "a week later" counts from a date.

    What is longer than any sentence (a table, a file without full stops) is cut into `pieces`
    first: joining everything in it with everything else would take long and mean nothing.
    """
    text = document.quote(passage.span)
    vocabulary = words_in(text)
    names = tuple(_names(text, passage, mentions, vocabulary))
    sites = tuple(_sites(passage, mentions, nouns))
    return PassageReading(passage, text, names, vocabulary, published, told, nouns, sites)


def last_year(text: str) -> int:
    """Return the year that a text names last, 0 if it names none."""
    years = _YEAR.findall(text) if "19" in text or "20" in text else ()
    return int(years[-1]) if years else 0


def _start(name: Name) -> Span:
    return name.span


def _is_of_speech(date_said: DateExpression, reading: PassageReading) -> bool:
    """Tell whether a date is when something was said, and not "at last April's summit"."""
    text, (start, end) = reading.text, date_said.span
    return not text.startswith(OWNING, end) and bool(
        SPEECH_BEFORE_DATE.search(text[max(0, start - _REACH) : start])
    )


def _dates(reading: PassageReading) -> Sequence[DateExpression]:
    text, published, year = reading.text, reading.published, reading.told.year
    if not may_hold_dates(text):
        return ()
    found = find_dates(text, published)
    if are_told(text, found):
        return found
    found = find_dates(text, published, known=reading.known)
    if not year or not found:
        return found
    told = Window(date(year, 1, 1), date(year, 12, 31))
    of_year = {each.span: each.windows for each in find_dates(text, told)}
    return [
        each._replace(windows=tuple(sorted({*each.windows, *of_year.get(each.span, ())})))
        if each.grain in ("day", "month")
        and not _FIXED.search(text[each.span.start : each.span.end])
        else each
        for each in found
    ]


def last_settlement(reading: PassageReading) -> Name | None:
    """Return the settlement that a passage names last as a place, if it names one."""
    places = [name for name in reading.named if name.form == "settlement" and name.position]
    return max(places, key=_start) if places else None


def says_there(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text says "in that city" or "there"; `words` are its words."""
    return not THERE_WORDS.isdisjoint(words) and _THAT_PLACE.search(text) is not None


def with_place(reading: PassageReading, place: Name | None) -> PassageReading:
    """Return the reading with "in that city" and "there" standing for the place named before."""
    if THERE_WORDS.isdisjoint(reading.vocabulary):
        return reading
    match = _THAT_PLACE.search(reading.text)
    if match is None:
        return reading
    named = [name for name in reading.bare_names if name.position]
    before = [name for name in named if name.span.end < match.start()]
    if before or last_settlement(reading):
        # "Nor would Geneva: nobody met there" means the one city that the sentence names.
        cities = {name.position for name in named}
        place = before[-1] if before and len(cities) == 1 else None
    if place is None:
        return reading
    span = Span(*match.span("place"))
    there = place._replace(
        span=span, text=match["place"], form="settlement", governor="in", is_negated=False
    )
    return replace(reading, there=there)


def gap(one: Span, other: Span) -> int:
    """Return the code points between two spans, 0 where they touch or overlap."""
    return max(one.start - other.end, other.start - one.end, 0)


def _names(
    text: str, passage: Passage, mentions: Sequence[Mention], vocabulary: frozenset[str]
) -> list[Name]:
    """Return the names in order: settlements from the mentions, actors from the lexicon."""
    taken: list[Span] = []
    names: list[Name] = []
    for mention in mentions:
        span = Span(mention.span.start - passage.span.start, mention.span.end - passage.span.start)
        if mention.reading is Reading.ORGANISATION:
            taken.append(span)
        elif place := _spot(mention):
            taken.append(span)
            names.append(_settlement(mention, span, place))
    names += [
        _actor(found, text)
        for found in (find_actors(text) if may_name_actors(vocabulary) else ())
        if not any(found.span.overlaps(span) for span in taken)
    ]
    return sorted(names, key=_start)


def _sites(passage: Passage, mentions: Sequence[Mention], nouns: frozenset[str]) -> Iterator[Name]:
    """Yield the mentioned features that have a point: a stadium, a base, a hall; no meeting."""
    for mention in mentions:
        place = mention.place
        if mention.reading is not Reading.LITERAL or place is None or not place.feature_id:
            continue
        if place.position and place.kind.rpartition(" ")[2] not in nouns:
            start = mention.span.start - passage.span.start
            span = Span(start, start + len(mention.text))
            yield Name(span, mention.text, "site", (), position=place.position, is_small=True)


def _spot(mention: Mention) -> Place | None:
    """Return the settlement or the like that is meant, behind features that share its name."""
    if mention.kind != "place":
        return None
    for candidate in mention.candidates:
        place = candidate.place
        if not place.feature_id:
            return place if place.kind in _SPOTS and place.position else None
    return None


def _settlement(mention: Mention, span: Span, place: Place) -> Name:
    is_literal = mention.reading is Reading.LITERAL or place.kind == "venue"
    return Name(
        span=span,
        text=mention.text,
        form="settlement" if is_literal else "government",
        # A city or hall in itself acts for nobody; a city read as an actor is its government.
        actors=(place.country,) if place.country and not is_literal else (),
        position=place.position,
        is_literal=is_literal,
        is_small=place.kind != "settlement" or 0 < place.population < _SMALL_TOWN,
    )


def _actor(found: ActorName, text: str) -> Name:
    name = Name(found.span, found.text, found.form, found.actors)
    capital = _CAPITAL_AFTER.match(text, found.span.end)
    if found.form == "demonym" and capital:
        # "the Russian capital" is a place as exact as its name.
        span = Span(found.span.start, capital.end())
        return name._replace(span=span, text=text[span.start : span.end], form="capital")
    return name._replace(form="state") if _is_soil(name, text) else name


def _is_soil(name: Name, text: str) -> bool:
    """Tell whether "on Uzbek soil", "the Uzbek bank of the river" is in that state."""
    return name.form in ("demonym", "state") and bool(_SOIL_AFTER.match(text, name.span.end))


def _with_roles(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Add to each name the preposition that governs it; names in a list share one."""
    read: list[Name] = []
    for run in name_lists(text, names):
        shared = ""
        for name in run:
            before = text[max(0, name.span.start - _REACH) : name.span.start].lower()
            shared = "in" if _is_soil(name, text) else governor_in(before) or shared
            read.append(name._replace(governor=shared, is_negated=is_negated(before)))
    return tuple(read)
