"""Authors as citations write them: apart where they are several, inverted only where that is safe.

"Samuel Ramani" becomes "Ramani, S." in APA. A name is turned round only if it looks like given
names and one family name in Latin letters; bodies ("Ministry of Trade and Industry"), single
names, names with particles or suffixes, and names from languages that put the family name first
are left as they are written: a name that is not inverted can be mended, a false one misleads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’. -]+")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?)+|[^\W\d_]{1,2}")
# Words that persons do not bear: a name with one of these is a body's.
_BODIES: Final = re.compile(
    r"""(?x)
    agency | army | association | authority | bank | board | bureau | business | center | centre |
    centrum | command | commission | committee | company | corporation | corps | council | daily |
    department | desk | editor | editorial | editors | embassy | federation | fellows | forces |
    forum | foundation | fund | gazette | government | group | inc | initiative | institute |
    intelligence | international | journal | law | ltd | magazine | ministry | mission | monitor |
    monitoring | nations | network | news | newsroom | observatory | office | organisation |
    organization | outlook | parliament | party | post | press | programme | program | project |
    radio | report | reporters | research | review | secretariat | service | services | society |
    staff | state | states | studies | team | think | times | today | tribune | trust | union |
    university | watch | wire | world
    """
)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
# Chinese, Hungarian, Japanese, Korean, Vietnamese, Khmer: the family name comes first.
_FAMILY_FIRST: Final = frozenset({"zh", "hu", "ja", "ko", "vi", "km"})
_FEWEST_WORDS, _MOST_WORDS = 2, 4  # of a name that can be told apart


@dataclass(frozen=True, slots=True)
class Name:
    """An author: a person with a family name and given names, or one whole name."""

    whole: str  # as written, in reading order
    family: str = ""  # empty where the name is not to be turned round
    given: str = ""

    @property
    def short(self) -> str:
        """What a reference in the text calls the author."""
        return self.family or self.whole

    @property
    def inverted(self) -> str:
        """The family name first, with all given names; or the whole name."""
        return f"{self.family}, {self.given}" if self.family else self.whole

    @property
    def initialled(self) -> str:
        """The family name with initials, "Ramani, S."; or the whole name."""
        if not self.family:
            return self.whole
        return f"{self.family}, {' '.join(_initials(word) for word in self.given.split())}"


def names(author: str, language: str = "") -> tuple[Name, ...]:
    """Return the authors of a document in their order; none where none is named.

    Parameters
    ----------
    author
        As it was recorded: "A. Writer", "A. Writer; B. Reader", "A. Writer and B. Reader".
    language
        Of the document, by which names are known that are not to be turned round.
    """
    whole = " ".join(author.split())
    if ";" in whole:
        return tuple(_name(part.strip(), language) for part in whole.split(";") if part.strip())
    several = [part.strip() for part in re.split(r",? (?:and|&) |, ", whole)]
    # "Ministry of Trade and Industry" is one author: all parts must look like persons.
    if len(several) > 1 and all(_is_person(part) for part in several):
        return tuple(_name(part, language) for part in several)
    return (_name(whole, language),) if whole else ()


def _name(whole: str, language: str) -> Name:
    if whole.count(",") == 1:
        family, given = (part.strip() for part in whole.split(","))
        if family and given and _is_person(f"{given} {family}"):
            return Name(f"{given} {family}", family, given)
    if not _is_person(whole) or language.partition("-")[0] in _FAMILY_FIRST:
        return Name(whole)
    given, _, family = whole.rpartition(" ")
    # An initial is no family name: "Abdullah K."
    return Name(whole) if _INITIALS.fullmatch(family) else Name(whole, family, given)


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and bool(_LATIN.fullmatch(name))
        and all(_WORD.fullmatch(word) and word[0].isupper() for word in words)
        and not any(_is_telling(word.casefold().strip(".")) for word in words)
        and not any(_is_acronym(word) for word in words)
        and words[0] != "The"
    )


def _is_telling(word: str) -> bool:
    """Tell whether a word names a body, or follows a family name."""
    return bool(_BODIES.fullmatch(word)) or word in _SUFFIXES


def _is_acronym(word: str) -> bool:
    """Tell "BBC" from "JR" and "J.R.", which are initials."""
    return word.isupper() and len(word) > 2 and "." not in word and "-" not in word  # noqa: PLR2004


def _initials(word: str) -> str:
    """Return "J.-P." for "Jean-Paul"; what consists of initials stays, with its full stops."""
    if "." in word:
        return " ".join(f"{part}." for part in word.split(".") if part).replace(". -", ".-")
    return "-".join(f"{part[0]}." for part in word.split("-") if part)
