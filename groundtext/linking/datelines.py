"""Reports that open with a place and the day: "VIENNA, 14 July 2015 (Agency) – …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from groundtext.dates.expressions import DateExpression
    from groundtext.linking.reading import PassageReading

_LONGEST: Final = 30  # code points of a place at the head of a report
# What several do together on the day of a dateline.
_AGREED: Final = re.compile(
    r"\b(?:agreed|signed|pledged|put\s+their\s+names|endorsed|adopted|approved|concluded|met)\b"
)


def is_dateline(date: DateExpression, reading: PassageReading) -> bool:
    """Tell whether a report of that day opens with it, and tells what was agreed on that weekday.

    "VIENNA, 14 July 2015 (Agency) – Seven states signed on Tuesday …".
    """
    opening = reading.text[: date.span.start].rstrip(", ")
    if date.grain != "day" or not opening.isupper() or len(opening) > _LONGEST:
        return False
    return _AGREED.search(reading.text) is not None and any(
        other.grain == "weekday" and date.windows[0] in other.windows for other in reading.dates
    )
