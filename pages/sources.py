"""Where everything comes from: layers, documents, and what stands under the map."""

from groundtext.ui import sources_view

sources_view.show()
