"""Document → mentions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold
from groundtext.mentions import nouns
from groundtext.mentions.containment import container_index
from groundtext.mentions.line import Line
from groundtext.mentions.plausibility import Occurrence, weigh
from groundtext.mentions.reading import read
from groundtext.mentions.recognition import find_names, with_words
from groundtext.mentions.resolution import resolve_all
from groundtext.mentions.sentence import Sentence
from groundtext.mentions.suspicious import has_invisible_signs, is_hidden_in
from groundtext.mentions.usage import Read, Standing
from groundtext.model import Mention, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.gazetteer import Gazetteer
    from groundtext.mentions.plausibility import Weighed
    from groundtext.model import Candidate, Document, Passage

_STANDINGS: Final = {
    "country": Standing.STATE,
    "former-country": Standing.STATE,
    "seat": Standing.PALACE,
    "region": Standing.AREA,
    "collective": Standing.AREA,
    "province": Standing.AREA,
}
_CONTAINS: Final = "the place itself: says where the place before it lies"
# Words for states in the names of groups of them, which act as a state does.
_STATES: Final = frozenset(
    {"states", "republics", "countries", "nations", "powers", "monarchies", "west"}
)


class _Lines(dict[Sentence, Line]):
    """The lines of the sentences that need one, each made once."""

    def __missing__(self, sentence: Sentence) -> Line:
        line = self[sentence] = Line(sentence)
        return line


def find_mentions(
    document: Document, passages: Sequence[Passage], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return every mention of a place in the passages, in order and disjoint.

    Mentions in boilerplate are mentions, too; what they are worth is for others to say. A
    possessive ending is not part of a mention.
    """
    found = occurrences(document, passages, gazetteer)
    kept = [each for each in weigh(found, gazetteer) if each.is_place]
    containers = _containers(kept)
    lines = _Lines()
    mentions = [
        _mention(document, each.occurrence, candidates, lines)
        for each, candidates in zip(kept, resolve_all(kept), strict=True)
    ]
    return tuple(
        replace(mention, reading=Reading.LITERAL, reason=_CONTAINS)
        if mention.span.start in containers
        else mention
        for mention in mentions
    )


def occurrences(
    document: Document, passages: Sequence[Passage], gazetteer: Gazetteer
) -> list[Occurrence]:
    """Return every name in the passages that the gazetteer knows, a place's or not, in order."""
    text, may_hide = document.text, has_invisible_signs(document.text)
    found = []
    for passage in passages:
        names = list(find_names(text, passage.span, gazetteer))
        if names:  # the words of a passage without any are not needed
            sentence = Sentence(text, passage)
            found += [
                Occurrence(sentence, name)
                for name in with_words(sentence, names, gazetteer)
                if not (may_hide and is_hidden_in(text, name.span))
            ]
    return found


def _containers(weighed: Sequence[Weighed]) -> frozenset[int]:
    """Return where the names begin that only say where the name before them lies: "X, Y"."""
    starts = set()
    for each in weighed:
        if each.contained:
            sentence, name = each.occurrence.sentence, each.occurrence.name
            starts.add(sentence.starts[container_index(sentence, name.last)])
    return frozenset(starts)


def _mention(
    document: Document, occurrence: Occurrence, candidates: tuple[Candidate, ...], lines: _Lines
) -> Mention:
    name = occurrence.name
    kind = name.entries[0].kind
    if kind == "demonym":
        found = Read(Reading.ASSOCIATIVE, "an actor: a people, or what belongs to it")
    else:
        found = read(lines[occurrence.sentence], name, _standing(occurrence, candidates))
    return Mention(
        document_id=document.id,
        span=name.span,
        text=name.surface,
        reading=found.reading,
        candidates=candidates,
        kind=kind,
        reason=found.reason,
    )


def _standing(occurrence: Occurrence, candidates: Sequence[Candidate]) -> Standing:
    place = candidates[0].place
    is_capital = any(
        entry.is_capital and entry.place.id == place.id for entry in occurrence.name.entries
    )
    if is_capital or fold(place.name) in nouns.OTHER_SEATS:
        return Standing.SEAT
    if occurrence.name.entries[0].kind == "collective" and _is_group(occurrence.name.surface):
        return Standing.STATE
    return _STANDINGS.get(place.kind, Standing.SPOT)


def _is_group(surface: str) -> bool:
    return not _STATES.isdisjoint(surface.lower().split())
