"""What the search answers to the browser, as JSON-ready values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.messages import message
from groundtext.portrayal.wording import document_in_words, place_kind_in_words
from groundtext.search import OPERATORS, Finder
from groundtext.ui.source_fields import Fields, source_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from groundtext.model import Feature, Place
    from groundtext.search import Facet, Found, FoundPassage
    from groundtext.workspace import DocumentCard, Workspace

_OF_PASSAGES: Final = frozenset({"document", "publisher", "year", "status"})


class Searcher:
    """The search of one workspace, in the words of the pages."""

    def __init__(self, workspace: Workspace, country_in_words: Callable[[str], str]) -> None:
        self._finder = Finder(workspace, country_in_words)
        self._country = country_in_words
        self._cards: Mapping[str, DocumentCard] = {c.id: c for c in workspace.document_cards()}
        self._features: Mapping[str, Feature] = {f.id: f for f in workspace.features()}
        self._groups = {group.id: group.name for group in workspace.collections()}
        self._layers = {layer.id: layer.title for layer in workspace.layers()}

    def answer(self, text: str, *, most: int, offset: int = 0) -> Fields:
        """Return what was found for a query; errors as `Finder.find`."""
        found = self._finder.find(text, most=most, offset=offset)
        return {
            "q": text,
            "counts": {
                "features": found.n_features,
                "passages": found.n_passages,
                "documents": found.n_documents,
                "places": found.n_places,
            },
            "more": found.is_cut,
            "features": [self._target(target) for target in found.features],
            "passages": [self._passage(passage) for passage in found.passages],
            "documents": [self._document(document_id) for document_id in found.documents],
            "places": [self._place(place) for place in found.places],
            "lit": list(found.lit),
            "facets": self._facets(found),
            "notes": list(found.notes),
        }

    def _target(self, target_id: str) -> Fields:
        feature = self._features.get(target_id)
        if feature is None:
            return {
                "id": target_id,
                "name": self._groups[target_id],
                "about": message("search-payload.a-group"),
            }
        about = (feature.kind, self._country(feature.country))
        return {
            "id": target_id,
            "name": feature.name,
            "about": " · ".join(filter(None, about)),
            "layer": feature.layer_id,
        }

    def _passage(self, passage: FoundPassage) -> Fields:
        return {
            "document": passage.document_id,
            "start": passage.span.start,
            "end": passage.span.end,
            "quote": passage.quote,
            "marks": [[mark.start, mark.end] for mark in passage.marks],
            "spelt": passage.spelt,
            "targets": [{"id": id_, "name": self._name(id_)} for id_ in passage.targets],
            **source_fields(self._cards[passage.document_id]),
        }

    def _name(self, target_id: str) -> str:
        feature = self._features.get(target_id)
        return feature.name if feature else self._groups.get(target_id, target_id)

    def _document(self, document_id: str) -> Fields:
        return {"id": document_id, **source_fields(self._cards[document_id])}

    def _place(self, place: Place) -> Fields:
        about = (place_kind_in_words(place.kind), self._country(place.country))
        return {
            "name": place.name,
            "about": " · ".join(filter(None, about)),
            "feature": place.feature_id,
        }

    def _facets(self, found: Found) -> list[Fields]:
        by_operator: dict[str, list[Facet]] = {}
        for facet in found.facets:
            by_operator.setdefault(facet.operator, []).append(facet)
        return [
            {
                "operator": operator,
                "heading": message(f"search-payload.{operator}"),
                "counts": "passages" if operator in _OF_PASSAGES else "features",
                "values": [self._value(facet) for facet in facets],
            }
            for operator, facets in by_operator.items()
        ]

    def _value(self, facet: Facet) -> Fields:
        label = facet.value
        if facet.operator == "layer":
            label = self._layers.get(label, label)
        elif facet.operator == "document":
            label = document_in_words(self._cards[label])
        return {"value": facet.value, "label": label, "count": facet.count}


def operators_in_words() -> Sequence[tuple[str, str]]:
    """Return the operators of the search with what each one does."""
    return [(f"{name}:", message(f"operator.{name}")) for name in OPERATORS]
