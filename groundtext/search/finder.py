"""Finds what a query asks for in one workspace."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from groundtext.model import Span
from groundtext.search.found import Facet, Found, FoundPassage
from groundtext.search.marks import marks_in
from groundtext.search.query import parse_query
from groundtext.search.targets import (
    Subject,
    area_of,
    documents_left,
    link_kinds,
    places_in,
    targets_left,
    year_of,
)
from groundtext.workspace.search_rows import place_word
from groundtext.workspace.searching import SearchTables, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from groundtext.model import Place
    from groundtext.search.query import Query
    from groundtext.workspace import Workspace
    from groundtext.workspace.searching import LinkRow, PassageRow

    # By the words that name them, the ids of places; or their words in the tables.
    Meant: TypeAlias = Mapping[str, Sequence[str]]

_MOST_COUNTED: Final = 2_000  # passages that are counted and lit; more are told of as "more than"
_MOST_FACETS: Final = 12  # values of one operator

# Operators that leave only what some documents support; a period is also one of features.
_PUBLISHED: Final = {"document", "publisher", "year"}

_OF_DOCUMENTS: Final = _PUBLISHED | {"from", "to"}
_OF_PASSAGES: Final = _PUBLISHED | {"reading"}


class _Left(NamedTuple):
    """What the operators of a query leave, None where they leave everything."""

    targets: frozenset[str] | None
    documents: frozenset[str] | None
    places: frozenset[str] | None


class Finder:
    """The search of one workspace; made once, safe to use from several threads."""

    def __init__(self, workspace: Workspace, country_in_words: Callable[[str], str]) -> None:
        self._tables = SearchTables(workspace.path)
        self._subject = Subject(
            features={feature.id: feature for feature in workspace.features()},
            collections={group.id: group for group in workspace.collections()},
            cards=workspace.document_cards(),
            places=self._tables.places(),
            country_in_words=country_in_words,
        )
        self._cards = {card.id: card for card in self._subject.cards}

    def find(self, text: str, *, most: int = 50, offset: int = 0) -> Found:
        """Return what a query asks for.

        Parameters
        ----------
        text
            The query, as it is typed.
        most, offset
            How many passages, features, documents and places to return each, and from which
            passage on; the counts are of all.
        """
        query = parse_query(text)
        if query.is_empty:
            return Found(notes=query.notes)
        notes = list(query.notes)
        left = self._left(query, notes)
        meant = self._meant(query)
        others = {word: [place_word(id_) for id_ in places] for word, places in meant.items()}
        rows = self._tables.passages(_wanted(query, left, others), _MOST_COUNTED + 1)
        links = self._tables.links(row.id for row in rows[:_MOST_COUNTED])
        features = self._features(query, left, others)
        documents = self._documents(query, left)
        places = self._places(query, left)
        shown = rows[offset : min(offset + most, _MOST_COUNTED)]
        lit = self._lit(features, links, left)
        return Found(
            features=tuple(features[:most]),
            passages=tuple(self._passages(query, shown, links, meant)),
            documents=tuple(documents[:most]),
            places=tuple(places[:most]),
            n_features=len(features),
            n_passages=min(len(rows), _MOST_COUNTED),
            n_documents=len(documents),
            n_places=len(places),
            is_cut=len(rows) > _MOST_COUNTED,
            lit=lit,
            facets=tuple(self._facets(rows[:_MOST_COUNTED], links, lit)),
            notes=tuple(dict.fromkeys(notes)),
        )

    def _left(self, query: Query, notes: list[str]) -> _Left:
        area = area_of(query, self._subject, notes)
        return _Left(
            targets_left(query, self._subject, notes),
            documents_left(query, self._subject, notes),
            None if area is None else places_in(area, self._subject),
        )

    def _meant(self, query: Query) -> Meant:
        """Return the ids of the places that are called by each word of a query."""
        words = (*query.words, *query.without)
        return {word: self._tables.places_called(query.term(word)) for word in words}

    def _features(self, query: Query, left: _Left, others: Meant) -> list[str]:
        if query.match():
            found = self._tables.things(("feature", "collection"), query.match(others))
        elif left.targets is not None:
            found = [*self._subject.features, *self._subject.collections]
        else:
            return []
        if query.exclusion():
            exclusion = query.exclusion(others)
            unwanted = set(self._tables.things(("feature", "collection"), exclusion))
            found = [id_ for id_ in found if id_ not in unwanted]
        supported = None
        if left.documents is not None and query.limits.keys() & _PUBLISHED:
            supported = self._tables.supported(left.documents)
        return [
            id_
            for id_ in found
            if (left.targets is None or id_ in left.targets)
            and (supported is None or id_ in supported)
        ]

    def _documents(self, query: Query, left: _Left) -> list[str]:
        if query.match():
            found = self._tables.things(("document",), query.match())
        else:
            found = [] if left.documents is None else list(self._cards)
        if query.box or query.limits.keys() - _OF_DOCUMENTS:
            held = self._tables.documents(_wanted(query, left, {}))
            found = [id_ for id_ in found if id_ in held]
        return [id_ for id_ in found if left.documents is None or id_ in left.documents]

    def _places(self, query: Query, left: _Left) -> list[Place]:
        if not query.match():
            return []
        by_id = {place.id: place for place in self._subject.places}
        found = [by_id[id_] for id_ in self._tables.things(("place",), query.match())]
        counts = self._tables.n_mentions(place.id for place in found)
        within = [place for place in found if left.places is None or place.id in left.places]
        named = [place for place in within if counts.get(place.id)]
        return sorted(named, key=lambda place: -counts[place.id])

    def _passages(
        self,
        query: Query,
        rows: Sequence[PassageRow],
        links: Iterable[LinkRow],
        meant: Meant,
    ) -> Iterator[FoundPassage]:
        targets: dict[int, list[str]] = {}
        for link in links:
            targets.setdefault(link.passage, []).append(link.target_id)
        elsewhere = self._spelt(query, rows, meant)
        for row in rows:
            own = marks_in(row.quote, query.words, query.beginnings)
            marks = [Span(row.span.start + start, row.span.start + end) for start, end in own]
            others = [
                span
                for span in elsewhere.get(row.id, ())
                if not any(span.overlaps(mark) for mark in marks)
            ]
            yield FoundPassage(
                document_id=row.document_id,
                span=row.span,
                quote=row.quote,
                marks=tuple(sorted((*marks, *others))),
                targets=tuple(dict.fromkeys(targets.get(row.id, ()))),
                spelt=bool(others) and not marks,
            )

    def _spelt(
        self, query: Query, rows: Sequence[PassageRow], meant: Meant
    ) -> dict[int, list[Span]]:
        """Return where passages name places that are called by a word of the query elsewhere."""
        places = {place for word in query.words for place in meant[word]}
        spans: dict[int, list[Span]] = {}
        for passage, span in self._tables.names_meaning((row.id for row in rows), places):
            spans.setdefault(passage, []).append(span)
        return spans

    def _lit(
        self, features: Sequence[str], links: Iterable[LinkRow], left: _Left
    ) -> tuple[str, ...]:
        targets = {*features, *(link.target_id for link in links)}
        return tuple(sorted({id_ for target in targets for id_ in self._shown(target, left)}))

    def _shown(self, target: str, left: _Left) -> set[str]:
        """Return the features of a target that the operators leave."""
        members = self._subject.members(target)
        return members if left.targets is None else members & left.targets

    def _facets(
        self, rows: Sequence[PassageRow], links: Sequence[LinkRow], lit: Iterable[str]
    ) -> Iterator[Facet]:
        cards = [self._cards[row.document_id] for row in rows]
        features = [self._subject.features[id_] for id_ in lit]
        once = {(link.passage, link.status) for link in links}
        values: Mapping[str, Iterable[str]] = {
            "layer": (feature.layer_id for feature in features),
            "document": (card.id for card in cards),
            "publisher": (card.publisher for card in cards),
            "kind": (feature.kind for feature in features),
            "operator": (feature.operator for feature in features),
            "country": (
                country for feature in features for country in self._subject.countries(feature)
            ),
            "year": (year_of(card) for card in cards),
            "precision": (feature.precision.value for feature in features),
            "status": (status for _, status in once),
        }
        for operator, each in values.items():
            counts = Counter(value for value in each if value)
            most = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
            for value, count in most[:_MOST_FACETS]:
                yield Facet(operator, value, count)


def _wanted(query: Query, left: _Left, others: Meant) -> Wanted:
    return Wanted(
        match=query.match(others),
        exclusion=query.exclusion(others),
        documents=left.documents,
        targets=left.targets,
        # To name a place in the area is enough only where nothing else is asked of a feature.
        places=None if query.limits.keys() - _OF_PASSAGES - {"in"} else left.places,
        kinds=link_kinds(query),
        statuses=query.limits.get("status"),
        readings=query.limits.get("reading"),
    )
