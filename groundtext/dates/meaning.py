"""What is known where a date expression stands, and what it comes to mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from groundtext.words import words_in

if TYPE_CHECKING:
    from groundtext.dates.windows import Window

_REACH: Final = 60  # how far back a cue is looked for, in code points
_SINCE: Final = re.compile(
    r"\b(?:since|starting(?: in| from| on)?)\s+(?:(?:at|from)\s+)?(?:the\s+)?$", re.IGNORECASE
)
_BOUND: Final = re.compile(
    r"\b(?:before|until|till|by|ahead of|prior to|after|post|beyond)[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|must|due|deadline|scheduled|planned|expected|promised|plans?|next"
    r"|(?:is|are|was|were|has|have) to|to (?:be|have)|set (?:for|to)|until|till)\b"
    # What begins anew after the cue is not governed by it.
    r"(?:(?!\b(?:who|which|that|when|after|because|but|while)\b|[;:—]).)*$",
    re.IGNORECASE,
)


# "In February both signed", "the two met in February": what is told of is past.
_PAST: Final = (
    r"(?:was|were|had|signed|met|visited|began|came|left|agreed|sent|took|gave|won|lost|held|hosted"
    r"|struck|broke|opened|closed|ended|arrived|stayed|collapsed|failed)\b"
    r"(?!\s+(?:to|due|set|scheduled|expected|planned|supposed)\b)"
)
_BACK_BEFORE: Final = re.compile(
    rf"\b{_PAST}(?:\s+[\w’'-]+){{0,4}}\s+(?:in|on)\s+(?:the\s+)?$", re.IGNORECASE
)
_BACK_AFTER: Final = re.compile(rf",?(?:\s+[\w’'-]+){{1,5}}?\s+{_PAST}")
# "The round planned for May was called off."
_OFF_AFTER: Final = re.compile(
    r",?\s+(?:had|was|were)\b[^.;]{0,24}?\b(?:called\s+off|shelved|cancell?ed|postponed|put\s+off"
    r"|abandoned|dropped)\b"
)
_BACK_REACH: Final = 70  # code points after an expression
# One of them must stand before a date for those to fit; that is looked for at far less cost.
_SINCE_WORDS: Final = frozenset(("since", "starting"))
_BOUND_WORDS: Final = frozenset(
    ("before", "until", "till", "by", "of", "to", "after", "post", "beyond")
)
OWNING: Final = ("’s ", "'s ")  # after a date: it is that of what comes next
_AHEAD_WORDS: Final = frozenset(
    (
        "will", "shall", "would", "must", "due", "deadline", "scheduled", "planned", "expected",
        "promised", "plan", "plans", "next", "to", "for", "until", "till",
    )
)  # fmt: skip


class Known(NamedTuple):
    """The days of publication, and the date that was written last in the paragraph."""

    published: Window | None
    before: tuple[Window, ...] = ()
    is_told: bool = False  # whether that date's year is in the text, and not the publication's


class Meaning(NamedTuple):
    """The stretches of days that words may mean, and from what that is read."""

    windows: tuple[Window, ...]
    basis: str  # written | published | before | both | nothing
    edtf: str = ""  # where the windows alone do not say it, such as `199X`


Resolver: TypeAlias = Callable[["re.Match[str]", Known], Meaning]

NONE: Final = Meaning((), "written")


def written(window: Window | None, edtf: str = "") -> Meaning:
    """Return what the words say by themselves; None is a day that no calendar has."""
    return Meaning((window,), "written", edtf) if window else NONE


def mode_of(match: re.Match[str]) -> str:
    """Tell how an expression bounds its event: `at`, `since` or `bound`."""
    if match.string.startswith(OWNING, match.end("date")):
        return "at"  # "after Monday's session": that was on Monday
    before = text_before(match)
    words = words_in(before)
    if not _SINCE_WORDS.isdisjoint(words) and _SINCE.search(before):
        return "since"
    if not _BOUND_WORDS.isdisjoint(words) and _BOUND.search(before):
        return "bound"
    return "at"


def looks_ahead(match: re.Match[str]) -> bool:
    """Tell whether the words before speak of what was still to come."""
    before = text_before(match)
    return not _AHEAD_WORDS.isdisjoint(words_in(before)) and bool(_AHEAD.search(before))


def looks_back(match: re.Match[str]) -> bool:
    """Tell whether the words around speak of what was over when they were written."""
    text, end = match.string, match.end("date")
    if _OFF_AFTER.match(text, end, end + _BACK_REACH):
        return True
    if looks_ahead(match):
        return False
    is_before = _BACK_BEFORE.search(text_before(match)) is not None
    return is_before or _BACK_AFTER.match(text, end, end + _BACK_REACH) is not None


def text_before(match: re.Match[str], reach: int = _REACH) -> str:
    """Return the words right before an expression, at most so many code points."""
    start = match.start("date")
    return match.string[max(0, start - reach) : start]
