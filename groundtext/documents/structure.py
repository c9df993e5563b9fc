"""What a paragraph is in its document: text, heading, or boilerplate, told by its form.

Nothing here knows a document: only position, repetition, sentence shape, and the wording of
calls to action count. Boilerplate stays in the text, so that offsets hold.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_HEADING_WORDS: Final = 14
_FEWEST_QUOTED_WORDS: Final = 5  # a pull quote says something; shorter repetitions are chance
_TAIL: Final = 0.5  # appeals that run to the end begin in the second half of a document


class _Form(NamedTuple):
    """A form, in lower case, of paragraphs that are none of the text, and what they are."""

    pattern: re.Pattern[str]
    note: str
    words: tuple[str, ...] = ()  # one of which it holds; else it is told by its beginning


# From here to the end of the document.
_TO_THE_END: Final = (
    _Form(
        re.compile(
            r"(?:join|start) the (?:conversation|discussion)|leave a (?:comment|reply)"
            r"|(?:\d+ |reader |all )?(?:comments|responses|replies)(?: \(\d+\))?:?$"
            r"|post a comment|your e-?mail address will not be published"
        ),
        "readers' comments",
    ),
    _Form(
        re.compile(
            r"(?:a |an )?(?:urgent )?(?:message|appeal|note|letter) (?:from|to) "
            r"(?:our |the |us\b)|dear readers?\b|before you go\b"
            r"|(?:please )?subscribe to (?:our|the)\b|sign up (?:for|to) (?:our|the)\b"
            r"|get our (?:newest|latest)\b|support our (?:work|journalism)"
        ),
        "the publisher's appeal",
    ),
)
# This paragraph alone.
_ALONE: Final = (
    _Form(
        re.compile(
            r"(?:image|photo|picture|photograph|credit|illustration|source|caption)s?"
            r"(?: credit)?s?(?: by)?\s*[:©]|©|getty images"
        ),
        "an image credit",
    ),
    _Form(
        re.compile(r".{0,60}/ ?(?:released|reuters|ap|afp)$"),
        "an image credit",
        ("/",),
    ),
    _Form(
        re.compile(
            r"(?:you (?:might|may) (?:also|like)|(?:see|read) (?:also|more|next)\b"
            r"|related(?: \w+)?\s*:|recommended\b|more (?:from|on|in) |also read\b"
            r"|recent (?:features|articles|posts)$|most (?:read|popular)$"
            r"|trending\b|advertisement\b)"
        ),
        "points to other articles",
    ),
    _Form(
        re.compile(
            r"(?:subscribe|sign up|donate|follow us|share this|click here|log in|register now)\b"
        ),
        "asks the reader for something",
    ),
    _Form(
        re.compile(r".*\b(?:newsletter|coupon code|discount!|support us monthly|remind me later)"),
        "asks the reader for something",
        ("newsletter", "coupon", "discount!", "monthly", "remind"),
    ),
    _Form(
        re.compile(
            r".*\b(?:views?|opinions?|viewpoints?)\b.*\b(?:authors?|writers?)\b.*"
            r"(?:\bnot|n[’']t)\b.*\b(?:reflect|represent|those of)\b"
        ),
        "a disclaimer",
        ("author", "writer"),
    ),
    _Form(
        re.compile(
            r"(?:this (?:article|essay|piece|story|text|op-ed) (?:was|is|has been|first|originally)"
            r"|(?:first|originally) published|reprinted|republished|all rights reserved"
            r"|copyright\b)"
        ),
        "says where it was published",
    ),
    _Form(
        re.compile(r"[^|»›]{1,40}(?:\s[|»›]\s[^|»›]{1,40})+\Z"),
        "a navigation line",
        ("|", "»", "›"),
    ),
    _Form(re.compile(r"(?:#\w[\w-]*[\s,;]*){2,}\Z"), "tags"),
    _Form(re.compile(r"(?:tags|topics|keywords|filed under|categories)\s*: [^.]{1,160}\Z"), "tags"),
    _Form(re.compile(r"by (?:[a-z][\w’'.-]+ ?){1,4}(?:[,|·–-].*)?\Z"), "a byline"),
)
# The short lines after such a line are titles of other articles, or tags.
_LIST_TITLE: Final = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|posts?|reading|content|coverage|links?|topics?))?"
    r"|(?:you (?:might|may) also (?:like|enjoy)|see also|read (?:also|more|next)|also read"
    r"|more (?:from|on|in) .{1,40}|most (?:read|popular)|recommended(?: for you)?|trending(?: now)?"
    r"|(?:recent|latest|popular) (?:features|articles|posts|stories|news)|further reading"
    r"|tags|topics|keywords|filed under|in this section|editor[’']s picks?))\s*[:…»>]?\Z"
)
_MOST_TITLES: Final = 12
_LONGEST_LIST_TITLE: Final = 60  # code points
# Most paragraphs are text, and neither begin so nor hold any such word.
_OPENINGS_ALONE: Final = re.compile("|".join(f.pattern.pattern for f in _ALONE if not f.words))
_WORDS_ALONE: Final = tuple(word for form in _ALONE for word in form.words)
# The letters besides capitals in which a pattern that ignores case sees one of a to z.
_FURTHER_CAPITALS: Final = (("ſ", "s"), ("ı", "i"), ("İ", "i"))
_AUTHOR: Final = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*|al|bin|de|van|von) ){1,4}(?:is|was|are|has been) "
    r"(?:an? |the )?(?:[\w-]+ ){0,6}?(?:analysts?|authors?|writers?|journalists?|professors?|"
    r"fellows?|researchers?|editors?|correspondents?|scholars?|candidates?|students?|reporters?|columnists?|"
    r"directors?|commentators?|lecturers?|experts?|consultants?|historians?)\b",
)
_WORD: Final = re.compile(r"\w+")
# ASCII by its codes: what is of words in lower case, and a space for anything else.
_PLAIN: Final = "".join(sign.lower() if _WORD.match(sign) else " " for sign in map(chr, range(128)))
_LONGEST_APPEAL: Final = 1_500  # code points; what is longer is text, whatever it says
_MOST_SEARCHED: Final = 2_000_000  # code points, over all openings of a text
_MOST_COMPARED: Final = 50  # paragraphs that hold the opening words of another
_LAST_PARAGRAPHS: Final = 4  # of the text proper, in which an author introduces himself


@dataclass(frozen=True, slots=True)
class Part:
    """The role of one paragraph, and why it is boilerplate, in words."""

    role: Role
    note: str = ""


_BODY: Final = Part(Role.BODY)
_HEADING: Final = Part(Role.HEADING)
_OTHERS: Final = Part(Role.BOILERPLATE, "points to other articles")


def classify(paragraphs: Sequence[str]) -> tuple[Part, ...]:
    """Return the part that each paragraph plays, in order."""
    lowers = [_in_lower_case(paragraph[:_LONGEST_APPEAL]) for paragraph in paragraphs]
    end, note = _end_of_text(paragraphs, lowers)
    parts = [_part_alone(*each) for each in zip(paragraphs[:end], lowers, strict=False)]
    _mark_titles(paragraphs[:end], lowers, parts)
    _mark_repetitions(paragraphs[:end], parts)
    _mark_author(paragraphs[:end], parts)
    return (*parts, *(Part(Role.BOILERPLATE, note) for _ in paragraphs[end:]))


def _in_lower_case(text: str) -> str:
    """Return a text in lower case, as long as it was: patterns that ignore case are slow."""
    if not text.isascii():
        for capital, letter in _FURTHER_CAPITALS:
            text = text.replace(capital, letter)
    return text.lower()


def _end_of_text(paragraphs: Sequence[str], lowers: Sequence[str]) -> tuple[int, str]:
    """Return the number of the paragraph with which the text is over, and why."""
    half = _TAIL * sum(map(len, paragraphs))
    read = accumulate(map(len, paragraphs), initial=0)
    for number, (lower, before) in enumerate(zip(lowers, read, strict=False)):
        if number < _TAIL * len(paragraphs) and before <= half:
            continue
        for pattern, note, _ in _TO_THE_END:
            if pattern.match(lower):
                return number, note
    return len(paragraphs), ""


def _part_alone(paragraph: str, lower: str) -> Part:
    if len(paragraph) > _LONGEST_APPEAL:
        return _BODY
    if _OPENINGS_ALONE.match(lower) or [word for word in _WORDS_ALONE if word in lower]:
        for pattern, note, _ in _ALONE:
            if pattern.match(lower):
                return Part(Role.BOILERPLATE, note)
    return _HEADING if _is_heading(paragraph) else _BODY


def _is_heading(paragraph: str) -> bool:
    return paragraph[-1] not in '.!…,;”"’)' and len(paragraph.split()) <= _MOST_HEADING_WORDS


def _mark_titles(paragraphs: Sequence[str], lowers: Sequence[str], parts: list[Part]) -> None:
    """Mark the titles of other articles, or the tags, that stand under a line such as "Related".

    The last short line before the text goes on is the heading of what follows.
    """
    titles: list[int] = []
    is_list = False
    for number, paragraph in enumerate(paragraphs):
        if len(paragraph) <= _LONGEST_LIST_TITLE and _LIST_TITLE.match(lowers[number]):
            is_list, titles = True, []
            if parts[number].role is Role.HEADING:
                parts[number] = _OTHERS
        elif is_list and parts[number].role is Role.HEADING and len(titles) < _MOST_TITLES:
            titles.append(number)
            parts[number] = _OTHERS
        elif is_list and parts[number].role is not Role.BOILERPLATE:
            is_list = False
            if len(titles) > 1:
                parts[titles[-1]] = _HEADING


def _mark_repetitions(paragraphs: Sequence[str], parts: list[Part]) -> None:
    """Mark the headlines that come again, and the quotes pulled out of the text."""
    words = [_words(paragraph) for paragraph in paragraphs]
    folded = [" ".join(each) for each in words]
    numbers_by_opening = _numbers_by_opening(words) if _may_repeat(words, folded) else {}
    first: dict[str, int] = {}
    for number, (paragraph, each) in enumerate(zip(folded, words, strict=True)):
        earlier = first.setdefault(paragraph, number)
        others = numbers_by_opening.get(tuple(each[:_FEWEST_QUOTED_WORDS]), ())
        if earlier != number and len(each) >= _FEWEST_QUOTED_WORDS:
            parts[number] = Part(Role.BOILERPLATE, "repeats an earlier line")
        elif len(others) > 1 and any(
            paragraph != folded[other] and paragraph in folded[other] for other in others
        ):
            parts[number] = Part(Role.BOILERPLATE, "a pull quote: the text says it too")


def _words(paragraph: str) -> list[str]:
    if paragraph.isascii():
        return paragraph.translate(_PLAIN).split()
    return _WORD.findall(paragraph.lower())


def _may_repeat(words: Sequence[Sequence[str]], folded: Sequence[str]) -> bool:
    """Tell whether the opening words of any paragraph occur a second time in the text.

    In a text of usual length a search for each opening takes less time than all runs of words.
    """
    whole = "\n".join(f" {paragraph} " for paragraph in folded)
    if len(whole) * len(folded) > _MOST_SEARCHED:
        return True
    begin = 0
    for each, paragraph in zip(words, folded, strict=True):
        opening = f" {' '.join(each[:_FEWEST_QUOTED_WORDS])} "
        is_long = len(each) >= _FEWEST_QUOTED_WORDS
        if is_long and (whole.find(opening) < begin or whole.find(opening, begin + 1) >= 0):
            return True
        begin += len(paragraph) + 3
    return False


def _numbers_by_opening(words: Sequence[Sequence[str]]) -> dict[tuple[str, ...], list[int]]:
    """Return in which paragraphs the opening words of paragraphs occur, and where else."""
    numbers: dict[tuple[str, ...], list[int]] = {
        tuple(each[:_FEWEST_QUOTED_WORDS]): []
        for each in words
        if len(each) >= _FEWEST_QUOTED_WORDS
    }
    # All runs of so many words at once, without a step of Python for each; an empty word parts
    # the paragraphs, so that no run of words leads from one into the next.
    all_words = [word for each in words for word in (*each, "")]
    begins = list(accumulate([len(each) + 1 for each in words], initial=0))
    runs = zip(*[all_words[start:] for start in range(_FEWEST_QUOTED_WORDS)], strict=False)
    for place in compress(count(), map(numbers.__contains__, runs)):
        number = bisect_right(begins, place) - 1
        found = numbers[tuple(all_words[place : place + _FEWEST_QUOTED_WORDS])]
        if number not in found[-1:] and len(found) < _MOST_COMPARED:
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
