"""Take documents and layers of one's own in, and see what became of each file."""

from groundtext.ui import import_view

import_view.show()
