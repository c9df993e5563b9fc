from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundtext.errors import GazetteerError
from groundtext.gazetteer.names import fold
from groundtext.gazetteer.table import GazetteerRow, read_table, write_table
from groundtext.model import LonLat

if TYPE_CHECKING:
    from pathlib import Path


def town(number: int, name: str, population: int = 1000) -> GazetteerRow:
    position = LonLat(69.1723, 34.5281)
    return GazetteerRow(
        f"geonames:{number}", name, "settlement", "AF", "13", "", position, population
    )


def test_what_is_written_is_found(tmp_path: Path) -> None:
    path = tmp_path / "towns.gz"
    write_table(path, [(town(1, "Alfa"), ["alfa"]), (town(2, "Beta"), ["beta", "vita"])])
    assert [found.name for found in read_table(path).find("vita")] == ["Beta"]


def test_namesakes_come_by_size(tmp_path: Path) -> None:
    path = tmp_path / "towns.gz"
    write_table(path, [(town(1, "Small", 5), ["alfa"]), (town(2, "Large", 9), ["alfa"])])
    assert [found.name for found in read_table(path).find("alfa")] == ["Large", "Small"]


@given(
    st.sets(st.text(st.characters(codec="utf-8"), min_size=1).map(fold).filter(bool), max_size=30)
)
@settings(deadline=None, max_examples=50)
def test_every_name_is_found_and_no_other(
    tmp_path_factory: pytest.TempPathFactory, names: set[str]
) -> None:
    path = tmp_path_factory.mktemp("table") / "towns.gz"
    write_table(path, [(town(n, "Alfa"), [name]) for n, name in enumerate(sorted(names))])
    table = read_table(path)
    assert all(len(list(table.find(name))) == 1 for name in names)
    assert not list(table.find("no such name"))


def test_a_beginning_goes_on_with_a_further_word(tmp_path: Path) -> None:
    path = tmp_path / "towns.gz"
    write_table(path, [(town(1, "New Alfa"), ["new alfa"]), (town(2, "Newer"), ["newer"])])
    table = read_table(path)
    assert [table.has_prefix(word) for word in ("new", "newer", "new alfa")] == [True, False, False]


def test_the_same_towns_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.gz", "two.gz"):
        write_table(tmp_path / name, [(town(1, "Alfa"), ["alfa"])])
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_a_missing_table_is_named_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"towns\.gz: there is no such file .*build_gazetteer"):
        read_table(tmp_path / "towns.gz")


@pytest.mark.parametrize("content", [b"", b"plain text", gzip.compress(b"alfa" * 9, mtime=0)[:-9]])
def test_a_damaged_table_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "towns.gz").write_bytes(content)
    with pytest.raises(GazetteerError, match=r"towns\.gz: .*rebuild it"):
        read_table(tmp_path / "towns.gz")


def test_a_table_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "towns.gz").write_bytes(gzip.compress(b"something else 9\nalfa\n"))
    with pytest.raises(GazetteerError, match=r"begins with b'something else 9'"):
        read_table(tmp_path / "towns.gz")
