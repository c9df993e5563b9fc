"""What a document has spoken of, kept passage by passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold
from groundtext.linking.earlier import REMEMBERED
from groundtext.linking.reading import last_settlement, last_year
from groundtext.model import Role

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from groundtext.linking.found import Found, Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Passage

_REMEMBERED: Final = 4  # passages back to which "the base" may refer
_LEAD: Final = 4  # passages, headings among them, that say what a report is about
_LAST_SAID: Final = 600  # code points at the end of a passage in which a date may be counted from


def remember(thread: Thread, found: Sequence[Found], passage: Passage) -> None:
    """Keep what a passage was found to be about."""
    thread.recent, thread.towns = tuple(found), frozenset()
    thread.history.insert(0, thread.recent)
    del thread.history[_REMEMBERED:]
    for one in found:
        thread.seen.add(one.target_id)
        thread.last_passage[one.target_id] = passage.ordinal
        thread.times[one.target_id] = thread.times.get(one.target_id, 0) + 1
    if passage.ordinal <= _LEAD:
        thread.lead.update(one.target_id for one in found)
    if passage.role is not Role.HEADING:
        thread.has_text = True
    elif not thread.has_text:
        thread.titled.update(one.target_id for one in found)


def keep(thread: Thread, text: str, passage: Passage) -> None:
    """Keep what a passage says for the dates that count from it; a heading begins anew."""
    if passage.role is Role.HEADING:
        thread.earlier.clear()
    else:
        thread.earlier.append((passage.paragraph, text[-_LAST_SAID:]))
        del thread.earlier[:-REMEMBERED]


def go_on(
    thread: Thread, reading: PassageReading, found: Sequence[Found], base_ids: Container[str]
) -> None:
    """Keep what a passage names, for what the next one may come back to."""
    pass_over(thread, reading.text, base_ids)
    for one in found:
        if one.target_id in base_ids:
            thread.bases[one.target_id] = thread.bases.get(one.target_id, 0) + 1
    if reading.named:
        thread.actors = reading.actors()
        thread.towns = frozenset([fold(name.text) for name in reading.named if name.position])
        place = last_settlement(reading)
        if place:
            thread.place, thread.placed = place, reading.passage.ordinal


def pass_over(thread: Thread, text: str, base_ids: Container[str]) -> None:
    """Keep what a passage that names nothing leaves for the next one: the year that it tells."""
    thread.actors, thread.towns = frozenset(), frozenset()
    thread.year = last_year(text) or thread.year
    thread.has_bases = any(
        one.target_id in base_ids for each in thread.history if each for one in each
    )
