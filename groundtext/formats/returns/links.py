"""A link as an export writes it → the link; anybody may write such a file, so all is checked."""

from __future__ import annotations

import math
import re
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from groundtext.edtf import is_valid
from groundtext.layers.feature import ID_PATTERN
from groundtext.layers.finding import Fault
from groundtext.model import EvidenceLink, LinkKind, LinkStatus, LonLat, SaidPlace, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundtext.layers.geojson import Json

_Member = TypeVar("_Member", bound=StrEnum)
_AGAIN: Final = "export it again"
_MOST_CHARACTERS: Final = 100_000  # of one text: a passage is a sentence, a note is short
_MOST_SPANS: Final = 10_000
_LAST: Final = 2**31  # no text is as long
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MAX_LON: Final = 180
_MAX_LAT: Final = 90


class GivenLink(NamedTuple):
    """A link that came with an export, and the words that it says it rests on."""

    link: EvidenceLink
    quote: str  # as long as the link's span
    also_quotes: tuple[str, ...] = ()  # those of `link.also_at`; empty where they are not said


def link_from_json(fields: Mapping[str, Json]) -> GivenLink:
    """Return the link in an object that an export calls evidence, with its `target`.

    Whether the document and the target are there, and the quote is the document's, is for whoever
    has them to see.

    Raises
    ------
    Fault
        If a member is missing, or is not what it must be.
    """
    span = span_from_json([fields.get("start"), fields.get("end")], "its place")
    quote = text_from_json(fields, "quote")
    if len(quote) != span.end - span.start:
        raise Fault(
            f"its quote of {len(quote)} characters cannot stand at {span.start} to {span.end}",
            _AGAIN,
        )
    target_id = text_from_json(fields, "target")
    if not ID_PATTERN.fullmatch(target_id):
        raise Fault(f"its target {target_id!r:.80} is no id", _AGAIN)
    matches = _spans(fields, "matches")
    if not all(span.contains(match) for match in matches):
        raise Fault("the words that made it are not in its quote", _AGAIN)
    also_at = _spans(fields, "also_at")
    link = EvidenceLink(
        target_id=target_id,
        document_id=text_from_json(fields, "document"),
        span=span,
        kind=_member(fields, "kind", LinkKind),
        score=_score(fields.get("score")),
        reason=text_from_json(fields, "reason"),
        method=text_from_json(fields, "method"),
        matches=matches,
        status=_member(fields, "status", LinkStatus),
        decided_by=text_from_json(fields, "decided_by"),
        decided_at=_moment(fields, "decided_at"),
        note=text_from_json(fields, "note"),
        said_date=date_from_json(fields, "said_date"),
        said_outcome=text_from_json(fields, "said_outcome"),
        said_place=_said_place(fields.get("said_place")),
        also_at=also_at,
    )
    return GivenLink(link, quote, _also_quotes(fields.get("also_quotes"), also_at))


def text_from_json(fields: Mapping[str, Json], name: str) -> str:
    """Return a text, empty where there is none; raises `Fault` for anything else."""
    text = fields.get(name, "")
    if not isinstance(text, str) or len(text) > _MOST_CHARACTERS or _SURROGATE.search(text):
        raise Fault(f"its {name} is {text!r:.80}, and no text that can be kept", _AGAIN)
    return text


def date_from_json(fields: Mapping[str, Json], name: str) -> str:
    """Return an EDTF date, empty where there is none; raises `Fault` for anything else."""
    edtf = text_from_json(fields, name)
    if edtf and not is_valid(edtf):
        raise Fault(f"its {name} {edtf!r:.80} is no EDTF date", "write it like 2001-12-05")
    return edtf


def span_from_json(value: Json, what: str) -> Span:
    """Return the half-open span in a list of two numbers; raises `Fault` if there is none."""
    match value:
        # bool is a kind of int in Python, not in JSON.
        case [int(start), int(end)] if type(start) is type(end) is int and 0 <= start < end < _LAST:
            return Span(start, end)
    raise Fault(f"{what} is {value!r:.80}, not a start and an end", _AGAIN)


def _spans(fields: Mapping[str, Json], name: str) -> tuple[Span, ...]:
    value = fields.get(name, [])
    if not isinstance(value, list) or len(value) > _MOST_SPANS:
        raise Fault(f"its {name} is {value!r:.80}, and no list of places", _AGAIN)
    return tuple(span_from_json(each, name) for each in value)


def _member(fields: Mapping[str, Json], name: str, kind: type[_Member]) -> _Member:
    value = fields.get(name)
    known = [member.value for member in kind]
    if value not in known:
        raise Fault(f"its {name} is {value!r:.80}", f"use one of {', '.join(known)}")
    return kind(str(value))


def _score(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Fault(f"its score is {value!r:.80}", "write a number from 0 to 1")
    return float(value)


def _moment(fields: Mapping[str, Json], name: str) -> str:
    text = text_from_json(fields, name)
    if text and not is_valid(text):
        try:
            datetime.fromisoformat(text)
        except ValueError:
            raise Fault(f"its {name} {text!r:.80} is no date", "write it like 2026-11-23") from None
    return text


def _said_place(value: Json) -> SaidPlace | None:
    match value:
        case None:
            return None
        case [str(name), [int() | float() as lon, int() | float() as lat]] if _is_place(lon, lat):
            return SaidPlace(
                text_from_json({"said_place": name}, "said_place"), LonLat(float(lon), float(lat))
            )
    raise Fault(f"its said_place is {value!r:.80}, not a name and a position", _AGAIN)


def _is_place(lon: float, lat: float) -> bool:
    is_number = not (isinstance(lon, bool) or isinstance(lat, bool))
    return is_number and abs(lon) <= _MAX_LON and abs(lat) <= _MAX_LAT and math.isfinite(lon + lat)


def _also_quotes(value: Json, also_at: tuple[Span, ...]) -> tuple[str, ...]:
    if value is None:
        return ()
    lengths = [end - start for start, end in also_at]
    quotes = value if isinstance(value, list) else []
    texts = [text_from_json({"also_quotes": quote}, "also_quotes") for quote in quotes]
    # An empty one is of a place that the document did not hold.
    if len(texts) != len(lengths) or any(
        text and len(text) != length for text, length in zip(texts, lengths, strict=True)
    ):
        raise Fault("the words at its other places do not fit there", _AGAIN)
    return tuple(texts)
