"""Names that a text has to the letter: of meetings, of groups, and of what no place is called.

The gazetteer knows places; the "Framework Agreement" or the "Talks on the lake" are none, and are
found here by every word of their names. Names of one word, and those without any capital, say too
little.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from groundtext.linking.found import Found
from groundtext.linking.vocabulary import is_negated
from groundtext.model import LinkKind, Span
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.reading import PassageReading

_PARENTHESIS: Final = re.compile(r"\s*\([^)]*\)")
_SCORE: Final = 0.85
_LEAST_WORDS: Final = 2
_LEAST: Final = 10  # code points
_REACH: Final = 24  # code points before a name that may deny it


class WholeNames:
    """Finds targets by their whole names.

    `meetings` are the ids of meetings, and of groups of them; `members` those below each group.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        aliases: Mapping[str, Sequence[str]],
        *,
        meetings: frozenset[str],
        members: Mapping[str, frozenset[str]],
    ) -> None:
        self._names = names
        self._meetings = meetings
        self._members = members
        targets: dict[str, set[str]] = {}
        for target_id, name in names.items():
            for form in (name, *aliases[target_id]):
                plain = _PARENTHESIS.sub("", form).strip()
                if _tells(plain):
                    targets.setdefault(plain, set()).add(target_id)
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for form, ids in targets.items():
            if len(ids) == 1:
                first = min(words_in(form.split()[0]), default="")
                self._by_first.setdefault(first, []).append((form, next(iter(ids))))
        self.words = frozenset(self._by_first)  # a passage with a name holds one of them

    def may_be_told(self, text: str, words: frozenset[str]) -> bool:
        """Tell whether a text of these words has a whole name."""
        return bool(self._written(text, words))

    def _written(self, text: str, words: frozenset[str]) -> list[tuple[str, str]]:
        """Return the names that a text has but for their first letters, with their targets."""
        if self.words.isdisjoint(words):
            return []
        return [
            (form, target_id)
            for first in self.words & words
            for form, target_id in self._by_first[first]
            if form[1:] in text
        ]

    def find(self, reading: PassageReading, found: Sequence[Found]) -> list[Found]:
        """Return what the passage names to the letter, besides what was found in it."""
        text = reading.text
        forms = self._written(text, reading.vocabulary)
        if not forms:
            return []
        known = {one.target_id for one in found}
        matches = [
            (span, target_id)
            for form, target_id in forms
            if target_id not in known and known.isdisjoint(self._members.get(target_id, ()))
            for span in _places(form, text)
        ]
        matches.sort(key=lambda match: (match[0].start - match[0].end, match))
        chosen: dict[str, Span] = {}
        for span, target_id in matches:  # the longest first
            if not any(span.overlaps(other) for other in chosen.values()):
                chosen.setdefault(target_id, span)
        return [self._found(target_id, span, reading) for target_id, span in chosen.items()]

    def _found(self, target_id: str, span: Span, reading: PassageReading) -> Found:
        is_meeting = target_id in self._meetings
        return Found(
            target_id=target_id,
            score=_SCORE,
            reason=f"names ‘{reading.words(span)}’: {self._names[target_id]}",
            method="whole-name",
            matches=(span,),
            kind=LinkKind.DESCRIBED if is_meeting else LinkKind.NAMED,
        )


def _tells(form: str) -> bool:
    words = form.split()
    is_proper = any(word[:1].isupper() for word in words[1:]) or form[:1].isupper()
    return len(words) >= _LEAST_WORDS and len(form) >= _LEAST and is_proper


def _places(form: str, text: str) -> Iterable[Span]:
    """Yield where a text has a name, whose first letter may be a small one there."""
    for start in (text.find(form), text.find(form[:1].swapcase() + form[1:])):
        end = start + len(form)
        if start < 0 or text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            continue
        before = text[max(0, start - _REACH) : start].lower().removesuffix("the ")
        if not is_negated(before):
            yield Span(start, end)
