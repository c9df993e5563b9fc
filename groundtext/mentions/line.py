"""A sentence as the rules of reading walk along it: its words, and what stands between them.

Made once for all the names of a sentence, because the rules ask for the same gaps again and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from groundtext.mentions import nouns
from groundtext.mentions.sentence import is_hyphen, is_space

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.mentions.sentence import Sentence, Word

_REACH: Final = 4  # words from a preposition back to the noun or verb that asks for it
_LEAST_TITLED: Final = 4  # long words, below which a headline is none
_SHORTEST_TITLED: Final = 4  # letters; shorter words are not capitalised in headlines
_TITLED_SHARE: Final = 0.75  # of the long words begin with a capital


class Line:
    """The words of one sentence and the gaps before, between and after them."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self.texts = sentence.texts
        self.lowers = sentence.lowers
        self.capitals = sentence.capitals  # whether a word begins with one
        self.gaps = sentence.gaps  # before the word of that index, the last one after them all
        # What is asked of the whole sentence is found when it is first asked for.
        self._first_comma: int | None = None
        self._is_contest: bool | None = None
        self._is_headline: bool | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """The words, each with all that is known of it."""
        return self._sentence.words

    def word(self, index: int) -> str:
        """Return a word in lower case, empty outside the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def is_capitalised(self, index: int) -> bool:
        """Tell whether there is such a word and it begins with a capital."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def is_joined(self, index: int) -> bool:
        """Tell whether only white space parts a word from the one before it."""
        if not 0 < index < len(self.lowers):
            return False
        gap = self.gaps[index]
        return gap == " " or is_space(gap)

    def is_close(self, index: int) -> bool:
        """Tell whether at most a possessive ending and white space part a word from the last."""
        return self.is_joined(index) or (
            0 < index < len(self.lowers) and self.is_possessive(index - 1)
        )

    def is_possessive(self, index: int) -> bool:
        """Tell whether a word ends in a possessive ’s or ’."""
        return self.gaps[index + 1] != "" and self._sentence.is_possessive(index)

    def is_hyphenated(self, index: int) -> bool:
        """Tell whether just a hyphen or short dash parts a word from the one before it."""
        return 0 < index < len(self.lowers) and is_hyphen(self.gaps[index])

    def governors(self, index: int) -> Iterator[str]:
        """Yield the words before a preposition that may ask for it, nearest first."""
        for back in range(index - 1, max(index - 1 - _REACH, -1), -1):
            if not self.is_close(back + 1):
                return
            yield self.lowers[back]

    @property
    def first_comma(self) -> int:
        """Index of the first word that stands after a comma, the number of words if none does."""
        if self._first_comma is None:
            after = (index for index, gap in enumerate(self.gaps) if "," in gap)
            self._first_comma = next(after, len(self.lowers))
        return self._first_comma

    @property
    def is_contest(self) -> bool:
        """Whether the sentence speaks of a match, so that places play in it."""
        if self._is_contest is None:
            self._is_contest = not nouns.CONTESTS.isdisjoint(self.lowers)
        return self._is_contest

    @property
    def is_headline(self) -> bool:
        """Whether most words are capitalised, so that a capital makes no name."""
        if self._is_headline is None:
            columns = zip(self.texts, self.capitals, strict=True)
            long = [is_capital for text, is_capital in columns if len(text) >= _SHORTEST_TITLED]
            is_titled = sum(long) >= _TITLED_SHARE * len(long)
            self._is_headline = is_titled and len(long) >= _LEAST_TITLED
        return self._is_headline
