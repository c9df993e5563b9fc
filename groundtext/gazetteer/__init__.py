"""Names of places, offline: the world's settlements, an authored supplement, the user's layers."""

from groundtext.gazetteer.gazetteer import Gazetteer as Gazetteer
from groundtext.gazetteer.spellings import Spellings as Spellings
from groundtext.gazetteer.supplement import Entry as Entry
