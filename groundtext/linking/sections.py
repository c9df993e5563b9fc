"""Which line of a group is meant: by its state, its date, its course or its rank, or all of them.

A document that has spoken of a pipeline says "the Afghan section"; of a network, "a third branch,
through Kyrgyzstan"; of a railway with two routes, "the later one", "neither alignment".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext import edtf
from groundtext.dates.windows import Window
from groundtext.errors import DateError
from groundtext.gazetteer.names import fold
from groundtext.linking.branches import ORDINALS, Meant, are_counted, branches, shares
from groundtext.linking.found import Found
from groundtext.linking.vocabulary import NUMBER_WORDS
from groundtext.model import Span
from groundtext.words import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.lines import Line, LineGroup, Lines
    from groundtext.linking.reading import PassageReading

_RECENT: Final = 3  # passages
_SECTION_WORDS: Final = frozenset(
    ("section", "stretch", "segment", "leg", "portion", "part", "soil", "territory")
)
GATE_WORDS: Final = _SECTION_WORDS | {"side"}
_SECTION: Final = re.compile(
    rf"(?P<state>[A-Z]\w+)(?:[’']s)?\s+(?:\w+\s+)?(?P<noun>{alternation(_SECTION_WORDS)})\b"
)
# "Not an inch of Afghan soil" is none of a line.
_MEASURED_OUT: Final = re.compile(r"\b(?:inch|foot|acre|yard|mile|bit|piece)s?\s+of\s+$")
# "Without touching Afghan soil."
_AVOIDED: Final = re.compile(r"\b(?:without|never|not|avoid\w*|bypass\w*)\b[^,.;]{0,30}$")
_NO_SECTIONS: Final = frozenset(("soil", "territory", "part", "leg"))  # of a line, by themselves
# "the stretch across Afghanistan", "on the Afghan side nothing has been laid".
_SECTION_IN: Final = re.compile(
    rf"\b[Tt]he\s+(?:\w+\s+)?(?P<noun>{alternation(_SECTION_WORDS - _NO_SECTIONS)})"
    r"\s+(?:across|through|in|inside|within)\s+(?:the\s+)?(?P<state>[A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_SIDE: Final = re.compile(r"\b[Oo]n\s+the\s+(?P<state>[A-Z]\w+)\s+side\b(?!\s+of\b)")
# "work on the Afghan section": of a line, even where none has been named yet.
WORKS: Final = frozenset(
    (
        "work", "works", "construction", "laid", "laying", "lay", "built", "building", "build",
        "beginning", "start", "started", "inaugurated", "inauguration", "completed", "finished",
        "opened", "welded", "dug",
    )
)  # fmt: skip
_FIRM_SECTION: Final = re.compile(
    r"\b(?:the|its)\s+(?P<state>[A-Z]\w+)\s+(?:section|stretch|segment)\b"
    r"(?!\s+of\b(?!\s+(?:an?|the|this|that)\s+(?:\w+\s+)?(?:pipeline|railway|line)\b))"
)
_ITEM: Final = re.compile(r"\W*(?:[Ii]n\s+)?(?P<state>[A-Z]\w+(?:\s[A-Z]\w+)?)\s*[:–—]\s")
_MEASURED: Final = re.compile(
    r"\b\d[\d.,]*\s?(?:km|kilomet\w+|miles|mi)\b"
    r"|\b(?:section|stretch|spur|segment|right\s+of\s+way|pipe|pipeline|tracks?|rails?)\b"
)
_LENGTHS: Final = frozenset(("km", "kilometres", "kilometers", "miles"))
_BUILT_REACH: Final = 90  # code points from a state to the length that it builds
_BUILDS: Final = re.compile(
    r"(?!\s*[’'])[^.;:]*?\b(?:lays?|laid|builds?|built|starts?|begins?|began|welds?|welded|digs?|dug|finish(?:ed)?"
    r"|completed?|covers?|pays?\s+for|responsible\s+for)\b[^.;:]*?"
    r"\b(?:\d[\d.,]*|hundred|thousand)\s?(?:km|kilomet\w+|miles)\b"
)
_LINE_NOUN: Final = (
    r"(?:alignments?|routes?|lines?|branch(?:es)?|variants?|options?|railways?|corridors?|sections?"
    r"|pipelines?|lanes?|limbs?|arms?|legs?|roads?)"
)
_LINE_NOUNS: Final = re.compile(rf"\b{_LINE_NOUN}\b", re.IGNORECASE)
_ALL: Final = re.compile(
    r"\b(?:(?:all\s+(?:of\s+)?(?:the\s+|its\s+)?(?P<number>two|three|four|five|six))"
    r"|(?P<both>both|neither|either)(?:\s+of\s+the)?)\s+"
    rf"(?:(?P<noun>(?:\w+\s+)?{_LINE_NOUN})\b|(?P<verb>(?:have|had|are|were|carry|carried|run|ran)\b))",
    re.IGNORECASE,
)
_ALL_WORDS: Final = frozenset(("all", "both", "neither", "either"))
_RANKS: Final = {
    "earlier": 0, "older": 0, "original": 0, "previous": 0, "first": 0,
    "later": 1, "newer": 1, "alternative": 1, "rival": 1, "second": 1,
}  # fmt: skip
_RANKED: Final = re.compile(
    rf"\bthe\s+(?P<rank>{alternation(_RANKS.keys() - {'first', 'second'})})"
    rf"\s+(?:one|{_LINE_NOUN})\b",
    re.IGNORECASE,
)
_OF_THE_TWO: Final = re.compile(
    rf"\bof\s+the\s+two\b(?:\s+\w+)?,?\s+the\s+(?P<rank>{alternation(_RANKS)})\b", re.IGNORECASE
)
_VARIANT_WORDS: Final = frozenset(
    (
        "alternative", "variant", "version", "route", "alignment", "roadmap", "protocol", "line",
        "option", "rival",
    )
)  # fmt: skip
_SIDES: Final = {"northern": (1, 1), "southern": (1, -1), "eastern": (0, 1), "western": (0, -1)}
_SIDED: Final = re.compile(
    rf"\bthe\s+(?P<side>{alternation(_SIDES)})\s+{_LINE_NOUN}\b", re.IGNORECASE
)
_TWO: Final = 2
_APART_DEG: Final = 0.25  # of the middles of two lines that a side of the compass tells apart

# What a passage must hold one of, if it is no item of a list.
SECTION_WORDS: Final = frozenset(
    (
        *GATE_WORDS, *_LENGTHS, *_ALL_WORDS, *_RANKS, *_SIDES, *_VARIANT_WORDS, "branch", "limb",
        "arm", "spur", "trunk", "stem", "strand", "fork", "track", "third", "fourth", "last",
        "another", "other", "first", "share", "rest", "most", "half", "some", "more",
    )
)  # fmt: skip


def is_item(text: str) -> bool:
    """Tell whether a text begins as an item of a list does: "In Turkmenistan: 214 km"."""
    return _ITEM.match(text) is not None


class SectionRules:
    """Finds the line of a group, or the group, that words mean after the group was spoken of."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._groups = [group for group in lines.groups if len(group.lines) > 1]
        self._members = {group.id: group.leaves | {group.id} for group in self._groups}
        self._ids = frozenset(line.id for line in lines.all).union(g.id for g in lines.groups)

    def may_be_told(self, text: str, words: frozenset[str]) -> bool:
        """Tell whether a passage may mean any: by its words, or as an item of a list."""
        return bool(self._groups) and (not SECTION_WORDS.isdisjoint(words) or is_item(text))

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[Found]) -> list[Found]:
        """Return the lines or groups; `named` is what the passage names."""
        if not self.may_be_told(reading.text, reading.vocabulary):
            return []
        ids = {one.target_id for one in named}
        spoken = {*thread.seen, *ids}
        recent = ids.union(*({one.target_id for one in each} for each in thread.history[:_RECENT]))
        meant = list(self._sections(reading, spoken))
        is_counted = not ORDINALS.isdisjoint(reading.vocabulary) and are_counted(thread)
        for group in self._groups:
            members = self._members[group.id]
            if members.isdisjoint(spoken):
                continue
            if members & recent and group.has_sections:
                meant += _built_by(group, reading)
            if members & recent:
                meant += branches(group, reading, is_counted=is_counted)
                meant += shares(group, reading)
            if group.has_variants:
                meant += _variants(group, reading, is_recent=bool(members & recent))
        meant += self._numbered(reading, spoken, recent)
        return [
            Found(one.target_id, 0.65, one.reason, "route-section", (one.words,)) for one in meant
        ]

    def _sections(self, reading: PassageReading, spoken: set[str]) -> Iterator[Meant]:
        """Yield the sections by the state they lie in."""
        if not GATE_WORDS.isdisjoint(reading.vocabulary):
            for match in (
                *_SECTION.finditer(reading.text),
                *_SECTION_IN.finditer(reading.text),
                *(_SIDE.finditer(reading.text) if WORKS & reading.vocabulary else ()),
            ):
                before = reading.text[: match.start()]
                if _MEASURED_OUT.search(before) or _AVOIDED.search(before):
                    continue
                for group in self._groups:
                    if spoken.isdisjoint(self._members[group.id]):
                        continue
                    yield from _in_state(group, Span(*match.span()), reading)
            yield from self._worked_on(reading, spoken)
        item = _ITEM.match(reading.text)
        if item and _MEASURED.search(reading.text, item.end()):
            span = Span(*item.span("state"))
            groups = [g for g in self._groups if g.has_sections and _is_in(g, spoken)]
            found = [one for group in groups for one in _in_state(group, span, reading)]
            if len(found) == 1:
                yield from found

    def _worked_on(self, reading: PassageReading, spoken: set[str]) -> Iterator[Meant]:
        """Yield a section that is built, of the only line with one there, before any is named."""
        if WORKS.isdisjoint(reading.vocabulary) or not spoken.isdisjoint(self._ids):
            return
        for match in _FIRM_SECTION.finditer(reading.text):
            span = Span(*match.span())
            groups = [group for group in self._groups if group.has_sections]
            found = [one for group in groups for one in _in_state(group, span, reading)]
            if len(found) == 1:
                yield from found

    def _numbered(
        self, reading: PassageReading, spoken: set[str], recent: set[str]
    ) -> Iterator[Meant]:
        """Yield the group of which "all three branches" or "neither alignment" are the lines."""
        if _ALL_WORDS.isdisjoint(reading.vocabulary):
            return
        for match in _ALL.finditer(reading.text):
            number = int(NUMBER_WORDS[match["number"].lower()]) if match["number"] else _TWO
            groups = [group for group in self._groups if len(group.lines) == number]
            near = [group for group in groups if _is_in(group, recent)]
            if match["verb"]:
                # "Both have …" may be two states or persons.
                near = [g for g in near if number > _TWO or len(g.leaves & recent) == number]
            elif not near:
                near = [group for group in groups if _is_in(group, spoken)]
            if len(near) == 1:
                span = Span(*match.span())
                reason = f"‘{reading.words(span)}’, the number of its lines: {near[0].name}"
                yield Meant(near[0].id, span, reason)


