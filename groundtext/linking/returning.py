"""Nouns that come back to a line, a base or an area: "the network", "the airfield", "the state"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from groundtext.gazetteer.names import fold
from groundtext.linking.actors import state_codes
from groundtext.linking.found import Found
from groundtext.linking.line_words import NAMED_NOUNS
from groundtext.linking.lines import is_line
from groundtext.linking.own_sentence import is_told_there
from groundtext.linking.profiles import leaves_of
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.found import Thread
    from groundtext.linking.reading import PassageReading
    from groundtext.model import Collection, Feature

_BACK: Final = 3  # passages
_LONG_AGO: Final = 15  # passages
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
# "the pipeline in January" is the one spoken of, "the pipeline in Bulgaria" another.
_DEFINITE: Final = (
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s+(?:(?P<what>air|gas|oil|military|supply|rail)\s+"
    r"|(?P<first>{kinds})\s+"
    r"|(?:proposed|planned|whole|entire|same|giant|unbuilt|unfinished)\s+"
    r"|(?:hydro)?power\s+(?=plant|station|dam)"
    r"|\d[\d.,]*[\s-]?(?:[kMG]W|megawatts?|km|kilomet(?:er|re)s?|miles?)\s+)?"
    r"(?P<noun>(?!the\b)[a-z]+|Network|Corridor|Pipeline|Railway|Line|Canal)\b"
    rf"(?!\s+(?:(?:of|at|outside|near)\b|(?:from|to|between)\b(?!\s+\d)"
    rf"|in\b(?!\s+(?:\d|early|late|{_MONTH}))))"
)
# A stretch of a river, or its lake, is seldom all that "the river" means.
_WATERS: Final = frozenset(("river", "lake", "sea", "reach", "basin", "delta"))
# Of these a text has one in mind for longer.
_LINE_NOUNS: Final = frozenset(
    ("pipeline", "pipe", "railway", "railroad", "canal", "waterway", "corridor", "network")
)
# Of these it has one in mind as long as it is about that.
TOPIC_NOUNS: Final = _LINE_NOUNS | {"line", "route", "project", "scheme"}
# "The railway": of these a map may hold one only.
_SOLE_NOUNS: Final = frozenset(("railway", "railroad", "canal", "cosmodrome"))
_PLANS: Final = frozenset(("project", "scheme"))
_UNBUILT: Final = frozenset(("planned", "proposed", "under construction", "suspended"))
_STUFF: Final = frozenset(("gas", "oil", "supply"))
# "The Cambodian scheme": that of which the text has spoken, in the state that is named.
_OF_STATE: Final = re.compile(
    r"\b[Tt]he\s+(?P<state>[A-Z][a-z]+)\s+(?:(?P<what>gas|oil)\s+)?(?P<noun>[a-z]+)\b(?!\s+[a-z]+s?\s+of\b)"
)
# "The coastal corridor", "the ammonia pipeline": by two words of its name.
_TWO_WORDS: Final = re.compile(r"\b[Tt]he\s+(?P<word>[a-z]{5,})\s+(?P<noun>[a-z]+)\b")
_NAMING: Final = frozenset(
    ("corridor", "pipeline", "canal", "railway", "network", "lane", "channel", "bridge", "tunnel")
)
_TOLD_APART: Final = re.compile(r"\s+(?:that|which)\b")
_OFTEN: Final = 3  # passages about a line that is what a text is about
_SO_MUCH_MORE: Final = 2  # times as many as about any other
_TOPIC_BACK: Final = 25  # passages


class ReturnRules:
    """Finds what a definite noun comes back to.

    `meetings` are the ids of meetings and of groups of them, to which other rules come back;
    the `areas` may share their names with towns; `whole_of` is the line of each section, which a
    noun means rather than the section.
    """

    def __init__(
        self,
        features: Sequence[Feature],
        collections: Sequence[Collection],
        *,
        meetings: frozenset[str],
        areas: frozenset[str],
        whole_of: Mapping[str, str],
    ) -> None:
        self._names = {each.id: each.name for each in features}
        self._features = frozenset(self._names)
        self._names |= {each.id: each.name for each in collections}
        self._called = {each.id: f"{each.name} {each.kind}".lower() for each in features}
        self._called |= {each.id: each.name.lower() for each in collections}
        unbuilt = {each.id for each in features if each.status in _UNBUILT}
        groups = {each.id for each in collections if unbuilt & set(each.members)}
        self._unbuilt = unbuilt | groups
        self._meetings = meetings
        self._wordings = {each.id: words_in(each.name) for each in features if is_line(each)}
        self._countries = {each.id: frozenset(state_codes(each.country)) for each in features}
        self._countries |= dict.fromkeys((group.id for group in collections), frozenset())
        for section, line in whole_of.items():
            self._countries[line] |= self._countries[section]
        kinds = {each.id: each.kind.lower() for each in features}
        by_id = {collection.id: collection for collection in collections}
        # Each collection with what is in it: of a line and its section, the line is meant.
        self._wholes = {each: {each, *leaves_of(each, by_id)} for each in by_id}
        # What flows: of a group, its members' kinds tell it.
        self._carrying = {each.id: f"{each.name} {each.kind}".lower() for each in features}
        for each, whole in self._wholes.items():
            told = " ".join(sorted({kinds.get(leaf, "") for leaf in whole}))
            self._carrying[each] = f"{self._names[each].lower()} {told}"
        self._whole_of = whole_of
        self._areas: dict[str, set[str]] = {}  # by their names, folded
        for feature in features:
            for form in (feature.name, *feature.aliases) if feature.id in areas else ():
                self._areas.setdefault(fold(form), set()).add(feature.id)
        # "the dam", "the mine": whatever the layers hold.
        kinds_of = {each.kind.lower().rpartition(" ")[::2] for each in features}
        self.words = frozenset(NAMED_NOUNS) | ({noun for _, noun in kinds_of} - _WATERS)
        # "the conference centre", "the copper mine"
        wholes = "|".join(
            rf"{re.escape(a)}(?=\s{re.escape(b)}\b)" for a, b in sorted(kinds_of) if a
        )
        self._definite = re.compile(_DEFINITE.replace("{kinds}", wholes or "(?!)"))
        counts = Counter(kinds.values())
        self._only = {kind: each for each, kind in kinds.items() if counts[kind] == 1}

    def may_be_told(self, words: frozenset[str], thread: Thread) -> bool:
        """Tell whether a passage of these words may come back to anything."""
        is_spoken = bool(thread.seen or thread.towns)
        return (is_spoken and not self.words.isdisjoint(words)) or self._may_be_so_called(words)

    def _may_be_so_called(self, words: frozenset[str]) -> bool:
        return bool(self._wordings) and not _NAMING.isdisjoint(words)

    def find(self, reading: PassageReading, thread: Thread, named: Sequence[str]) -> list[Found]:
        """Return the line or base that "the network", "the pipeline" comes back to.

        Where the passage has `named` one that is called so, the words are about that one.
        """
        found: list[Found] = []
        if not self.may_be_told(reading.vocabulary, thread):
            return found
        for match in self._definite.finditer(reading.text):
            if self._is_other(match, reading, named):
                continue
            target_id, words = self._meant(match, reading, thread)
            if target_id:
                span = Span(*match.span())
                reason = f"‘{reading.words(span)}’ {words}: {self._names[target_id]}"
                found.append(Found(target_id, 0.6, reason, "continuation", (span,)))
        return [
            *found,
            *self._in_state(reading, thread, named),
            *self._so_called(reading, {*named, *(one.target_id for one in found)}),
        ]

    def _is_other(
        self, match: re.Match[str], reading: PassageReading, named: Sequence[str]
    ) -> bool:
        """Tell whether a definite noun goes back to nothing, or to what its sentence names."""
        noun, what = match["noun"].lower(), match["what"] or ""
        before = reading.text[: match.start()]
        if noun not in self.words or DENIED_BEFORE.search(before):
            return True
        is_shown = match[0].lower().startswith(("that ", "this "))  # and not the one named here
        if not is_shown and any(self._is_called(each, noun, what) for each in named):
            return True
        return is_told_there(match, reading)

    def _so_called(self, reading: PassageReading, known: set[str]) -> list[Found]:
        """Return the only line whose name holds both words: "the coastal corridor"."""
        found: list[Found] = []
        if not self._may_be_so_called(reading.vocabulary):
            return found
        for match in _TWO_WORDS.finditer(reading.text):
            if match["noun"] not in _NAMING:
                continue
            words = {match["word"], match["noun"]}
            meant = self._whole({each for each in self._wordings if words <= self._wordings[each]})
            if meant and meant not in known:
                span = Span(*match.span())
                reason = f"‘{reading.words(span)}’, two words of its name: {self._names[meant]}"
                found.append(Found(meant, 0.6, reason, "name-in-part", (span,)))
        return found

    def _in_state(
        self, reading: PassageReading, thread: Thread, named: Sequence[str]
    ) -> list[Found]:
        """Return the line or site that "the Cambodian scheme" comes back to."""
        found: list[Found] = []
        states = {n.span.start: n.actors for n in reading.names if n.form == "demonym"}
        for match in _OF_STATE.finditer(reading.text) if states else ():
            noun, what = match["noun"], match["what"] or ""
            actors = states.get(match.start("state"), ())
            if noun not in self.words or any(self._is_called(each, noun, what) for each in named):
                continue
            here = {each for each in thread.seen if not self._countries[each].isdisjoint(actors)}
            target_id, name = self.the_one(noun, what, here)
            last = thread.last_passage.get(target_id, -_TOPIC_BACK - 1)
            if target_id and reading.passage.ordinal - last <= _TOPIC_BACK:
                span = Span(*match.span())
                reason = f"‘{reading.words(span)}’, of which the text has spoken: {name}"
                found.append(Found(target_id, 0.6, reason, "continuation", (span,)))
        return found

    def called(self, noun: str, what: str, ids: Iterable[str]) -> set[str]:
        """Return those of the targets that are of the kind that a noun names."""
        if noun not in self.words:
            return set()
        return {each for each in ids if self._is_called(each, noun, what)}

    def the_one(self, noun: str, what: str, ids: Iterable[str]) -> tuple[str, str]:
        """Return the only target that a noun can mean and its name, or two times ''."""
        target_id = self._whole(self.called(noun, what, ids))
        return target_id, self._names.get(target_id, "")

    def _meant(
        self, match: re.Match[str], reading: PassageReading, thread: Thread
    ) -> tuple[str, str]:
        """Return what a definite noun means and why, or '' for nothing."""
        noun, what = match["noun"], match["what"] or ""
        if noun[0].isupper():
            words = "is short for a name that the text has used"
            return self._so_named(noun, thread), words
        if _TOLD_APART.match(reading.text, match.end()):
            return "", ""
        if target_id := self._just_called(noun, what, thread):
            return target_id, "goes on about what came just before"
        once = self._of_kind(match, thread) or self._once_called(noun, what, reading, thread)
        if once:
            return once, "is the only one of its kind so far"
        topic = self._topic(noun, what, reading, thread) if noun in TOPIC_NOUNS else ""
        if topic:
            return topic, "is the one that the text is about"
        return self._sole(noun, what, reading, thread), "is the only one on the map"

    def _sole(self, noun: str, what: str, reading: PassageReading, thread: Thread) -> str:
        """Return the only target of all that such a noun means, if its states are spoken of."""
        if noun not in _SOLE_NOUNS:
            return ""
        target_id = self._whole(self.called(noun, what, self._features))
        states = self._countries.get(target_id, frozenset())
        spoken = reading.actors().union(*(self._countries[each] for each in thread.seen))
        return target_id if target_id and (states & spoken or not states) else ""

    def _just_called(self, noun: str, what: str, thread: Thread) -> str:
        """Return the one target that a noun means in the last passage that has any, or ''."""
        # "Kano will vote. The state …": a town that shares its name with an area was named last.
        namesakes = {each for town in thread.towns for each in self._areas.get(town, ())}
        namesakes = {each for each in namesakes if self._is_called(each, noun, what)}
        if namesakes:
            return self._whole(namesakes)
        for before in thread.history[:_BACK]:
            meant = {one.target_id for one in before if self._is_called(one.target_id, noun, what)}
            if meant:
                return self._whole(meant)
        return ""

    def _of_kind(self, match: re.Match[str], thread: Thread) -> str:
        """Return the only target of a kind of two words, "the copper mine", or ''."""
        target_id = self._only.get(f"{match['first']} {match['noun']}", "")
        return target_id if target_id in thread.seen else ""

    def _once_called(self, noun: str, what: str, reading: PassageReading, thread: Thread) -> str:
        """Return the only line that the document has spoken of by such a noun, not long ago."""
        if noun not in _LINE_NOUNS:
            return ""
        target_id = self._whole({each for each in thread.seen if self._is_called(each, noun, what)})
        last = thread.last_passage.get(target_id, -_LONG_AGO)
        return target_id if reading.passage.ordinal - last <= _LONG_AGO else ""

    def _topic(self, noun: str, what: str, reading: PassageReading, thread: Thread) -> str:
        """Return the line that the title names, or that the text speaks of most by far."""
        times: dict[str, int] = {}
        for each in thread.seen:
            if self._is_called(each, noun, what):
                whole = self._whole_of.get(each, each)
                times[whole] = times.get(whole, 0) + thread.times.get(each, 0)
        titled = times.keys() & thread.titled
        if len(titled) == 1:
            return titled.pop()
        ranked = sorted(times.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _OFTEN:
            return ""
        target_id = ranked[0][0]
        is_clear = len(ranked) == 1 or ranked[0][1] >= _SO_MUCH_MORE * ranked[1][1]
        ids = {target_id, *(each for each, whole in self._whole_of.items() if whole == target_id)}
        last = max(thread.last_passage.get(each, -_TOPIC_BACK - 1) for each in ids)
        is_near = reading.passage.ordinal - last <= _TOPIC_BACK
        return target_id if is_clear and is_near else ""

    def _so_named(self, noun: str, thread: Thread) -> str:
        """Return the only target with such a noun in its name: "the Network", of a network."""
        meant = {each for each in thread.seen if noun in self._names[each].split()}
        return self._whole(meant - self._meetings)

    def _whole(self, meant: set[str]) -> str:
        """Return the one that is meant, or that all the others are parts of, or ''."""
        meant = {self._whole_of.get(each, each) for each in meant}
        wholes = [each for each in meant if meant <= self._wholes.get(each, {each})]
        return wholes[0] if len(wholes) == 1 else ""

    def _is_called(self, target_id: str, noun: str, what: str = "") -> bool:
        """Tell whether a target is of the kind that a noun names: by its name, or by its kind.

        `what` is what it carries. A project is one that is not yet built.
        """
        if target_id in self._meetings:
            return False
        words = self._called[target_id]
        if what in _STUFF and what not in self._carrying[target_id]:
            return False
        if noun in _PLANS and target_id not in self._unbuilt:
            return False
        return any(word in words for word in NAMED_NOUNS.get(noun, (noun,)))
