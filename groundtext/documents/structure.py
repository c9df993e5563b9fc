"""What a paragraph is in its document: text, heading, or boilerplate, told by its form.

Nothing here knows a document: only position, repetition, sentence shape, and the wording of
calls to action count. Boilerplate stays in the text, so that offsets hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from groundtext.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_HEADING_WORDS: Final = 14
_FEWEST_QUOTED_WORDS: Final = 5  # a pull quote says something; shorter repetitions are chance
_TAIL: Final = 0.5  # appeals that run to the end begin in the second half of a document

# From here to the end of the document.
_TO_THE_END: Final = (
    (
        re.compile(
            r"(?:join|start) the (?:conversation|discussion)|leave a (?:comment|reply)"
            r"|(?:\d+ |reader |all )?(?:comments|responses|replies)(?: \(\d+\))?:?$"
            r"|post a comment|your e-?mail address will not be published",
            re.IGNORECASE,
        ),
        "readers' comments",
    ),
    (
        re.compile(
            r"(?:a |an )?(?:urgent )?(?:message|appeal|note|letter) (?:from|to) "
            r"(?:our |the |us\b)|dear readers?\b|before you go\b"
            r"|(?:please )?subscribe to (?:our|the)\b|sign up (?:for|to) (?:our|the)\b"
            r"|get our (?:newest|latest)\b|support our (?:work|journalism)",
            re.IGNORECASE,
        ),
        "the publisher's appeal",
    ),
)
# This paragraph alone.
_ALONE: Final = (
    (
        re.compile(
            r"(?:image|photo|picture|photograph|credit|illustration|source|caption)s?"
            r"(?: credit)?s?(?: by)?\s*[:©]|©|getty images|.{0,60}/ ?(?:released|reuters|ap|afp)$",
            re.IGNORECASE,
        ),
        "an image credit",
    ),
    (
        re.compile(
            r"(?:you (?:might|may) (?:also|like)|(?:see|read) (?:also|more|next)\b"
            r"|related(?: \w+)?\s*:|recommended\b|more (?:from|on|in) |also read\b"
            r"|recent (?:features|articles|posts)$|most (?:read|popular)$"
            r"|trending\b|advertisement\b)",
            re.IGNORECASE,
        ),
        "points to other articles",
    ),
    (
        re.compile(
            r"(?:subscribe|sign up|donate|follow us|share this|click here|log in|register now)\b"
            r"|.*\b(?:newsletter|coupon code|discount!|support us monthly|remind me later)",
            re.IGNORECASE,
        ),
        "asks the reader for something",
    ),
    (
        re.compile(
            r".*\b(?:views?|opinions?|viewpoints?)\b.*\b(?:authors?|writers?)\b.*"
            r"(?:\bnot|n[’']t)\b.*\b(?:reflect|represent|those of)\b",
            re.IGNORECASE,
        ),
        "a disclaimer",
    ),
    (
        re.compile(
            r"(?:this (?:article|essay|piece|story|text|op-ed) (?:was|is|has been|first|originally)"
            r"|(?:first|originally) published|reprinted|republished|all rights reserved"
            r"|copyright\b)",
            re.IGNORECASE,
        ),
        "says where it was published",
    ),
)
_AUTHOR: Final = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*|al|bin|de|van|von) ){1,4}(?:is|was|are|has been) "
    r"(?:an? |the )?(?:[\w-]+ ){0,6}?(?:analysts?|authors?|writers?|journalists?|professors?|"
    r"fellows?|researchers?|editors?|correspondents?|scholars?|candidates?|students?|reporters?|columnists?|"
    r"directors?|commentators?|lecturers?|experts?|consultants?|historians?)\b",
)
_BYLINE: Final = re.compile(r"by (?:[A-Z][\w’'.-]+ ?){1,4}(?:[,|·–-].*)?$", re.IGNORECASE)
_NAVIGATION: Final = re.compile(r"[^|»›]{1,40}(?:\s[|»›]\s[^|»›]{1,40})+")
_LONGEST_APPEAL: Final = 1_500  # code points; what is longer is text, whatever it says
_MOST_COMPARED: Final = 50  # paragraphs that hold the opening words of another
_LAST_PARAGRAPHS: Final = 4  # of the text proper, in which an author introduces himself


@dataclass(frozen=True, slots=True)
class Part:
    """The role of one paragraph, and why it is boilerplate, in words."""

    role: Role
    note: str = ""


def classify(paragraphs: Sequence[str]) -> tuple[Part, ...]:
    """Return the part that each paragraph plays, in order."""
    end, note = _end_of_text(paragraphs)
    parts = [_part_alone(paragraph) for paragraph in paragraphs[:end]]
    _mark_repetitions(paragraphs[:end], parts)
    _mark_author(paragraphs[:end], parts)
    return (*parts, *(Part(Role.BOILERPLATE, note) for _ in paragraphs[end:]))


def _end_of_text(paragraphs: Sequence[str]) -> tuple[int, str]:
    """Return the number of the paragraph with which the text is over, and why."""
    half = _TAIL * sum(map(len, paragraphs))
    read = accumulate(map(len, paragraphs), initial=0)
    for number, (paragraph, before) in enumerate(zip(paragraphs, read, strict=False)):
        if number < _TAIL * len(paragraphs) and before <= half:
            continue
        for pattern, note in _TO_THE_END:
            if pattern.match(paragraph[:_LONGEST_APPEAL]):
                return number, note
    return len(paragraphs), ""


def _part_alone(paragraph: str) -> Part:
    if len(paragraph) > _LONGEST_APPEAL:
        return Part(Role.BODY)
    for pattern, note in _ALONE:
        if pattern.match(paragraph):
            return Part(Role.BOILERPLATE, note)
    if _NAVIGATION.fullmatch(paragraph):
        return Part(Role.BOILERPLATE, "a navigation line")
    if _BYLINE.fullmatch(paragraph):
        return Part(Role.BOILERPLATE, "a byline")
    return Part(Role.HEADING if _is_heading(paragraph) else Role.BODY)


def _is_heading(paragraph: str) -> bool:
    return len(paragraph.split()) <= _MOST_HEADING_WORDS and paragraph[-1] not in '.!…,;”"’)'


def _mark_repetitions(paragraphs: Sequence[str], parts: list[Part]) -> None:
    """Mark the headlines that come again, and the quotes pulled out of the text."""
    folded = [_fold(paragraph) for paragraph in paragraphs]
    numbers_by_opening = _numbers_by_opening(folded)
    first: dict[str, int] = {}
    for number, paragraph in enumerate(folded):
        earlier = first.setdefault(paragraph, number)
        opening = " ".join(paragraph.split()[:_FEWEST_QUOTED_WORDS])
        others = numbers_by_opening.get(opening, ())
        if earlier != number and len(paragraph.split()) >= _FEWEST_QUOTED_WORDS:
            parts[number] = Part(Role.BOILERPLATE, "repeats an earlier line")
        elif any(paragraph != folded[other] and paragraph in folded[other] for other in others):
            parts[number] = Part(Role.BOILERPLATE, "a pull quote: the text says it too")


def _numbers_by_opening(folded: Sequence[str]) -> dict[str, list[int]]:
    """Return in which paragraphs the opening words of paragraphs occur, and where else."""
    words = [paragraph.split() for paragraph in folded]
    numbers: dict[str, list[int]] = {
        " ".join(each[:_FEWEST_QUOTED_WORDS]): []
        for each in words
        if len(each) >= _FEWEST_QUOTED_WORDS
    }
    for number, each in enumerate(words):
        for start in range(len(each) - _FEWEST_QUOTED_WORDS + 1):
            found = numbers.get(" ".join(each[start : start + _FEWEST_QUOTED_WORDS]))
            if found is not None and number not in found[-1:] and len(found) < _MOST_COMPARED:
                found.append(number)
    return numbers


def _mark_author(paragraphs: Sequence[str], parts: list[Part]) -> None:
    """Mark an author's introduction at the end of the text, and what stands after it."""
    body = [number for number, part in enumerate(parts) if part.role is not Role.BOILERPLATE]
    for number in body[-_LAST_PARAGRAPHS:]:
        if number > 0 and _AUTHOR.match(paragraphs[number][:_LONGEST_APPEAL]):
            for later in range(number, len(parts)):
                if parts[later].role is not Role.BOILERPLATE:
                    parts[later] = Part(Role.BOILERPLATE, "introduces the author")
            return


def _fold(paragraph: str) -> str:
    """Return the paragraph's words alone, in lower case: what is compared for repetition."""
    return " ".join(re.findall(r"\w+", paragraph.lower()))
