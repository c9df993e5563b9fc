"""Bytes → text, with the encoding that they are in, told where it is not UTF-8."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 262_144  # bytes from which an old encoding is told
_MOST_NUL: Final = 0.001  # of a text's characters; more of them, and it is no text


class Undecodable(ValueError):  # noqa: N818 -- it ends in a refusal and never reaches a user
    """Bytes that are no text in any encoding that is known."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a sentence about its encoding; empty for UTF-8."""

    text: str
    warning: str = ""


def decode(source: bytes, *, is_cut: bool = False, stated: str = "") -> Decoded:
    """Return the text of bytes; a byte order mark of UTF-8 stays a code point of it.

    Parameters
    ----------
    source
        The bytes.
    is_cut
        Whether the last character may lack some of its bytes.
    stated
        The encoding that the file says it is in, for texts that are no UTF-8.

    Raises
    ------
    Undecodable
        If no encoding fits.
    """
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _checked(_strictly(source, encoding, is_cut=is_cut), encoding.upper())
    try:
        return _checked(_strictly(source, "utf-8", is_cut=is_cut), "")
    except Undecodable as fault:
        first_fault = fault
    if stated:
        try:
            name = codecs.lookup(stated).name
            return _checked(_strictly(source, name, is_cut=is_cut), name)
        except (LookupError, Undecodable):
            pass  # what a file says of itself may be wrong
    best = from_bytes(source[:_SAMPLE]).best()
    if best is None:
        raise first_fault
    return _checked(_strictly(source, best.encoding, is_cut=is_cut), best.encoding)


def _strictly(source: bytes, encoding: str, *, is_cut: bool) -> str:
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        return decoder.decode(source, final=not is_cut)
    except UnicodeDecodeError as error:
        raise Undecodable(f"byte {error.start} is not {encoding.upper()}") from error
    except (LookupError, UnicodeError) as error:
        raise Undecodable(f"not {encoding}: {error}") from error


def _checked(text: str, encoding: str) -> Decoded:
    if text.count("\0") > len(text) * _MOST_NUL:
        raise Undecodable("it is full of NUL characters")
    if not encoding:
        return Decoded(text)
    name = encoding.replace("_", "-")
    return Decoded(
        text, f"is in {name}, not in UTF-8; check that its letters are right, or save it as UTF-8."
    )
