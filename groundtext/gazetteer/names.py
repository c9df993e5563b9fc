"""Names and how they are compared: folded for the search, by letter case for the match."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = "\u0300-\u036f"  # combining marks, which `\w` leaves out
# Any run of letters, digits and marks, the empty one too; no choice at every letter, for speed.
LETTERS = rf"[^\W_]*(?:[{MARKS}]+[^\W_]*)*"

# Letters that NFKD does not take apart, though English texts write them without their strokes.
_STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)
_DROPPED = re.compile(r"[\u0300-\u036f'’‘ʼʻ`´ʹ.]")
_GAP = re.compile(r"[\s\u00a0\-\u2010-\u2015/,]+")
_LETTERS_ONLY = re.compile(r"[^\W\d_]+")
_POSSESSIVE = ("'s", "’s")
_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼʻ`´ʹ][^\W\d_]+)*")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return the key under which a name is filed.

    Letter case, diacritics, apostrophes and full stops fall away; hyphens, commas and every
    kind of space become one space: "Mazār-e Sharīf" and "mazar e sharif" share a key.
    """
    spread = name
    for _ in range(2):  # folding case may compose letters, and decomposing may bring capitals
        spread = unicodedata.normalize("NFKD", spread.casefold())
    spread = spread.translate(_STROKES)
    return _GAP.sub(" ", _DROPPED.sub("", spread)).strip()


def is_abbreviation(form: str) -> bool:
    """Tell whether a form is written in capitals throughout, so that its case must be met."""
    letters = "".join(_LETTERS_ONLY.findall(form))
    return len(letters) > 1 and letters.isupper() and len(letters) <= 6  # noqa: PLR2004 "TAPI", "USSR"


def case_agrees(form: str, surface: str) -> bool:
    """Tell whether a piece of text may stand for a form, as far as capitals go.

    Where the form has a capital, the text must have one; where the form is in lower case, the
    text may have either ("military base", "Military Base"). Abbreviations must be exact.
    """
    if is_abbreviation(form):
        return form.replace(".", "") == surface.replace(".", "")
    wanted = _LETTERS_ONLY.findall(form)
    found = _LETTERS_ONLY.findall(surface)
    return len(wanted) != len(found) or all(
        there[0].isupper() or not letter[0].isupper()
        for letter, there in zip(wanted, found, strict=True)
    )


def is_titled(surface: str) -> bool:
    """Tell whether a piece of text is written as a proper name: first and last word capitalised."""
    words = _WORD.findall(surface)
    if not words or words[0][0].islower() or surface.endswith(_POSSESSIVE):
        return False
    # "Sana'a" ends in no word of its own, "d'Alene" begins with none.
    return any(not part[0].islower() for part in _LETTERS_ONLY.findall(words[-1]))
