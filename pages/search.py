"""Everything that is found for some words."""

from groundtext.ui import search_view

search_view.show()