def _is_in(group: LineGroup, ids: set[str]) -> bool:
    return group.id in ids or not group.leaves.isdisjoint(ids)


def _built_by(group: LineGroup, reading: PassageReading) -> Iterator[Meant]:
    """Yield the sections of states that build so many kilometres: "Peru would lay some 90 km"."""
    if _LENGTHS.isdisjoint(reading.vocabulary):
        return
    states = [name for name in reading.names if name.actors]
    ends = [*(name.span.start for name in states[1:]), len(reading.text)]
    for name, following in zip(states, ends, strict=False):
        end = min(following, name.span.end + _BUILT_REACH)
        if _BUILDS.match(reading.text, name.span.end, end):
            yield from _in_state(group, name.span, reading)


def _in_state(group: LineGroup, span: Span, reading: PassageReading) -> Iterator[Meant]:
    """Yield the only line of a group that lies in the state named in a span."""
    states = {actor for name in reading.names if name.span.overlaps(span) for actor in name.actors}
    words = fold(reading.words(span))
    meant = [
        line
        for line in group.lines
        if line.country in states or any(fold(a).startswith(words) for a in line.shape.aliases)
    ]
    if len(meant) == 1:
        reason = f"‘{reading.words(span)}’ of {group.name}: {meant[0].name}"
        yield Meant(meant[0].id, span, reason)


