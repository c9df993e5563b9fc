"""The map, and the sentences that support it."""

from groundtext.ui import map_view

map_view.show()
