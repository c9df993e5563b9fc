from __future__ import annotations

from groundtext.settings import ROOT
from groundtext.ui.frame import PAGES


def test_every_page_has_its_file_and_no_file_lies_around_unlisted() -> None:
    files = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    assert files == sorted(PAGES)
