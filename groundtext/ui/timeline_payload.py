"""What the timeline fetches: when features were so, and what documents say of when, in days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.edtf import bounds, is_unsure, is_valid, stretch
from groundtext.portrayal.wording import date_in_words, said_in_words, validity_in_words
from groundtext.ui.source_fields import Fields, source_fields
from groundtext.workspace import features_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.model import Collection, DateMention, Feature
    from groundtext.workspace import DocumentCard, Evidence, Workspace

_MOST_EVIDENCE: Final = 2_000  # passages that are listed beside the timeline
_EPOCH: Final = date(1970, 1, 1)


class Days(NamedTuple):
    """A stretch of time in days since 1 January 1970, both included; None for an open end."""

    first: int | None
    last: int | None


def timeline_payload(workspace: Workspace) -> Fields:
    """Return the days of features, documents and passages.

    A fuzzy end is a pair of days between which it lies: `start` and `end` of a feature are such
    pairs, `None` where nothing is known or nothing ended. Passages carry the days of what they
    tell of (`event`) and of their publication (`said`).
    """
    features = {feature.id: feature for feature in workspace.features()}
    cards = workspace.document_cards()
    n_evidence = sum(card.n_evidence for card in cards)
    evidence = workspace.evidence() if n_evidence <= _MOST_EVIDENCE else ()
    collections = {group.id: group for group in workspace.collections()}
    events = _Events(features, collections, workspace)
    return {
        "features": {
            feature.id: _feature(feature)
            for feature in features.values()
            if feature.valid_from or feature.valid_to
        },
        "undated": sum(not (each.valid_from or each.valid_to) for each in features.values()),
        "documents": [_document(card) for card in cards],
        "evidence": [events.row(each) for each in evidence],
        "unlisted": n_evidence if not evidence else 0,
    }


def _feature(feature: Feature) -> Fields:
    return {
        "start": _days(feature.valid_from),
        "end": _days(feature.valid_to),
        "planned": _days(feature.planned_end),
        "unsure": [is_unsure(feature.valid_from), is_unsure(feature.valid_to)],
    }


def _document(card: DocumentCard) -> Fields:
    return {"id": card.id, "days": _days(card.published), **source_fields(card)}


def _days(edtf: str) -> Days | None:
    return _between(*bounds(edtf)) if edtf and is_valid(edtf) else None


def _between(first: date, last: date) -> Days:
    return Days(
        None if first == date.min else (first - _EPOCH).days,
        None if last == date.max else (last - _EPOCH).days,
    )


class _Events:
    """When what a passage tells of happened."""

    def __init__(
        self,
        features: Mapping[str, Feature],
        collections: Mapping[str, Collection],
        workspace: Workspace,
    ) -> None:
        self._features = features
        self._collections = collections
        self._dates: dict[str, Sequence[DateMention]] = {
            card.id: workspace.dates(card.id) for card in workspace.document_cards()
        }

    def row(self, evidence: Evidence) -> Fields:
        """Return a passage with what it supports and its days."""
        link, card = evidence.link, evidence.document
        event, words = self._event(evidence)
        feature = self._features.get(link.target_id)
        named = feature or self._collections.get(link.target_id)
        return {
            "document": card.id,
            "start": link.span.start,
            "end": link.span.end,
            "quote": evidence.quote,
            "matches": [[match.start, match.end] for match in link.matches],
            "target": link.target_id,
            "name": named.name if named else link.target_id,
            "layer": feature.layer_id if feature else "",
            "event": event,
            "when": words,
            "said": _days(card.published),
            **source_fields(card),
        }

    def _event(self, evidence: Evidence) -> tuple[Days | None, str]:
        """Return the days of an event: as the passage tells, or else as the layer does."""
        link = evidence.link
        if _days(link.said_date):
            return _days(link.said_date), said_in_words(link)
        told = [each for each in self._dates[link.document_id] if link.span.contains(each.span)]
        dated = [(each, days) for each in told if (days := _told(each))]
        if dated:
            words = "; ".join(_told_in_words(each) for each, _ in dated)
            return self._union(days for _, days in dated), words
        members = self._members(link.target_id)
        known = [
            stretch(each.valid_from, each.valid_to)
            for each in members
            if each.valid_from or each.valid_to
        ]
        words = validity_in_words(members[0]) if len(members) == 1 else ""
        return (self._union(known), words) if known else (None, "")

    def _members(self, target_id: str) -> list[Feature]:
        below = features_below(target_id, self._collections)
        return [self._features[id_] for id_ in sorted({target_id, *below}) if id_ in self._features]

    @staticmethod
    def _union(stretches: Iterable[tuple[date, date]]) -> Days:
        firsts, lasts = zip(*stretches, strict=True)
        return _between(min(firsts), max(lasts))


def _told(found: DateMention) -> tuple[date, date] | None:
    """Return the days that a date expression tells an event of, or None where it tells of none.

    "Before 2014" dates no event, and "March 18" of no known year none that could be placed.
    """
    if found.mode == "bound" or not is_valid(found.edtf):
        return None
    first, last = bounds(found.edtf)
    if found.mode == "since":
        last = date.max
    return None if (first, last) == (date.min, date.max) else (first, last)


def _told_in_words(found: DateMention) -> str:
    words = date_in_words(found.edtf)
    return f"since {words}" if found.mode == "since" else words
