from __future__ import annotations

from groundtext.settings import ROOT
from groundtext.ui.frame import PAGES


def test_every_page_has_its_file_and_its_own_path() -> None:
    assert [entry.file for entry in PAGES if not (ROOT / "pages" / entry.file).is_file()] == []
    assert len({entry.url_path for entry in PAGES}) == len(PAGES)


def test_no_page_lies_around_unlisted() -> None:
    files = {path.name for path in (ROOT / "pages").glob("*.py")}
    assert files == {entry.file for entry in PAGES}
