"""Every link between a passage and a feature, to be checked and decided on."""

from groundtext.ui import evidence_view

evidence_view.show()
