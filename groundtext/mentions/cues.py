"""What speaks for a name's being a place's, and what against it, with the weight of each.

Weights are log-odds, added up; zero parts places from the rest. They were set by hand and then
fitted on the trial articles in `tests/trials` (scripts/fit_cues.py), held near the hand's values.
Each cue carries its words, so that a decision can be explained.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Cue(NamedTuple):
    """A kind of evidence."""

    weight: float  # log-odds
    words: str  # completes "speaks for it: …" or "speaks against it: …"


CUES: Final[dict[str, Cue]] = {
    "bias": Cue(-0.3, "most capitalised words are no places"),
    # What the gazetteer knows.
    "feature": Cue(5.0, "a layer has a feature of that name"),
    "feature-short": Cue(2.0, "part of the name of a feature of a layer"),
    "country": Cue(3.4, "the name of a country"),
    "people": Cue(5.0, "the name of a people or a group of states"),
    "region": Cue(3.4, "the name of a region, sea, river or range"),
    "minor": Cue(2.5, "the name of a quarter, a park, a pass or the like"),
    "state": Cue(3.7, "the name of a large state or province"),
    "province": Cue(4.0, "the name of a province"),
    "county": Cue(4.0, "the name says that it is a county or district"),
    "district": Cue(-0.2, "the name of a district"),
    "capital": Cue(3.5, "a capital"),
    "million": Cue(2.8, "a city of more than a million"),
    "city": Cue(1.5, "a city of more than 300,000"),
    "large-town": Cue(1.2, "a town of more than 100,000"),
    "town": Cue(0.2, "a town of more than 15,000"),
    "small-town": Cue(-0.1, "only a small town has that name"),
    "village": Cue(-0.2, "only a village has that name"),
    "alternate": Cue(-1.1, "only another name of it"),
    # The name as a word.
    "several-words": Cue(1.5, "a name of several words"),
    "common-words": Cue(-2.6, "made of common words"),
    "word-1": Cue(-3.9, "one of the commonest English words"),
    "word-2": Cue(-2.4, "a common English word"),
    "word-3": Cue(-1.4, "an English word"),
    "word-4": Cue(-0.9, "an English word that is seldom met"),
    "no-place": Cue(-6.0, "the name of a month, a feast, a faith or a body"),
    "given-common": Cue(-2.7, "a common given name"),
    "given": Cue(-1.2, "a given name"),
    "surname-common": Cue(-0.9, "a common surname"),
    "surname": Cue(-0.4, "a surname"),
    "short": Cue(-0.4, "a very short name"),
    "code": Cue(-2.9, "looks like an abbreviation"),
    # The words around it.
    "in": Cue(3.9, "‘in’, ‘near’ or the like stands before it"),
    "to": Cue(2.5, "‘to’, ‘from’, ‘of’ or the like stands before it"),
    "visited": Cue(1.6, "what stands before it is done to places"),
    "contained": Cue(6.0, "the text says where it lies"),
    "comma-place": Cue(2.0, "a country or state follows after a comma"),
    "called": Cue(3.8, "the text calls it a place"),
    "generic-after": Cue(2.7, "what follows is said of places"),
    "event-after": Cue(1.5, "an event is called by it"),
    "listed": Cue(2.1, "it stands in a list of places"),
    "dateline": Cue(4.5, "a report is dated from it"),
    "title-before": Cue(-5.0, "a title stands before it"),
    "given-before": Cue(-4.5, "a given name stands before it"),
    "initial-before": Cue(-3.1, "an initial stands before it"),
    "name-before": Cue(-1.4, "part of a longer name"),
    "name-after": Cue(-3.2, "part of a longer name"),
    "feature-name": Cue(-7.0, "part of the name of a river, a hill or the like"),
    "organisation": Cue(-0.8, "part of an organisation’s name"),
    "said": Cue(-1.2, "it says or does what people do"),
    "age": Cue(-3.9, "an age follows it"),
    "who": Cue(-2.8, "‘who’ follows it"),
    "person": Cue(-3.5, "the text has a person of that name"),
    "hyphen": Cue(-1.8, "part of a compound"),
    "opens-sentence": Cue(-0.4, "the sentence begins with it, so that its capital says nothing"),
    "boilerplate": Cue(-2.6, "stands around the text, not in it"),
    # The rest of the document.
    "sure-elsewhere": Cue(1.8, "the text names it as a place elsewhere"),
    "country-named": Cue(1.4, "the text speaks of its country"),
    "state-named": Cue(1.8, "the text speaks of its state or province"),
    "country-not-named": Cue(-0.3, "the text speaks of other countries"),
}
