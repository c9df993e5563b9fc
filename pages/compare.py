"""What documents say of one thing, side by side, and what they are silent about."""

from groundtext.ui import compare_view

compare_view.show()
