"""Names of places, offline: the world's settlements, an authored supplement, the user's layers."""

from groundtext.gazetteer.gazetteer import Gazetteer as Gazetteer
from groundtext.gazetteer.spellings import places_within as places_within
from groundtext.gazetteer.spellings import spellings_in as spellings_in
from groundtext.gazetteer.supplement import Entry as Entry
