"""Which property of a layer is the name, the kind, the date: guessed by names and by values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundtext.layers.geojson import Json

# In the order in which they are tried; names are compared without case, blanks and underscores.
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "featureid", "uid", "uuid", "identifier", "code", "gid", "osmid", "pcode", "iso"),
    "name": (
        *("name", "nameen", "englishname", "nameenglish", "title", "label", "toponym", "placename"),
        *("featurename", "fullname", "sitename", "adm2en", "adm1en", "adm0en", "shapename", "nom"),
        *("nombre", "nome", "bezeichnung", "titel", "название", "имя", "naam", "namn", "place"),
        *("site", "facility", "station", "port"),
    ),
    "aliases": (
        *(
            "aliases",
            "alias",
            "altname",
            "altnames",
            "alternatename",
            "alternatenames",
            "othernames",
        ),
        *("othername", "alsoknownas", "aka", "synonyms", "variants", "nameother"),
    ),
    "kind": ("kind", "type", "category", "class", "featuretype", "fclass", "art", "tipo", "sort"),
    "operator": (
        "operator",
        "owner",
        "operatedby",
        "organisation",
        "organization",
        "company",
        "agency",
    ),
    "country": (
        "country",
        "countryname",
        "countrycode",
        "ccode",
        "iso3",
        "isoa3",
        "isoa2",
        "land",
        "pays",
        "adm0en",
    ),
    "valid_from": (
        *("validfrom", "from", "start", "startdate", "begin", "begins", "opened", "since", "date"),
        *("opening", "built", "established", "year"),
    ),
    "valid_to": ("validto", "to", "until", "end", "enddate", "ends", "closed", "closing"),
    "status": ("status", "state", "condition", "zustand"),
    "precision": ("precision",),
    "uncertainty_m": ("uncertaintym", "accuracym", "accuracy", "coordinateuncertaintyinmeters"),
    "sources": ("sources", "source", "reference", "references", "citation", "quelle", "url"),
    "note": ("note", "notes", "comment", "remarks", "description", "beschreibung", "desc"),
}
ROLES: Final = tuple(_NAMES)
_SAMPLE: Final = 200
_FEWEST_LETTERS: Final = 0.5  # of a name's values that hold a letter


def guess_fields(properties: Sequence[Mapping[str, Json]]) -> dict[str, str]:
    """Return the property for each role that one seems to fit; none has two roles."""
    sample = properties[:_SAMPLE]
    columns: dict[str, str] = {}
    for row in sample:
        for name in row:
            columns.setdefault(_plain(name), name)
    fields: dict[str, str] = {}
    for role, names in _NAMES.items():
        for name in names:
            column = columns.get(name)
            if column and column not in fields.values() and _fits(role, column, sample):
                fields[role] = column
                break
    if "name" not in fields:
        column = _most_like_a_name(sample, set(fields.values()))
        if column:
            fields["name"] = column
    return fields


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _texts(column: str, rows: Sequence[Mapping[str, Json]]) -> list[str]:
    return [str(row[column]) for row in rows if row.get(column) not in (None, "")]


def _fits(role: str, column: str, rows: Sequence[Mapping[str, Json]]) -> bool:
    texts = _texts(column, rows)
    if not texts:
        return False
    if role == "name":
        return _share_with_letters(texts) >= _FEWEST_LETTERS
    if role == "id":
        return len(set(texts)) == len(texts)
    if role in ("valid_from", "valid_to"):
        return any(re.search(r"\d{4}", text) for text in texts)
    return True


def _share_with_letters(texts: Sequence[str]) -> float:
    return sum(any(letter.isalpha() for letter in text) for text in texts) / len(texts)


def _most_like_a_name(rows: Sequence[Mapping[str, Json]], taken: set[str]) -> str:
    """Return the column of texts that differ most, short enough for names; empty without one."""
    best, best_share = "", 0.5
    for column in rows[0] if rows else ():
        texts = _texts(column, rows)
        is_short = texts and max(map(len, texts)) <= 120  # noqa: PLR2004  longer is a description
        if column in taken or not is_short or _share_with_letters(texts) < 0.9:  # noqa: PLR2004
            continue
        share = len(set(texts)) / len(texts)
        if share > best_share:
            best, best_share = column, share
    return best
