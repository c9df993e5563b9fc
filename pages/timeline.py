"""When features were so, and what documents say of when."""

from groundtext.ui import timeline_view

timeline_view.show()
