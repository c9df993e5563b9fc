"""The documents, passage by passage, beside the map of what they support."""

from groundtext.ui import documents_view

documents_view.show()
