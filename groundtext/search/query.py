"""What a reader types → a query: words, phrases, beginnings of words, and operators.

    pipeline "northern provinces" turkm* -taliban feature:tapi in:balkh from:2018 reading:literal

Words must all be found; the last one may be the beginning of a longer one, because it may still
be typed. What is not understood is said, and the rest still counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from groundtext.edtf import is_valid
from groundtext.messages import message
from groundtext.model import LinkStatus, Precision, Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# By their names; the catalogue says what each one limits the search to.
OPERATORS: Final = (
    "feature",
    "in",
    "from",
    "to",
    "reading",
    "kind",
    "layer",
    "document",
    "publisher",
    "operator",
    "country",
    "year",
    "precision",
    "status",
)
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "reading": tuple(reading.value for reading in Reading),
    "precision": tuple(precision.value for precision in Precision),
    "status": tuple(status.value for status in LinkStatus if status is not LinkStatus.REJECTED),
}
_PIECE: Final = re.compile(r'(-)?(?:([A-Za-z]+):)?(?:"([^"]*)("?)|(\S+))(\s*)')
_HAS_WORD: Final = re.compile(r"\w")
_BOX: Final = re.compile(r"\s*,\s*".join([r"(-?\d+(?:\.\d+)?)"] * 4))
_NO_OTHERS: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})
_MOST_TEXT: Final = 400  # characters of a query that are read


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood.

    Attributes
    ----------
    words
        Words and phrases as they were typed, that all have to be found.
    beginnings
        Those of them that may be the beginning of a longer word.
    without
        Words and phrases that must not be found.
    limits
        What each operator is limited to, by its name; any one of the values will do.
    exact
        Limits that were written in quotes, as operator and value: the value is the whole.
    box
        West, south, east, north in degrees, of `in:`.
    notes
        What was not understood, in sentences.
    """

    words: tuple[str, ...] = ()
    beginnings: frozenset[str] = frozenset()
    without: tuple[str, ...] = ()
    limits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exact: frozenset[tuple[str, str]] = frozenset()
    box: tuple[float, float, float, float] | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked for."""
        return not (self.words or self.without or self.limits or self.box)

    def term(self, word: str) -> str:
        """Return the expression of SQLite's full-text search for one word or phrase."""
        return _quoted(word) + "*" * (word in self.beginnings)

    def match(self, others: Mapping[str, Sequence[str]] = _NO_OTHERS) -> str:
        """Return the expression for all of them; empty without words to find.

        `others` holds words that will do instead, by those that were typed.
        """
        wanted = [self._any(word, others) for word in self.words]
        if not wanted:
            return ""
        unwanted = "".join(f" NOT {self._any(word, others)}" for word in self.without)
        return f"({' AND '.join(wanted)}){unwanted}"

    def exclusion(self, others: Mapping[str, Sequence[str]] = _NO_OTHERS) -> str:
        """Return the expression for what must not be found, where there are no words to find."""
        return "" if self.words else " OR ".join(self._any(word, others) for word in self.without)

    def _any(self, word: str, others: Mapping[str, Sequence[str]]) -> str:
        terms = [self.term(word), *(_quoted(other) for other in others.get(word, ()))]
        return f"({' OR '.join(terms)})" if len(terms) > 1 else terms[0]


def parse_query(text: str) -> Query:
    """Read a query; nothing that is typed is an error."""
    words: list[str] = []
    without: list[str] = []
    beginnings: set[str] = set()
    limits: dict[str, list[str]] = {}
    notes: list[str] = []
    exact: set[tuple[str, str]] = set()
    for piece in _PIECE.finditer(text[:_MOST_TEXT].strip("\n")):
        minus, name, phrase, end_quote, word, gap = piece.groups()
        value = (phrase if phrase is not None else word).strip()
        operator, fault = _operator(piece)
        if fault:
            notes.append(fault)
        elif operator:
            limits.setdefault(operator, []).append(value)
            exact |= {(operator, value)} if phrase is not None else set()
        if operator:
            continue
        if name and name.lower() not in ("http", "https"):
            known = ", ".join(f"{operator}:" for operator in OPERATORS)
            notes.append(message("query.no-operator", operator=name, known=known))
        term = " ".join(filter(None, (name, value)))
        is_open = value.endswith("*") or (phrase is None and not gap) or end_quote == ""
        term = term.rstrip("*")
        if not _HAS_WORD.search(term):
            continue
        (without if minus else words).append(term)
        if is_open and not minus and (phrase is None or not end_quote):
            beginnings.add(term)
    checked, box = _checked(limits, notes)
    return Query(
        words=tuple(words),
        beginnings=frozenset(beginnings),
        without=tuple(without),
        limits=checked,
        exact=frozenset(exact),
        box=box,
        notes=tuple(notes),
    )


def _operator(piece: re.Match[str]) -> tuple[str, str]:
    """Return the operator of a piece, empty if it has none, and what is wrong with it."""
    minus, name, phrase, _, word, _ = piece.groups()
    is_bare = not name and word is not None and word.endswith(":")
    operator = (word[:-1] if is_bare else name or "").lower()
    if operator not in OPERATORS:
        return "", ""
    if is_bare or not (phrase or word or "").strip():
        return operator, message("query.no-value", operator=operator)
    return operator, message("query.no-minus", operator=operator) if minus else ""


def _checked(
    limits: Mapping[str, list[str]], notes: list[str]
) -> tuple[dict[str, tuple[str, ...]], tuple[float, float, float, float] | None]:
    """Return the limits that mean something; what does not is noted."""
    kept: dict[str, tuple[str, ...]] = {}
    box = None
    for name, values in limits.items():
        fit = tuple(each for value in values for each in _fitting(name, value, notes))
        if name == "in":
            boxes = [match for value in fit if (match := _BOX.fullmatch(value))]
            box = _box(boxes[-1], notes) if boxes else None
            fit = tuple(value for value in fit if not _BOX.fullmatch(value))
        if fit:
            kept[name] = fit
    return kept, box


def _fitting(name: str, value: str, notes: list[str]) -> tuple[str, ...]:
    """Return the value, or the choices of its operator that it may be the beginning of."""
    if name in ("from", "to") and not is_valid(value):
        notes.append(message("query.no-date", operator=name, value=value))
        return ()
    choices = _CHOICES.get(name)
    if choices is None:
        return (value,)
    chosen = tuple(choice for choice in choices if choice.startswith(value.lower()))
    if not chosen:
        known = ", ".join(choices)
        notes.append(message("query.one-of", operator=name, choices=known, value=value))
    return chosen


def _box(match: re.Match[str], notes: list[str]) -> tuple[float, float, float, float] | None:
    west, south, east, north = (float(number) for number in match.groups())
    if west > east or south > north:
        notes.append(message("query.no-box", box=match[0]))
        return None
    return west, south, east, north


def _quoted(term: str) -> str:
    """Return a term as a phrase of the full-text search, in which nothing else has a meaning."""
    return '"' + term.replace('"', '""').replace("\0", " ") + '"'
