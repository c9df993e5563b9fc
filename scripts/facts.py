"""The facts as they were gathered, and how their free text maps to terms.

Nothing is guessed here: a wording that no table knows stops the build, so that a new row is
looked at by a person. The original wording goes into the feature's note.
"""

from __future__ import annotations

import csv
import re
import tomllib
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from groundtext.edtf import is_valid
from groundtext.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Row: TypeAlias = "Mapping[str, str]"

# "general knowledge" or a guess in any column of a row: low until a second source is named.
_UNSOURCED: Final = re.compile(r"general knowledge|\bguess\b|\bauthor\b", re.IGNORECASE)
_CONFIDENCES: Final = ("low", "medium", "high")

_STATUSES: Final = {
    "US advisers returned 2017-04, left 2021-05 (guess)": "closed",
    "active": "active",
    "alleged; denied by Kremlin and Taliban": "disputed",
    "announced for 27 March 2021 (one source document) and for April 2021 (another); "
    "set for 24 April to 4 May, postponed on 21 April, not held": "postponed",
    "cancelled": "cancelled",
    "closed": "closed",
    "closed to US": "closed",
    "handed over": "closed",
    "held": "held",
    "relocated to Dushanbe": "closed",
    "reported": "reported",
    "retired": "closed",
    "stalled": "stalled",
    "transferred": "closed",
    "unclear": "unclear",
}
_DATES: Final = {
    "1943/1955": "1943/1955",
    "1994 (lease)": "1994",
    "1996 (lease)": "1996",
    "1999 (tests) / 2004": "1999",
    "Soviet era": "",  # it began before 1992: no date
}
# The ends of treaties and leases that still run.
_PLANNED_ENDS: Final = {
    "2032+ (treaty)": "2032",
    "2042 (treaty)": "2042",
    "2050": "2050",
    "2050s?": "205X?",
}
_OPERATORS: Final = {
    "China (unacknowledged)": "China",
    "France (NATO)": "France",
    "Germany (ISAF/RS)": "Germany",
    "India (claimed)/Tajikistan": "Tajikistan",
    "Russia (CSTO)": "Russia",
    "Tajikistan (India-renovated; India/Russia use)": "Tajikistan",
    "United States (tenant)": "United States",
    "Uzbekistan (US use 2001 claimed)": "Uzbekistan",
}
_PRECISIONS: Final = {
    "city": Precision.SETTLEMENT,
    "country area": Precision.COUNTRY,
    "town": Precision.SETTLEMENT,
    "venue": Precision.SITE,
    "venue?": Precision.SETTLEMENT,  # the building is a guess, the city is not
}
COUNTRIES: Final = {
    "Afghanistan": "AF",
    "China": "CN",
    "Kazakhstan": "KZ",
    "Kyrgyzstan": "KG",
    "Pakistan": "PK",
    "Qatar": "QA",
    "Russia": "RU",
    "Tajikistan": "TJ",
    "Turkey": "TR",
    "United States": "US",
    "Uzbekistan": "UZ",
}


class Names(NamedTuple):
    """What a feature or collection is called; an empty name leaves that of the facts."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()  # names of the facts that first mean something else
    note: str = ""


def read_rows(path: Path) -> tuple[Row, ...]:
    """Return the rows of a table of facts, in its order."""
    with path.open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table))


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file of facts."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read_names(facts: Path, section: str) -> Mapping[str, Names]:
    """Return the names authored for a section of names.toml, by id."""
    return {
        name: Names(
            name=entry.get("name", ""),
            aliases=tuple(entry.get("aliases", ())),
            ambiguous=tuple(entry.get("ambiguous", ())),
            note=entry.get("note", ""),
        )
        for name, entry in read_toml(facts / "names.toml")[section].items()
    }


def status_of(row: Row) -> str:
    """Return the term for a row's status; KeyError for a wording that is not known."""
    return _STATUSES[row["status"]]


def operator_of(row: Row) -> str:
    """Return who runs a base, without the remarks; both names where two share it."""
    return _OPERATORS.get(row["operator"], row["operator"])


def precision_of(row: Row) -> Precision:
    """Return the precision of a meeting's place; KeyError for a wording that is not known."""
    return _PRECISIONS[row["place_precision"]]


def dates_of(row: Row) -> tuple[str, str, str]:
    """Return valid_from, valid_to and planned_end as EDTF, empty where unknown or open."""
    planned = _PLANNED_ENDS.get(row["valid_to"], "") if row["status"] == "active" else ""
    ended = "" if planned else _date(row["valid_to"])
    return _date(row["valid_from"]), ended, planned


def _date(wording: str) -> str:
    date = _DATES.get(wording, wording)
    if date and not is_valid(date):
        raise ValueError(f"{wording!r} is no EDTF date; say in scripts/facts.py what it means.")
    return date


def confidence_of(*rows: Row) -> str:
    """Return the lowest confidence that any of the rows names; low if one is unsourced."""
    if any(is_unsourced(row) for row in rows):
        return "low"
    words = [re.findall("|".join(_CONFIDENCES), row["confidence"]) for row in rows]
    ranks = [_CONFIDENCES.index(word) for found in words for word in found]
    # "existence disputed" names no level: nothing is lower than that.
    return _CONFIDENCES[min(ranks)] if ranks and all(words) else "low"


def is_unsourced(row: Row) -> bool:
    """Tell whether a part of the row rests on general knowledge or a guess."""
    return any(_UNSOURCED.search(cell) for cell in row.values())


def sources_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the sources that the rows name, each once, in order."""
    column = [row.get("sources") or row["source"] for row in rows]
    parts = (part.strip() for cell in column for part in _split_outside_brackets(cell))
    return tuple(dict.fromkeys(part for part in parts if part))


def aliases_of(name: str, *groups: Iterable[str]) -> tuple[str, ...]:
    """Return all aliases once, in order, without the name itself."""
    found = dict.fromkeys(alias.strip() for group in groups for alias in group)
    return tuple(alias for alias in found if alias and alias != name)


def wording_note(row: Row, terms: Mapping[str, str]) -> str:
    """Say in words what the facts wrote where a term stands for it now.

    `terms` are the columns and what became of them; a column whose term is its wording is
    left out.
    """
    kept = [
        f"{column.replace('_', ' ')} “{row[column]}”"
        for column, term in terms.items()
        if row[column] and row[column] != term
    ]
    words = [f"In the words of the facts: {', '.join(kept)}."] if kept else []
    if is_unsourced(row):
        words.append("Low confidence: a part of this rests on general knowledge or a guess.")
    return " ".join(words)


def _split_outside_brackets(text: str) -> list[str]:
    """Split at semicolons that stand outside brackets and quotation marks."""
    return re.split(r";\s*(?![^(]*\))", text)
