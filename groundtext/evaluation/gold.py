"""Right answers of one's own, read from JSON lines.

One object a line; its keys tell what it is, and it may be several at once:

- `feature` makes it a link: the passage at `start` to `end` supports that feature or collection;
  `status` says how binding it is;
- `reading` makes it a reading of the place name there;
- `place`, or `lon` and `lat`, say which place the name means; null says that it is a place's name
  and which place is not known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from groundtext.errors import GoldError
from groundtext.model import LonLat, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from groundtext.model import DocumentId, PlaceId

MENTION_KINDS: Final = ("place", "collective", "demonym")
_PLACE_KEYS: Final = ("place", "lon", "lat")
_WANTED: Final = "`feature`, `reading`, `place`, or `lon` and `lat`"


class _SilentError(ValueError):
    """An object that says nothing of what is compared here."""


class GoldStatus(StrEnum):
    """How binding a right link is."""

    CORE = "core"  # must be found
    NEUTRAL = "neutral"  # neither required nor wrong
    REVIEWED = "reviewed"  # needs knowledge from outside the text
    REJECTED = "rejected"  # a person said no: wrong when found


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a right answer stands, and the document and the words that it is about."""

    file: str  # of the gold
    line: int  # from 1
    document: str  # the name as the gold gives it
    span: Span
    quote: str = ""  # the words, if the gold holds them

    @property
    def document_id(self) -> DocumentId:
        """The document's id: its file name without extension."""
        return PurePath(self.document).stem


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A passage and a feature or collection that it supports, or does not."""

    origin: Origin = field(compare=False)
    document_id: DocumentId
    span: Span
    target_id: str
    status: GoldStatus = GoldStatus.CORE


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A place name with its reading, its place, or both."""

    origin: Origin = field(compare=False)
    document_id: DocumentId
    span: Span
    reading: Reading | None = None
    kind: str = "place"  # one of MENTION_KINDS
    is_placed: bool = False  # whether the line speaks of a place at all
    place_id: PlaceId = ""
    position: LonLat | None = None  # degrees, EPSG:4326

    @property
    def has_place(self) -> bool:
        """Whether it is known which place is meant."""
        return bool(self.place_id) or self.position is not None


@dataclass(frozen=True, slots=True)
class Gold:
    """Right answers in the order of their files, and what could not be used."""

    links: tuple[GoldLink, ...] = ()
    mentions: tuple[GoldMention, ...] = ()
    refused: tuple[GoldError, ...] = ()
    others: tuple[str, ...] = ()  # files that hold answers to other questions

    @property
    def answers(self) -> tuple[GoldLink | GoldMention, ...]:
        """All of them, links first."""
        return *self.links, *self.mentions

    @property
    def document_ids(self) -> frozenset[DocumentId]:
        """The documents that any answer is about."""
        return frozenset(one.document_id for one in self.answers)


def read_gold(path: Path) -> Gold:
    """Read a file of right answers, or every `.jsonl` file of a folder, in order of name.

    A faulty line costs no other: it is named among the refused, with what to do.

    Raises
    ------
    GoldError
        If not one line can be used.
    """
    links: list[GoldLink] = []
    mentions: list[GoldMention] = []
    refused: list[GoldError] = []
    others: list[str] = []
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            refused.append(GoldError(f"cannot be read as UTF-8 text ({error}).", source=str(file)))
            continue
        read = parse_gold(text, file.name)
        links += read.links
        mentions += read.mentions
        refused += read.refused
        others += read.others
    if not links and not mentions:
        reasons = " ".join(str(error) for error in refused[:3])
        message = f"no right answer can be used; give lines with {_WANTED}. {reasons}"
        raise GoldError(message.rstrip(), source=str(path))
    return Gold(tuple(links), tuple(mentions), tuple(refused), tuple(others))


def parse_gold(text: str, source: str) -> Gold:
    """Return the right answers in the lines of a text; `source` names it in errors.

    Where not one line says anything to compare, the text is about something else, and not faulty.
    """
    links: list[GoldLink] = []
    mentions: list[GoldMention] = []
    refused: list[GoldError] = []
    n_silent = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            for one in _parse(line, source, number):
                if isinstance(one, GoldLink):
                    links.append(one)
                else:
                    mentions.append(one)
        except (ValueError, TypeError, RecursionError) as error:
            n_silent += isinstance(error, _SilentError)
            refused.append(fault(source, number, str(error)))
    if n_silent and n_silent == len(refused) and not links and not mentions:
        return Gold(others=(source,))
    return Gold(tuple(links), tuple(mentions), tuple(refused))


