"""What the words around a name say of its being a place's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.mentions import lexicon, namesakes, nouns
from groundtext.mentions.attributes import inside_organisation
from groundtext.mentions.clause import verb_after
from groundtext.mentions.containment import container_index
from groundtext.mentions.cues_before import cues_before
from groundtext.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.gazetteer import Gazetteer
    from groundtext.mentions.recognition import Name
    from groundtext.mentions.sentence import Sentence, Word

_AGE: Final = re.compile(r",\s\d{1,2}(?:,|\.(?!\d))")
_WHO: Final = re.compile(r",?\s(?:who|whose)\b")
# As in: TASHKENT, June 3 or: MANAGUA, Nicaragua (Agency) – or: Geneva –
_DATELINE: Final = re.compile(
    r"(?:,\s[A-Z][\w. ]{1,24})?(?:,?\s\([^)\n]{2,30}\))?,?\s?[-–—]{1,2}\s"
    r"|(?:,\s[A-Z][\w. ]{1,24})?,\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s\d"
    r"|(?:,\s[A-Z][\w. ]{1,24})?,\s\d{1,2}\s[A-Z][a-z]{2,8}\b"
)
_AGENCY: Final = re.compile(r"(?:,\s[A-Z][\w. ]{1,24})?\s\([A-Z][A-Za-z]{1,11}\)")
_PLACE_AFTER: Final = nouns.PLACE_NOUNS | namesakes.FACILITIES | namesakes.CONTAINER_NOUNS
_UNITS_AFTER: Final = lexicon.words(
    "province district county governorate municipality oblast prefecture township parish "
    "provinces districts counties"
)
_HUMAN_VERBS: Final = lexicon.SAYING | lexicon.words(
    "added asked thinks knows knew recalled explained smiled laughed died born married "
    "scored wrote joked testified pleaded admitted replied stated noted claimed claims "
    "joined resigned tweeted played plays hit"
)
_KNOWN_AFTER: Final = nouns.OFFICES | nouns.STATE_ORGANS | nouns.CAPITALISED_EVENTS
# Between the parts of names in other languages: "Salar de Uyuni".
_CONNECTORS: Final = lexicon.words("de del della di do da dos das des du la las los le el al von")
_SHORTEST_HEADED: Final = 4  # letters: "NATO –" is no dateline, "OSLO (" is one


def local_cues(
    sentence: Sentence, name: Name, gazetteer: Gazetteer, *, is_contained: bool
) -> tuple[str, ...]:
    """Return what the sentence says of a name's being a place's."""
    return (
        *cues_before(sentence, name, gazetteer),
        *_after(sentence, name, gazetteer),
        *_comma(sentence, name, gazetteer, is_contained=is_contained),
        *_position(sentence, name),
    )


def _after(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Iterator[str]:
    following = name.last + 1
    if following >= len(sentence.lowers):
        return
    if sentence.is_hyphenated(following):
        yield from () if sentence.is_hyphenated(name.first) else ("hyphen",)
        return
    text, end = sentence.text, name.span.end
    if text[end : end + 1] == "," and _AGE.match(text, end):
        yield "age"
    elif sentence.lowers[following].startswith("who") and _WHO.match(text, end):
        yield "who"
    if sentence.is_joined(following) and not sentence.is_possessive(name.last):
        yield from _after_space(sentence, name, gazetteer)


def _after_space(sentence: Sentence, name: Name, gazetteer: Gazetteer) -> Iterator[str]:
    following = name.last + 1
    word = sentence.lowers[following]
    if word in _UNITS_AFTER:
        yield "called"
    elif sentence.capitals[following]:
        yield from _before_capitalised(sentence, name, sentence.word_at(following), gazetteer)
    elif word in _CONNECTORS and _is_capitalised(sentence, name.last + 2):
        yield "name-after"
    elif word in _PLACE_AFTER:
        yield "generic-after"
    elif word in nouns.EVENTS:
        yield "event-after"
    elif not _HUMAN_VERBS.isdisjoint(verb_after(sentence, following)):
        yield "said"


def _is_capitalised(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.lowers) and sentence.capitals[index]


def _before_capitalised(
    sentence: Sentence, name: Name, word: Word, gazetteer: Gazetteer
) -> Iterator[str]:
    if word.lower in nouns.PHYSICAL_NOUNS:
        yield "feature-name"
    elif inside_organisation(sentence, name.first, name.last):
        yield "organisation"
    elif word.lower in nouns.GEOGRAPHIC_NOUNS:
        yield "generic-after"
    elif word.lower not in _KNOWN_AFTER and not any(
        entry.place.kind == "country" or entry.kind == "demonym"
        for entry in gazetteer.find(word.text)
    ):
        yield "name-after"
        if name.entries[0].kind == "collective":  # "the West" is not in "the West Midlands"
            yield "feature-name"


def _comma(
    sentence: Sentence, name: Name, gazetteer: Gazetteer, *, is_contained: bool
) -> Iterator[str]:
    if is_contained:
        yield "contained"
        return
    index = container_index(sentence, name.last)
    if index >= 0 and any(
        entry.place.kind in {"country", "province"}
        for entry in gazetteer.find_container(sentence.texts[index])
    ):
        yield "comma-place"


def _position(sentence: Sentence, name: Name) -> Iterator[str]:
    if sentence.passage.role is Role.BOILERPLATE:
        yield "boilerplate"
    if name.first > 0:
        return
    text, end = sentence.text, name.span.end
    is_headed = name.surface.isupper() and len(name.surface) >= _SHORTEST_HEADED
    if _AGENCY.match(text, end) or (is_headed and _DATELINE.match(text, end)):
        yield "dateline"
    elif _DATELINE.match(text, end):
        yield "to"
    elif name.last == 0:
        yield "opens-sentence"
