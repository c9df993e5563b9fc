"""Headings that name what the passages under them are about: "Summit ends without a text".

What a heading says is told in full below it, so it is read last: of what its first sentences
support, it means the one meeting that it calls a summit, or held at the place that it opens with,
and the one feature that it calls a canal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.gazetteer.names import fold
from groundtext.linking.found import FAMILIES, Found, best_per_target
from groundtext.linking.reading import read_passage
from groundtext.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundtext.linking.profiles import MeetingProfile
    from groundtext.linking.reading import Name, PassageReading
    from groundtext.linking.returning import ReturnRules
    from groundtext.model import Document, EvidenceLink, Mention, Passage

_FIRST: Final = 3  # passages of text under a heading that say what it is about
_SCORE: Final = 0.55
_MEETING: Final = frozenset(("gathering", "talks", "agreement"))
_ANY: Final = re.compile(r"\b(?:any|no)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_NOUN: Final = re.compile(
    r"\b(?:(?P<what>gas|oil|supply|rail)\s+)?(?P<noun>[a-z]+)\b", re.IGNORECASE
)
# "Who talks to whom" is told of nobody's talks.
_TALKS: Final = re.compile(r"talks\s+to\b", re.IGNORECASE)
_OPENS: Final = re.compile(r"\s*[:—–]")


class Read(NamedTuple):
    """A passage with what it supports."""

    passage: Passage
    mentions: Sequence[Mention]
    links: Sequence[EvidenceLink]


class HeadingRules:
    """Finds what a heading means by what is told under it."""

    def __init__(
        self,
        profiles: Mapping[str, MeetingProfile],
        returns: ReturnRules,
        names: Mapping[str, str],
        nouns: frozenset[str],
    ) -> None:
        self._profiles = profiles
        self._returns = returns
        self._names = names
        self._nouns = nouns

    def find(
        self, document: Document, read: Sequence[Read]
    ) -> Iterator[tuple[PassageReading, Found]]:
        """Yield what each heading supports besides what was found in it; `read` is in order."""
        for number, (passage, mentions, links) in enumerate(read):
            if passage.role is not Role.HEADING:
                continue
            below = [{link.target_id for link in each.links} for each in _below(read, number)]
            if not any(below):
                continue
            own = {link.target_id for link in links}
            reading = read_passage(document, passage, mentions, None, self._nouns)
            found = [] if own & self._profiles.keys() else self._meeting(reading, below)
            found += [*self._called(reading, below, own), *self._opened(reading, mentions, below)]
            for one in best_per_target(found):
                if one.target_id not in own:
                    yield reading, one

    def _meeting(self, reading: PassageReading, below: Sequence[set[str]]) -> list[Found]:
        """Return the meeting below that a heading speaks of, if it is the only one."""
        met = set().union(*below) & self._profiles.keys()
        if len(met) != 1:
            return []
        profile = self._profiles[met.pop()]
        if any(self._is_elsewhere(name, profile) for name in reading.names):
            return []
        for event in reading.events:
            is_verb = _TALKS.match(reading.text, event.span.start) is not None
            if event.family in _MEETING and not (event.is_group or event.is_new or is_verb):
                return [_found(profile.id, profile.name, event.span, reading)]
        for name in reading.names:
            is_there = name.position is not None and profile.is_at(name.position)
            if is_there and (name.governor in ("in", "at") or _opens(name.span, reading)):
                return [_found(profile.id, profile.name, name.span, reading)]
        return []

    def _opened(
        self, reading: PassageReading, mentions: Sequence[Mention], below: Sequence[set[str]]
    ) -> Iterator[Found]:
        """Yield the feature below whose name begins as the heading does: "Aswan: a dam ages"."""
        for mention in mentions[:1]:
            span = Span(0, len(mention.text))
            if mention.span.start > reading.passage.span.start or not _opens(span, reading):
                return
            ids = set().union(*below)
            so_named = [each for each in sorted(ids) if self._begins(each, mention.text)]
            if len(so_named) == 1:
                yield _found(so_named[0], self._names[so_named[0]], span, reading)

    def _begins(self, target_id: str, name: str) -> bool:
        return fold(self._names[target_id]).startswith(f"{fold(name)} ")

    def _is_elsewhere(self, name: Name, profile: MeetingProfile) -> bool:
        is_place = name.form == "settlement" and name.governor in ("in", "at")
        return is_place and name.position is not None and not profile.is_at(name.position)

    def _called(
        self, reading: PassageReading, below: Sequence[set[str]], own: set[str]
    ) -> Iterator[Found]:
        """Yield the feature below that a heading calls by what it is: "the canal"."""
        for match in _NOUN.finditer(reading.text):
            noun, what = match["noun"].lower(), (match["what"] or "").lower()
            if _ANY.search(reading.text, 0, match.start()):
                continue  # "is there any base left?"
            if self._returns.called(noun, what, own):
                continue  # the heading names it
            for ids in below:
                target_id, name = self._returns.the_one(noun, what, ids)
                if target_id:
                    yield _found(target_id, name, Span(*match.span()), reading)
                if self._returns.called(noun, what, ids):
                    break


def _opens(span: Span, reading: PassageReading) -> bool:
    """Tell whether a heading is about the place that it opens with: "Doha: no progress"."""
    return not span.start and _OPENS.match(reading.text, span.end) is not None


def _below(read: Sequence[Read], number: int) -> list[Read]:
    """Return the first passages of text under a heading; a title may have headings under it."""
    below: list[Read] = []
    for each in read[number + 1 :]:
        if each.passage.role is Role.HEADING:
            if below:
                break
        else:
            below.append(each)
        if len(below) == _FIRST:
            break
    return below


def _found(target_id: str, name: str, span: Span, reading: PassageReading) -> Found:
    return Found(
        target_id=target_id,
        score=_SCORE,
        reason=f"‘{reading.words(span)}’ heads what is told of {name}",
        method="heading",
        matches=(span,),
        families=FAMILIES,
    )
