"""The values that every part of Groundtext agrees on: frozen, without I/O.

Spans are half-open and count Unicode code points of `Document.text`. Positions are
longitude before latitude, in degrees, EPSG:4326. Dates are EDTF strings (ISO 8601-2), empty
when unknown.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from groundtext.errors import QuoteError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

DocumentId: TypeAlias = str  # the file name without its extension, e.g. "strategic-backyard"
FeatureId: TypeAlias = str  # lower case and hyphens, e.g. "base-201-kulob"
LayerId: TypeAlias = str  # the file name without its extension, e.g. "summits"
PlaceId: TypeAlias = str  # e.g. "geonames:524901", "country:UZB", "feature:bagram"


class Span(NamedTuple):
    """Half-open interval `[start, end)` in code points of a document's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class LonLat(NamedTuple):
    """A position in degrees, EPSG:4326, longitude first."""

    lon: float
    lat: float


class Reading(StrEnum):
    """How a place name is meant."""

    LITERAL = "literal"  # the place itself: "talks in Moscow"
    ASSOCIATIVE = "associative"  # an actor, by metonymy: "Moscow denies"
    ORGANISATION = "organisation"  # inside another name: "Carnegie Moscow Center"


class Precision(StrEnum):
    """How well a place is located, from best to worst; a corridor is a line's own class."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    CORRIDOR = "corridor"


class LinkKind(StrEnum):
    """Why a passage counts for a feature; `located` is context and not support."""

    NAMED = "named"
    DESCRIBED = "described"
    LOCATED = "located"


class LinkStatus(StrEnum):
    """What a reviewer said of a link; without a word it is only suggested."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Role(StrEnum):
    """What a passage is in its document; only body and heading can be evidence."""

    BODY = "body"
    HEADING = "heading"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of a document's text that can be found again in the original."""

    span: Span
    page: int = 0  # counted from 1; 0 where the format has no pages
    path: str = ""  # "paragraph 12", "table 2, row 3", "footnote 1"; empty where a page says it all
    role: str = ""  # heading | table | footnote | note | boilerplate; empty for running text


def element_at(elements: Sequence[Element], offset: int) -> Element | None:
    """Return the one of a document's elements that holds an offset, or None."""
    number = bisect_right(elements, offset, key=lambda element: element.span.start) - 1
    found = elements[number] if number >= 0 else None
    return found if found and offset < found.span.end else None


@dataclass(frozen=True, slots=True)
class Document:
    """A source text, verbatim, with what is known of it.

    The text of an incomplete document has the original's length: what is not held is spaces,
    and `held` says which spans are. The line ends are those of the file.
    """

    id: DocumentId
    file: str  # the source file's name, with extension
    text: str
    sha256: str  # of the source bytes, lower-case hexadecimal
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""  # EDTF date or interval
    basis: str = ""  # how the metadata are known
    language: str = "en"
    complete: bool = True
    held: tuple[Span, ...] = ()  # sorted and disjoint; empty when complete
    elements: tuple[Element, ...] = ()  # sorted and disjoint; empty for plain text

    def quote(self, span: Span) -> str:
        """Return the slice under the span, to the letter.

        Raises
        ------
        QuoteError
            If the span reaches outside the text, or outside what is held of it.
        """
        where = f"characters {span.start} to {span.end} are"
        if not 0 <= span.start < span.end <= len(self.text):
            message = f"{where} outside the text of {len(self.text)} characters."
            raise QuoteError(message, source=self.file)
        if not self.complete and not any(held.contains(span) for held in self.held):
            way_out = "build with the original document to read them."
            raise QuoteError(f"{where} not among the quotations held; {way_out}", source=self.file)
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, heading or list item of a document."""

    document_id: DocumentId
    ordinal: int  # 0-based, in reading order
    span: Span
    role: Role = Role.BODY
    note: str = ""  # why it is boilerplate, in words; empty otherwise
    paragraph: int = 0  # passages of one paragraph share it


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry."""

    id: PlaceId
    name: str
    kind: str  # country, region, province, settlement, venue, base, field, crossing, river, ...
    country: str = ""  # ISO 3166-1 alpha-2, e.g. "AF"; empty for what spans several
    position: LonLat | None = None  # None for what no point stands for
    bbox: tuple[float, float, float, float] | None = None  # west, south, east, north; degrees
    population: int = 0
    source: str = ""
    feature_id: str = ""  # the layer feature or collection that it stands for, if any


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention may mean, with a score from 0 to 1 and the reason for it."""

    place: Place
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a place name in a document.

    Candidates are sorted, best first. Mentions of a document are in order and do not overlap.
    """

    document_id: DocumentId
    span: Span
    text: str  # the slice under the span
    reading: Reading
    candidates: tuple[Candidate, ...] = ()
    kind: str = "place"  # place | demonym | collective
    reason: str = ""  # why it is read so, in words

    @property
    def place(self) -> Place | None:
        """The best candidate's place, or None where no candidate is known."""
        return self.candidates[0].place if self.candidates else None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was considered and not taken: a place, a name, a link."""

    span: Span  # of the words that made it thinkable
    about: str  # the place, feature or name, in words
    reason: str  # why not, in words
    rule: str  # what decided, e.g. "resolution", "plausibility"
    target_id: str = ""  # the feature or collection, where it is one


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression of a document, with what it was read to mean."""

    document_id: DocumentId
    span: Span
    text: str  # the slice under the span
    edtf: str  # a date, an interval, or a one-of set such as `[2020-05,2021-05]`
    mode: str  # at | since | bound ("before", "until", "by")
    grain: str  # day | weekday | month | span | year | decade | century | relative
    reason: str  # how it was read, in words