def _variants(group: LineGroup, reading: PassageReading, *, is_recent: bool) -> Iterator[Meant]:
    """Yield one of the lines that join the same states: by rank, by side or by its month."""
    lines = sorted(group.lines, key=lambda line: line.shape.valid_from)
    if len(lines) == _TWO:
        yield from _sided(lines, reading)
        yield from _ranked(lines, reading) if is_recent else ()
    if is_recent and not _VARIANT_WORDS.isdisjoint(reading.vocabulary):
        yield from _begun(lines, reading)


def _ranked(lines: Sequence[Line], reading: PassageReading) -> Iterator[Meant]:
    if _RANKS.keys().isdisjoint(reading.vocabulary):
        return
    for match in (*_RANKED.finditer(reading.text), *_OF_THE_TWO.finditer(reading.text)):
        line = lines[_RANKS[match["rank"].lower()]]
        yield _one(line, Span(*match.span()), f"begun {line.shape.valid_from}", reading)


def _sided(lines: Sequence[Line], reading: PassageReading) -> Iterator[Meant]:
    if _SIDES.keys().isdisjoint(reading.vocabulary):
        return
    for match in _SIDED.finditer(reading.text):
        axis, sign = _SIDES[match["side"].lower()]
        other, meant = sorted(lines, key=lambda line: sign * _middle(line)[axis])
        if abs(_middle(meant)[axis] - _middle(other)[axis]) >= _APART_DEG:
            yield _one(meant, Span(*match.span()), "by their middles", reading)


def _begun(lines: Sequence[Line], reading: PassageReading) -> Iterator[Meant]:
    for expression in reading.dates:
        if expression.mode != "at" or expression.grain not in ("day", "month"):
            continue
        begun = [line for line in lines if _starts_in(line, expression.windows)]
        if len(begun) == 1:
            words = f"begun {begun[0].shape.valid_from}"
            yield _one(begun[0], expression.span, words, reading)


def _one(line: Line, span: Span, words: str, reading: PassageReading) -> Meant:
    return Meant(line.id, span, f"‘{reading.words(span)}’ of two lines, {words}: {line.name}")


def _middle(line: Line) -> tuple[float, float]:
    centre = line.shape.geometry.centroid
    return centre.x, centre.y


def _starts_in(line: Line, windows: Sequence[Window]) -> bool:
    try:
        start = Window(*edtf.bounds(line.shape.valid_from))
    except DateError:
        return False
    return any(map(start.overlaps, windows))
