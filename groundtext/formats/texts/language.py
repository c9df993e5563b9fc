"""The language that a text is in, where that is sure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE: Final = 4_000  # characters, from the middle of the text
_FEWEST: Final = 60  # characters; a line of names is in no language
_SURE: Final = 0.9


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language; empty where it is not sure."""
    middle = len(text) // 2
    sample = text[max(middle - _SAMPLE // 2, 0) : middle + _SAMPLE // 2]
    if sum(letter.isalpha() for letter in sample) < _FEWEST:
        return ""
    language, likelihood = _identifier().classify(sample)
    return str(language) if likelihood >= _SURE else ""


@cache
def _identifier() -> LanguageIdentifier:
    # Its model takes half a second to load: only who reads documents pays for it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
