"""Words and operators → what is found in a workspace: passages, features, documents, places."""

from groundtext.search.finder import Finder as Finder
from groundtext.search.found import Facet as Facet
from groundtext.search.found import Found as Found
from groundtext.search.found import FoundPassage as FoundPassage
from groundtext.search.query import OPERATORS as OPERATORS
from groundtext.search.query import Query as Query
from groundtext.search.query import parse_query as parse_query
