"""An explanation in plain sentences for people, and in fields for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.model import LinkStatus, Role
from groundtext.portrayal.terminal import on_one_line
from groundtext.portrayal.wording import date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundtext.dates.expressions import DateExpression
    from groundtext.explanation.explaining import Explanation
    from groundtext.model import Candidate, EvidenceLink, Mention, Place, Rejected, Span

_NOTHING: Final = "  none"


def explanation_lines(explanation: Explanation, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the explanation line by line; `names` are those of features and collections, by id."""
    document, passage = explanation.document, explanation.passage
    start, end = passage.span
    yield f"{on_one_line(document.file)}, characters {start} to {end}: passage {passage.ordinal}"
    yield f"  “{on_one_line(document.quote(passage.span))}”"
    yield f"  {_role_in_words(explanation)}"
    yield "Names of places"
    yield from _section(line for one in explanation.mentions for line in _mention_lines(one))
    yield "Dates"
    yield from _section(_date_in_words(one, explanation) for one in explanation.dates)
    yield "Links"
    yield from _section(
        line for one in explanation.links for line in _link_lines(one, explanation, names)
    )
    if explanation.silence:
        yield f"  The passage supports nothing on the map: {explanation.silence}."
    yield "Considered and rejected"
    yield from _section(_rejected_in_words(one) for one in explanation.rejected)
    yield ""


def _section(lines: Iterable[str]) -> Iterator[str]:
    found = [f"  {on_one_line(line)}" if line[0] != " " else line for line in lines]
    yield from found or [_NOTHING]


def _role_in_words(explanation: Explanation) -> str:
    passage = explanation.passage
    if passage.role is Role.BOILERPLATE:
        return f"It is boilerplate ({on_one_line(passage.note)}), and supports nothing."
    what = "a heading" if passage.role is Role.HEADING else "part of the text"
    return f"It is {what}, so it can support something."


def _mention_lines(mention: Mention) -> Iterator[str]:
    reason = f" ({mention.reason})" if mention.reason else ""
    kind = f"a {mention.kind}, " if mention.kind != "place" else ""
    yield f"{_at(mention.text, mention.span)} is {kind}read as {mention.reading}{reason}."
    if not mention.candidates:
        yield "    No place of that name is known."
    for number, candidate in enumerate(mention.candidates):
        verb = "It means" if number == 0 else "It could mean"
        yield f"    {verb} {on_one_line(_candidate_in_words(candidate))}."


def _candidate_in_words(candidate: Candidate) -> str:
    reason = f", {candidate.reason}" if candidate.reason else ""
    return f"{_place_in_words(candidate.place)}: score {candidate.score:.3f}{reason}"


def _place_in_words(place: Place) -> str:
    country = f", {place.country}" if place.country else ""
    position = place.position
    where = f" at {position.lon:.4f}, {position.lat:.4f}" if position else ""
    return f"{place.name} ({place.kind}{country}; {place.id}){where}"


def _date_in_words(date: DateExpression, explanation: Explanation) -> str:
    words = _words(explanation, date.span)
    meant = f"{date_in_words(date.edtf)} [{date.edtf}]"
    published = explanation.document.published
    against = f", the document being of {date_in_words(published)}" if published else ""
    return f"{_at(words, date.span)} is read as {meant}{against} ({date.grain}, {date.mode})."


def _link_lines(
    link: EvidenceLink, explanation: Explanation, names: Mapping[str, str]
) -> Iterator[str]:
    name = names.get(link.target_id, "")
    target = f"{name} [{link.target_id}]" if name else link.target_id
    yield f"{target}: {link.kind}, score {link.score:.2f}, by {link.method}: {link.reason}"
    if link.matches:
        words = ", ".join(_at(_words(explanation, span), span) for span in link.matches)
        yield f"    It rests on {on_one_line(words)}."
    yield f"    {on_one_line(_status_in_words(link))}"


def _status_in_words(link: EvidenceLink) -> str:
    if link.status is LinkStatus.SUGGESTED:
        return "Nobody has reviewed it."
    by = f" by {link.decided_by}" if link.decided_by else ""
    at = f", {date_in_words(link.decided_at)}" if link.decided_at else ""
    note = f": {link.note}" if link.note else ""
    return f"It was {link.status}{by}{at}{note}."


def _rejected_in_words(rejected: Rejected) -> str:
    start, end = rejected.span
    return f"{start}-{end} {rejected.about}: {rejected.reason} [{rejected.rule}]."


def _words(explanation: Explanation, span: Span) -> str:
    return explanation.document.quote(span)


def _at(words: str, span: Span) -> str:
    return f"‘{on_one_line(words)}’ ({span.start}-{span.end})"


def explanation_json(explanation: Explanation) -> dict[str, object]:
    """Return everything as fields: what `--json` prints, one object a passage."""
    document, passage = explanation.document, explanation.passage
    return {
        "document": document.file,
        **_span_fields(passage.span),
        "quote": document.quote(passage.span),
        "ordinal": passage.ordinal,
        "role": passage.role.value,
        "note": passage.note,
        "silence": explanation.silence,
        "mentions": [_mention_fields(mention) for mention in explanation.mentions],
        "dates": [
            {
                **_span_fields(date.span),
                "text": _words(explanation, date.span),
                "edtf": date.edtf,
                "grain": date.grain,
                "mode": date.mode,
            }
            for date in explanation.dates
        ],
        "links": [_link_fields(link) for link in explanation.links],
        "rejected": [
            {**_span_fields(one.span), "about": one.about, "reason": one.reason, "rule": one.rule}
            for one in explanation.rejected
        ],
    }


def _span_fields(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _mention_fields(mention: Mention) -> dict[str, object]:
    return {
        **_span_fields(mention.span),
        "text": mention.text,
        "kind": mention.kind,
        "reading": mention.reading.value,
        "reason": mention.reason,
        "candidates": [
            {
                "place": candidate.place.id,
                "name": candidate.place.name,
                "score": candidate.score,
                "reason": candidate.reason,
            }
            for candidate in mention.candidates
        ],
    }


def _link_fields(link: EvidenceLink) -> dict[str, object]:
    return {
        "feature": link.target_id,
        "kind": link.kind.value,
        "score": link.score,
        "method": link.method,
        "reason": link.reason,
        "matches": [_span_fields(span) for span in link.matches],
        "status": link.status.value,
        "note": link.note,
    }
