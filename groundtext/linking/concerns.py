"""Sites by the company that runs them: "CMOC’s two mines", "the port that DP World operates"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from groundtext.linking.actors import actors_in
from groundtext.linking.found import Found
from groundtext.linking.reading import gap
from groundtext.linking.site_nouns import singular
from groundtext.linking.vocabulary import DENIED_BEFORE
from groundtext.model import Span
from groundtext.words import alternation, first_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from groundtext.linking.base_index import Base, BaseGroup
    from groundtext.linking.reading import PassageReading
    from groundtext.linking.site_nouns import SiteNoun
    from groundtext.model import Feature

_PARENTHESIS: Final = re.compile(r"\([^)]*\)")
_PARTS: Final = re.compile(r"\s*[/;,]\s*(?:then\s+)?")
# Words at the end of a company's name that texts leave out.
_TAIL: Final = re.compile(
    r"\s+(?:mines?|mining|minerals|metals|resources|holdings?|corporation|company|group|ltd|plc|inc"
    r"|terminals|limited)\.?$",
    re.IGNORECASE,
)
_PUBLIC: Final = re.compile(
    r"\b(?:government|ministry|authorit(?:y|ies)|disputed)\b", re.IGNORECASE
)
_SHORTEST: Final = 4
_REACH: Final = 60
_OWNS: Final = re.compile(r"[’'](?:s)?\s+(?:[\w-]+\s+){0,2}|\s+(?:[a-z-]+\s+){0,2}")
_RUNS: Final = re.compile(
    r"(?:\s+and\s+[A-Z]\w+)?\s+(?:now\s+)?(?:run|runs|ran|own|owns|owned|operate|operates|operated"
    r"|built|bought|work|works|manage|manages)\s+(?:(?:the|its|a|an|both|two)\s+)?(?:[\w-]+\s+){0,2}"
)
_RUN_BY: Final = re.compile(
    r"\s+(?:(?:that|which)\s+|of\s+"
    r"|(?:[a-z]+\s+){0,2}(?:run|owned|operated|built|bought|managed)\s+by\s+)"
    r"(?:the\s+)?(?:[A-Z]\w+\s+and\s+)?"
)


class _Company(NamedTuple):
    span: Span
    name: str  # lower case, as it is filed


class ConcernRules:
    """Finds the site, or the group of sites, that a passage describes by its company."""

    def __init__(
        self,
        features: Sequence[Feature],
        bases: Mapping[str, Base],
        groups: Sequence[BaseGroup],
    ) -> None:
        self._bases = bases
        self._groups = groups
        self._run: dict[str, set[str]] = defaultdict(set)
        for feature in features:
            for name in _companies(feature.operator):
                self._run[name.lower()].add(feature.id)
        self.first_words = first_words(self._run)
        self._pattern = re.compile(
            rf"(?<!\w)(?:{alternation(self._run) or '(?!)'})(?!\w)", re.IGNORECASE
        )

    def find(self, reading: PassageReading, nouns: Sequence[SiteNoun]) -> list[Found]:
        """Return the target of each company that a passage joins to a noun."""
        if not nouns or self.first_words.isdisjoint(reading.vocabulary):
            return []
        named = [
            _Company(Span(*match.span()), " ".join(match[0].lower().split()))
            for match in self._pattern.finditer(reading.text)
            if match[0][0].isupper()
        ]
        found = []
        for noun in nouns:
            before = reading.text[max(0, noun.span.start - 80) : noun.span.start]
            runners = [each for each in named if _runs(each, noun, reading.text)]
            if not runners or DENIED_BEFORE.search(before):
                continue
            target_id = self._target(runners, noun)
            if target_id:
                found.append(_found(target_id, runners, noun, reading))
        return found

    def _target(self, runners: Iterable[_Company], noun: SiteNoun) -> str:
        """Return the one site, or the smallest group of all the sites, that the companies run."""
        ids = set.intersection(*(self._run[each.name] for each in runners))
        fitting = {each for each in ids if self._bases[each].site.fits(noun)}
        if singular(noun.text) == noun.text:
            return min(fitting) if len(fitting) == 1 else ""
        return next((group.id for group in self._groups if fitting and group.bases == fitting), "")


def _companies(operator: str) -> Iterable[str]:
    """Yield the names of the companies in an operator, long and short; states are none."""
    for part in _PARTS.split(_PARENTHESIS.sub("", operator)):
        name = part.strip()
        if len(name) < _SHORTEST or actors_in(name) or _PUBLIC.search(name):
            continue
        while name and len(name) >= _SHORTEST:
            yield name
            shorter = _TAIL.sub("", name)
            if shorter == name:
                break
            name = shorter


def _runs(company: _Company, noun: SiteNoun, text: str) -> bool:
    if gap(company.span, noun.span) > _REACH:
        return False
    if company.span.end <= noun.span.start:
        between = text[company.span.end : noun.span.start]
        return bool(_OWNS.fullmatch(between) or _RUNS.fullmatch(between))
    return _RUN_BY.fullmatch(text[noun.span.end : company.span.start]) is not None


def _found(
    target_id: str, runners: Sequence[_Company], noun: SiteNoun, reading: PassageReading
) -> Found:
    names = " and ".join(f"‘{reading.words(each.span)}’" for each in runners)
    return Found(
        target_id=target_id,
        score=0.7,
        reason=f"‘{reading.words(noun.span)}’ + operator {names}",
        method="site-of-company",
        matches=tuple(sorted({noun.span, *(each.span for each in runners)})),
    )
