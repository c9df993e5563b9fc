"""The gazetteer's larger tables as they lie on disk."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from groundtext.errors import GazetteerError

if TYPE_CHECKING:
    from pathlib import Path


def unpack(path: Path, remedy: str) -> bytes:
    """Return what a gzip file holds.

    Raises
    ------
    GazetteerError
        If the file is missing or damaged; `remedy` says what to do then.
    """
    try:
        return gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise GazetteerError(
            f"there is no such file in {path.parent}; {remedy}", source=path.name
        ) from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as fault:
        raise GazetteerError(
            f"is not a whole gzip file ({fault}); {remedy}", source=path.name
        ) from fault
