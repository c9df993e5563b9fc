"""What was considered and rejected, each by the function that knows.

A provider is asked about one passage of a document and answers with what its step considered
there and did not take. `providers` lists those that `groundtext explain` asks; a step that can
say what it rejects adds its function there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from groundtext.mentions.finding import occurrences
from groundtext.mentions.plausibility import weigh
from groundtext.model import Document, Mention, Passage, Rejected

if TYPE_CHECKING:
    from groundtext.gazetteer import Gazetteer
    from groundtext.linking import Linker
    from groundtext.mentions.plausibility import Weighed
    from groundtext.model import Candidate, Place

# Document, its passages, its mentions, and the passage that is asked about.
Provider: TypeAlias = Callable[
    [Document, Sequence[Passage], Sequence[Mention], Passage], tuple[Rejected, ...]
]


def providers(gazetteer: Gazetteer, linker: Linker) -> tuple[Provider, ...]:
    """Return the providers to ask, in the order of the steps.

    The gazetteer is the one that the names were looked up in: with the layers' own features. The
    linker is the one that made the links.
    """
    return implausible_names(gazetteer), losing_candidates, rejected_links(linker)


def rejected_links(linker: Linker) -> Provider:
    """Return a provider of the features that a passage could have supported and does not."""

    def provide(
        document: Document,
        passages: Sequence[Passage],
        mentions: Sequence[Mention],
        passage: Passage,
    ) -> tuple[Rejected, ...]:
        rejected: list[Rejected] = []
        links = linker.link(document, passages, mentions, rejected)
        linked = {link.target_id for link in links if link.span == passage.span}
        inside = (one for one in rejected if passage.span.contains(one.span))
        return tuple(dict.fromkeys(one for one in inside if one.target_id not in linked))

    return provide


def implausible_names(gazetteer: Gazetteer) -> Provider:
    """Return a provider of the names that the gazetteer knows and that became no mention."""

    def provide(
        document: Document,
        passages: Sequence[Passage],
        mentions: Sequence[Mention],
        passage: Passage,
    ) -> tuple[Rejected, ...]:
        del mentions  # the same weighing gave them
        return tuple(
            _implausible(weighed)
            for weighed in weigh(occurrences(document, passages, gazetteer), gazetteer)
            if not weighed.is_place and passage.span.contains(weighed.occurrence.name.span)
        )

    return provide


def losing_candidates(
    document: Document,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    passage: Passage,
) -> tuple[Rejected, ...]:
    """Provide the places that the names of a passage could mean, and that another one beat."""
    del document, passages  # candidates tell all about themselves
    return tuple(
        _beaten(mention, mention.candidates[0], candidate)
        for mention in mentions
        if passage.span.contains(mention.span)
        for candidate in mention.candidates[1:]
    )


def _implausible(weighed: Weighed) -> Rejected:
    name = weighed.occurrence.name
    places = {entry.place.id: entry.place for entry in name.entries}
    largest = max(places.values(), key=lambda place: place.population)
    more = f" and {len(places) - 1} more of that name" if len(places) > 1 else ""
    about = f"‘{name.surface}’, which could be {_in_words(largest)}{more}"
    reason = f"more speaks against a place ({weighed.score:+.1f}): {weighed.reason}"
    return Rejected(name.span, about, reason, "plausibility")


def _beaten(mention: Mention, best: Candidate, candidate: Candidate) -> Rejected:
    behind = best.score - candidate.score
    by = f"scores {behind:.3f} less than" if behind > 0 else "scores the same as, and comes after,"
    reason = f"{by} {_in_words(best.place)}: {candidate.reason or 'no reason is recorded'}"
    about = f"‘{mention.text}’ as {_in_words(candidate.place)}"
    return Rejected(mention.span, about, reason, "resolution")


def _in_words(place: Place) -> str:
    country = f", {place.country}" if place.country else ""
    return f"{place.name} ({place.kind}{country}; {place.id})"
