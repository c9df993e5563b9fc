"""Words that only look like a place's name: Cyrillic letters in a Latin word, invisible signs.

They are reported and not matched: who writes a Cyrillic letter into a Latin name either slipped
or hides something, and a reader cannot see which. Only the look-alikes that matter for names are
known, after the Unicode Consortium's table of confusable characters (UTS 39).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from groundtext.model import Listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.gazetteer import Gazetteer
    from groundtext.model import Document, Span

_CYRILLIC: Final = dict(
    zip("АВСЕНІЈКМОРЅТХУаеіјорсухѕһԁԛԝ", "ABCEHIJKMOPSTXYaeijopcyxshdqw", strict=True)
)
_GREEK: Final = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοινρ", "ABEZHIKMNOPTYXaoivp", strict=True))
_LOOK_ALIKES: Final = str.maketrans({**_CYRILLIC, **_GREEK})
# Zero-width signs, direction overrides and isolates, soft hyphens, a byte order mark inside.
_INVISIBLE: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_SIGNS: Final = re.compile(f"[{_INVISIBLE}]")
_STRANGE: Final = "".join((*_CYRILLIC, *_GREEK))
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_LETTER: Final = rf"[{_LATIN}{_STRANGE}{_INVISIBLE}]"
# A whole word that has other than Latin letters; from its beginning only, whatever its length.
_WORD: Final = re.compile(rf"(?<!{_LETTER})[{_LATIN}]*+[{_STRANGE}{_INVISIBLE}]{_LETTER}*+")
_ANY: Final = re.compile(rf"[{_STRANGE}{_INVISIBLE}]")
_IS_LATIN: Final = re.compile(f"[{_LATIN}]")
_TURNING: Final = "\u202a-\u202e\u2066-\u2069"  # the direction of writing
_HIDDEN_BEFORE: Final = re.compile(rf"(?:\w[{_INVISIBLE}]+|[{_TURNING}])\Z")
_HIDDEN_AFTER: Final = re.compile(rf"[{_INVISIBLE}]+\w|[{_TURNING}]")
_HARMLESS: Final = re.compile(rf"(?:(?![{_TURNING}])[{_INVISIBLE}])+\Z")
_REACH: Final = 8  # code points beside a name in which invisible signs are looked for
_MOST_REPORTED: Final = 20  # of one document; the rest is counted


def suspicious_names(document: Document, gazetteer: Gazetteer) -> tuple[Listed, ...]:
    """Return what is spelt to look like a place's name in a document, each with its characters."""
    found = list(_suspicious(document.text, gazetteer))
    more = len(found) - _MOST_REPORTED
    reasons = found[:_MOST_REPORTED] + ([f"and {more} more such names."] if more > 0 else [])
    return tuple(Listed(document.file, reason, is_refused=False) for reason in reasons)


def has_invisible_signs(text: str) -> bool:
    """Tell whether anything at all can be hidden in a text; without, no name need be looked at."""
    return not text.isascii() and _SIGNS.search(text) is not None


def is_hidden_in(text: str, span: Span) -> bool:
    """Tell whether a name is part of a longer word by invisible signs, or turned around by them.

    A zero-width space after a word is common in what was copied from a page, and harmless.
    """
    before = text[max(span.start - _REACH, 0) : span.start]
    after = text[span.end : span.end + _REACH]
    return _HIDDEN_BEFORE.search(before) is not None or _HIDDEN_AFTER.match(after) is not None


def _suspicious(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    if text.isascii() or _ANY.search(text) is None:
        return
    for word in _WORD.finditer(text):
        written = _HARMLESS.sub("", word.group())
        plain = _SIGNS.sub("", written).translate(_LOOK_ALIKES)
        if _IS_LATIN.search(written) and plain != written and gazetteer.find(plain):
            yield (
                f"at character {word.start()}, {written!a} looks like ‘{plain}’ but holds "
                f"{_named(written)}; it was not taken for the place."
            )


def _named(word: str) -> str:
    strange = dict.fromkeys(letter for letter in word if _ANY.match(letter))
    return ", ".join(
        f"U+{ord(letter):04X} {unicodedata.name(letter, 'unnamed').lower()}" for letter in strange
    )