def fault(source: str, line: int, message: str) -> GoldError:
    """Return the error that a line is refused with."""
    way_out = "" if ";" in message else "; correct the line or remove it"
    return GoldError(f"line {line}: {message}{way_out}.", source=source)


def _parse(line: str, source: str, number: int) -> Iterator[GoldLink | GoldMention]:
    fields = json.loads(line)
    if not isinstance(fields, dict):
        raise TypeError("not a JSON object")
    is_placed = any(key in fields for key in _PLACE_KEYS)
    if not is_placed and "feature" not in fields and "reading" not in fields:
        raise _SilentError(f"says nothing to compare; give {_WANTED}")
    origin = Origin(source, number, _text(fields, "document"), _span(fields), _quote(fields))
    # All of a line is read before any of it is used: half a line would count as a whole one.
    found: list[GoldLink | GoldMention] = []
    if "feature" in fields:
        target_id, status = _text(fields, "feature"), _status(fields)
        found.append(GoldLink(origin, origin.document_id, origin.span, target_id, status))
    if is_placed or "reading" in fields:
        found.append(_mention(fields, origin, is_placed=is_placed))
    yield from found


def _mention(fields: Mapping[str, object], origin: Origin, *, is_placed: bool) -> GoldMention:
    kind = fields.get("kind")  # a line that is a link, too, gives the link's kind
    place = fields.get("place")
    if place is not None and not isinstance(place, str):
        raise TypeError(f"`place` is {place!r}, not a place's id")
    return GoldMention(
        origin,
        origin.document_id,
        origin.span,
        reading=_reading(fields),
        kind=kind if isinstance(kind, str) and kind in MENTION_KINDS else "place",
        is_placed=is_placed,
        place_id=place or "",
        position=_position(fields),
    )


def _text(fields: Mapping[str, object], key: str) -> str:
    if key not in fields:
        raise ValueError(f"lacks `{key}`")
    value = fields[key]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"`{key}` is {value!r}, not a text")
    return value


def _quote(fields: Mapping[str, object]) -> str:
    given = fields.get("quote", fields.get("text", ""))
    if not isinstance(given, str):
        raise TypeError(f"`quote` or `text` is {given!r}, not a text")
    return given


def _span(fields: Mapping[str, object]) -> Span:
    start, end = (_whole(fields, key) for key in ("start", "end"))
    if not 0 <= start < end:
        raise ValueError(
            f"{start} to {end} is no span; `end` is one past the last character, from 0"
        )
    return Span(start, end)


def _whole(fields: Mapping[str, object], key: str) -> int:
    if key not in fields:
        raise ValueError(f"lacks `{key}`")
    value = fields[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"`{key}` is {value!r}, not a whole number")
    return value


def _status(fields: Mapping[str, object]) -> GoldStatus:
    value = fields.get("status", GoldStatus.CORE)
    for status in GoldStatus:
        if value == status:
            return status
    raise ValueError(f"`status` is {value!r}; it is one of {', '.join(GoldStatus)}")


def _reading(fields: Mapping[str, object]) -> Reading | None:
    if "reading" not in fields:
        return None
    for reading in Reading:
        if fields["reading"] == reading:
            return reading
    raise ValueError(f"`reading` is {fields['reading']!r}; it is one of {', '.join(Reading)}")


def _position(fields: Mapping[str, object]) -> LonLat | None:
    lon, lat = fields.get("lon"), fields.get("lat")
    if lon is None and lat is None:
        return None
    degrees = [_degrees(lon, "lon", 180), _degrees(lat, "lat", 90)]
    return LonLat(*degrees)


def _degrees(value: object, key: str, most: int) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(f"`{key}` is {value!r}, not a number of degrees; give `lon` and `lat`")
    if not abs(value) <= most:  # not a number is not within, either
        raise ValueError(f"`{key}` is {value!r}; it lies from -{most} to {most} degrees")
    return float(value)