@dataclass(frozen=True, slots=True)
class Description:
    """By which words the features of a layer are described when they are not named."""

    form: str  # "base" | "meeting" | "route" | "" (no description)
    nouns: tuple[str, ...] = ()  # singular or plural, lower case


@dataclass(frozen=True, slots=True)
class Layer:
    """A named set of features of one theme: one GeoJSON file and one manifest entry."""

    id: LayerId
    title: str
    geometry_kind: str  # "point" | "line" | "area"
    file: str
    source: str
    licence: str
    retrieved: str  # EDTF date
    notice: str = ""
    colour: str = "#000000"  # six hexadecimal digits
    described: Description = Description(form="")


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing on the map, with what is known of it and how well."""

    id: FeatureId
    layer_id: LayerId
    name: str
    kind: str
    geometry: BaseGeometry  # EPSG:4326, x = longitude
    precision: Precision
    uncertainty_m: float  # radius for points, half width for corridors; metres
    status: str  # planned, built, active, closed, held, cancelled, postponed, disputed, ...
    sources: tuple[str, ...]
    confidence: str  # high | medium | low
    aliases: tuple[str, ...] = ()
    operator: str = ""
    country: str = ""
    valid_from: str = ""  # EDTF
    valid_to: str = ""  # EDTF; empty when unknown or still so
    planned_end: str = ""  # EDTF, e.g. the end of a treaty
    note: str = ""  # the source's own wording where it was mapped to a term
    properties: Mapping[str, str] = field(default_factory=dict)  # whatever else the layer says


@dataclass(frozen=True, slots=True)
class Collection:
    """A group of features that documents speak of as a group."""

    id: str  # shares one name space with the ids of features
    name: str
    members: tuple[str, ...]  # ids of features or collections
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An input, or a part of one, that was read but not used, and why."""

    file: str
    reason: str  # what is wrong, and what to do about it
    is_refused: bool = True  # False for what is simply none of ours, such as a picture


class SaidPlace(NamedTuple):
    """A settlement in which a passage says that something was."""

    name: str  # as the passage has it
    position: LonLat


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """The claim that a passage supports something about a feature or a collection."""

    target_id: str  # a feature's or a collection's id
    document_id: DocumentId
    span: Span  # of the passage
    kind: LinkKind
    score: float  # 0 to 1, uncalibrated
    reason: str  # one plain sentence
    method: str  # e.g. "alias", "meeting", "review"
    matches: tuple[Span, ...] = ()  # the words that made the link, inside `span`
    status: LinkStatus = LinkStatus.SUGGESTED
    decided_by: str = ""
    decided_at: str = ""  # EDTF
    note: str = ""  # the reviewer's
    said_date: str = ""  # EDTF: when the passage says that it was, if it does
    said_outcome: str = ""  # what it says became of it: took place, was postponed, …
    said_place: SaidPlace | None = None  # where it says that it was
    also_at: tuple[Span, ...] = ()  # where the same sentence stands again in the document
