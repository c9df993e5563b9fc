"""The linker: every rule, passage by passage, for one document at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.dates.windows import published_window
from groundtext.linking.actors import may_name_actors, naming_words
from groundtext.linking.areas import AreaRules
from groundtext.linking.base_index import BaseIndex
from groundtext.linking.bases import BaseRules
from groundtext.linking.continuation import ContinuationRules
from groundtext.linking.defaults import describe
from groundtext.linking.found import Found, Thread, best_per_target
from groundtext.linking.headings import HeadingRules, Read
from groundtext.linking.keeping import go_on, keep, pass_over, remember
from groundtext.linking.line_rules import LineRules
from groundtext.linking.meetings import MeetingRules
from groundtext.linking.named import NameRules
from groundtext.linking.outcomes import UNHELD, is_day_of_decision, outcome_in, venue_in
from groundtext.linking.pieces import LONGEST_PIECE, pieces
from groundtext.linking.profiles import group_meetings, leaves_of, profile_meeting
from groundtext.linking.reading import (
    THERE_WORDS,
    PassageReading,
    read_passage,
    says_there,
    with_place,
)
from groundtext.linking.returning import ReturnRules
from groundtext.linking.sections import is_item
from groundtext.linking.sites import SiteRules
from groundtext.linking.whole_names import WholeNames
from groundtext.model import EvidenceLink, Role
from groundtext.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundtext.dates.windows import Window
    from groundtext.model import Collection, Document, Feature, Layer, Mention, Passage, Rejected

# Passages with more than this between them are not read as one after the other.
_ADJACENT: Final = 20


class _Form(NamedTuple):
    """The features that are described in one form, and the nouns for them, lower case."""

    features: list[Feature]
    nouns: frozenset[str]


class Linker:
    """Joins the passages of documents to features and collections.

    Whatever the layers and collections say is indexed once; `link` changes nothing of it, so
    that one linker serves any number of documents in any order.
    """

    def __init__(
        self,
        layers: Sequence[Layer],
        features: Sequence[Feature],
        collections: Sequence[Collection],
    ) -> None:
        forms = _forms(layers, features)
        bases, meetings, routes = forms["base"], forms["meeting"], forms["route"]
        profiles = {feature.id: profile_meeting(feature) for feature in meetings.features}
        groups = group_meetings(collections, profiles)
        names = {feature.id: feature.name for feature in features}
        names |= {collection.id: collection.name for collection in collections}
        aliases = {feature.id: feature.aliases for feature in features}
        aliases |= {collection.id: collection.aliases for collection in collections}
        areas = {layer.id for layer in layers if layer.geometry_kind == "area"}
        by_area = {each.id: each for each in features if each.layer_id in areas}
        self._profiles = profiles
        self._event_nouns = meetings.nouns
        self._names = NameRules(
            names, aliases, areas=frozenset(by_area), meetings=frozenset(profiles)
        )
        by_id = {collection.id: collection for collection in collections}
        self._whole = WholeNames(
            {each: name for each, name in names.items() if each not in by_area},
            aliases,
            meetings=frozenset(profiles).union(group.id for group in groups),
            members={each: leaves_of(each, by_id) for each in by_id},
        )
        index = BaseIndex(bases.features, collections, bases.nouns)
        self._base_ids = index.bases.keys()
        self._bases = BaseRules(index, bases.nouns)
        self._sites = SiteRules(
            index,
            bases.features,
            [feature for feature in features if feature.layer_id in areas],
        )
        self._lines = LineRules(routes.features, collections, by_area)
        self._areas = AreaRules(by_area, collections)
        self._meetings = MeetingRules(tuple(profiles.values()), groups, meetings.nouns)
        self._continuations = ContinuationRules(profiles, {each.id: each for each in groups})
        self._returns = ReturnRules(
            features,
            collections,
            meetings=frozenset(profiles).union(group.id for group in groups),
            areas=frozenset(by_area),
            whole_of=self._lines.whole_of,
        )
        self._headings = HeadingRules(profiles, self._returns, names, meetings.nouns)
        # Without any of them, a passage that names nothing supports nothing of its own.
        self._words = self._meetings.words.union(
            self._lines.words,
            self._bases.words,
            self._sites.words,
            self._areas.nouns,
            self._returns.words,
            self._whole.words,
            naming_words(),
            THERE_WORDS,
        )

    def link(
        self,
        document: Document,
        passages: Sequence[Passage],
        mentions: Sequence[Mention],
        rejected: list[Rejected] | None = None,
    ) -> tuple[EvidenceLink, ...]:
        """Return the links of one document, ordered by span, then by target.

        `passages` and `mentions` are the document's own, in order. Boilerplate supports nothing.
        What was considered and not taken is added to `rejected`, if a list is given.

        Raises
        ------
        DateError
            If the document's date of publication is not EDTF.
        """
        published = published_window(document.published)
        thread, found, last_end = Thread(rejected), list[EvidenceLink](), 0
        read, has_headings = list[Read](), any(p.role is Role.HEADING for p in passages)
        for passage, inside in _with_mentions(passages, mentions):
            if passage.role is Role.BOILERPLATE:
                thread.recent = ()
                continue
            if passage.span.start - last_end > _ADJACENT:
                thread.recent = ()
                thread.history.clear()
            last_end = passage.span.end
            text, links = document.quote(passage.span), list[EvidenceLink]()
            if inside or self._may_tell(text, passage.ordinal, thread):
                links = self._link_passage(document, passage, inside, thread, published)
            else:
                remember(thread, (), passage)
                pass_over(thread, text, self._base_ids)
            keep(thread, text, passage)
            found += links
            if has_headings:
                read.append(Read(passage, inside, links))
        found += [_link(*heading) for heading in self._headings.find(document, read)]
        return tuple(sorted(found, key=lambda link: (link.span, link.target_id)))

    def _may_tell(self, text: str, ordinal: int, thread: Thread) -> bool:
        """Tell whether a passage that holds no place's name may support anything all the same.

        Most passages are like that. The look into its words spares what the rules would do
        before they find nothing: it may leave nothing out that a rule would find.
        """
        if len(text) > LONGEST_PIECE:
            return True
        words = words_in(text)
        if thread.last_passage and self._continuations.may_go_on(ordinal, thread):
            return True
        if self._words.isdisjoint(words):
            return bool(thread.seen) and is_item(text)
        return (
            may_name_actors(words)
            or (thread.place is not None and says_there(text, words))
            or self._meetings.may_be_told(text, words, thread)
            or self._lines.may_be_told(text, words, thread, has_names=False)
            or self._sites.may_be_told(words, ordinal, thread)
            or self._returns.may_be_told(words, thread)
            or self._whole.may_be_told(text, words)
            or not self._bases.words.isdisjoint(words)
            or not self._areas.nouns.isdisjoint(words)
        )

    def _link_passage(
        self,
        document: Document,
        passage: Passage,
        mentions: Sequence[Mention],
        thread: Thread,
        published: Window | None,
    ) -> list[EvidenceLink]:
        """Return the links of one passage, which is read piece by piece where it is very long."""
        if passage.span.end - passage.span.start <= LONGEST_PIECE:
            return self._link_piece(document, passage, mentions, thread, published)
        links: dict[str, EvidenceLink] = {}
        parts = [replace(passage, span=span) for span in pieces(document.text, passage.span)]
        for part, inside in _with_mentions(parts, mentions):
            for link in self._link_piece(document, part, inside, thread, published):
                links.setdefault(link.target_id, replace(link, span=passage.span))
        return list(links.values())

    def _link_piece(
        self,
        document: Document,
        piece: Passage,
        inside: Sequence[Mention],
        thread: Thread,
        published: Window | None,
    ) -> list[EvidenceLink]:
        """Return the links of what is read at once, and keep what the next may come back to."""
        reading = with_place(
            read_passage(document, piece, inside, published, self._event_nouns, thread.told()),
            thread.place,
        )
        if thread.rejected is not None:
            reading = replace(reading, rejected=thread.rejected)
        found = self._find(reading, inside, thread)
        remember(thread, found, piece)
        go_on(thread, reading, found, self._base_ids)
        met = [one for one in found if one.target_id in self._profiles]
        return [self._with_sayings(reading, one, met) for one in found]

    def _with_sayings(
        self, reading: PassageReading, found: Found, met: Sequence[Found]
    ) -> EvidenceLink:
        """Return a link with where the passage says that its meeting was, and how it went."""
        link = _link(reading, found)
        profile = self._profiles.get(found.target_id)
        if profile is None:
            return link
        if len(met) > 1:
            place = venue_in(reading, profile, found.matches)
            return replace(link, said_place=found.said_place or place)
        outcome = outcome_in(reading.text)
        is_decided = outcome in UNHELD and is_day_of_decision(reading, link.said_date)
        return replace(
            link,
            said_date="" if is_decided else link.said_date,
            said_place=found.said_place or venue_in(reading, profile),
            said_outcome=outcome,
        )

    def _find(
        self, reading: PassageReading, inside: Sequence[Mention], thread: Thread
    ) -> list[Found]:
        """Return what every rule finds, the best finding for each target.

        Most passages tell of nothing on the map, and most rules need a word of their own: a look
        for those spares what the rules would do before they find nothing.
        """
        has_names = bool(inside or reading.named)
        named = self._names.find(reading, inside) if inside else []
        ids = [one.target_id for one in named]
        text, words = reading.text, reading.vocabulary
        meetings: list[Found] = []
        if self._meetings.may_be_told(text, words, thread) or (
            has_names and self._meetings.may_be_placed(reading)
        ):
            meetings = self._meetings.find(reading, thread, ids)
        if not meetings and self._continuations.may_go_on(reading.passage.ordinal, thread):
            meetings = self._continuations.find(reading, thread)
        lines: list[Found] = []
        if self._lines.are_among(named) or self._lines.may_be_told(
            text, words, thread, has_names=has_names
        ):
            lines = self._lines.find(reading, thread, named)
            ids += [one.target_id for one in lines]
        bases = self._bases.find(reading, thread)
        sites = self._returns.find(reading, thread, ids)
        if self._sites.may_be_told(words, reading.passage.ordinal, thread) or (
            has_names and self._sites.may_be_placed(reading, thread, named)
        ):
            sites = self._sites.find(reading, thread, inside, named, sites)
        areas = self._areas.find(reading, thread, named)
        found = [*named, *meetings, *bases, *sites, *lines, *areas]
        return best_per_target([*found, *self._whole.find(reading, found)])


def _forms(layers: Sequence[Layer], features: Sequence[Feature]) -> dict[str, _Form]:
    """Return what is described as a base, a meeting or a route, as the layers say or imply."""
    by_layer: dict[str, list[Feature]] = {layer.id: [] for layer in layers}
    for feature in features:
        by_layer.setdefault(feature.layer_id, []).append(feature)
    described = {layer.id: describe(layer, by_layer[layer.id]) for layer in layers}
    forms = {layer_id: each.form for layer_id, each in described.items()}
    return {
        form: _Form(
            [feature for feature in features if forms.get(feature.layer_id) == form],
            frozenset(
                noun.lower()
                for each in described.values()
                if each.form == form
                for noun in each.nouns
            ),
        )
        for form in ("base", "meeting", "route")
    }


def _link(reading: PassageReading, found: Found) -> EvidenceLink:
    return EvidenceLink(
        target_id=found.target_id,
        document_id=reading.passage.document_id,
        span=reading.passage.span,
        kind=found.kind,
        score=found.score,
        reason=found.reason,
        method=found.method,
        matches=tuple(reading.absolute(span) for span in found.matches),
        said_date=found.said_date,
    )


def _with_mentions(
    passages: Sequence[Passage], mentions: Sequence[Mention]
) -> Iterator[tuple[Passage, tuple[Mention, ...]]]:
    """Yield each passage with the mentions inside it; both must be in order."""
    first = 0
    for passage in passages:
        while first < len(mentions) and mentions[first].span.start < passage.span.start:
            first += 1
        last = first
        while last < len(mentions) and mentions[last].span.end <= passage.span.end:
            last += 1
        yield passage, tuple(mentions[first:last])
        first = last
