from __future__ import annotations

import pytest

from groundtext.model import Precision
from groundtext.settings import DATA
from scripts import facts

BASES = {row["id"]: row for row in facts.read_rows(DATA / "facts" / "bases.csv")}
MEETINGS = {row["id"]: row for row in facts.read_rows(DATA / "facts" / "meetings.csv")}


def test_all_rows_of_the_facts_are_read() -> None:
    assert (len(BASES), len(MEETINGS)) == (32, 28)


@pytest.mark.parametrize("row", [*BASES.values(), *MEETINGS.values()], ids=lambda row: row["id"])
def test_every_wording_has_its_term(row: facts.Row) -> None:
    assert facts.status_of(row)
    assert len(facts.dates_of(row)) == 3


@pytest.mark.parametrize(
    ("base", "dates"),
    [
        ("manas", ("2001-12", "2014-06-03", "")),
        ("base-201-dushanbe", ("1993", "", "2042")),
        ("kant", ("2003-10-23", "", "2032")),
        ("okno", ("1999", "", "205X?")),
        ("baikonur", ("1994", "", "2050")),
        ("balkhash-radar", ("", "2020", "")),
        ("jacobabad", ("2001-10", "2011?", "")),
        ("ayni", ("2002", "", "")),
    ],
)
def test_dates_become_edtf_and_treaties_end_as_planned(
    base: str, dates: tuple[str, str, str]
) -> None:
    assert facts.dates_of(BASES[base]) == dates


@pytest.mark.parametrize(
    ("row", "confidence"),
    [
        (BASES["karshi-khanabad"], "high"),
        (BASES["ayni"], "medium"),
        (BASES["bagram"], "low"),
        (BASES["kakaydy"], "low"),
        (MEETINGS["tajikistan-2015-09"], "low"),
        (MEETINGS["moscow-2018-11-09"], "high"),
    ],
)
def test_confidence_is_the_lowest_named_and_low_for_guesses(
    row: facts.Row, confidence: str
) -> None:
    assert facts.confidence_of(row) == confidence


def test_several_rows_are_as_sure_as_the_least() -> None:
    sure, less = ({"source": "a", "confidence": level} for level in ("high", "medium"))
    assert facts.confidence_of(sure, less) == "medium"


@pytest.mark.parametrize(
    ("wording", "precision"),
    [("venue", Precision.SITE), ("venue?", Precision.SETTLEMENT), ("town", Precision.SETTLEMENT)],
)
def test_a_guessed_building_is_no_site(wording: str, precision: Precision) -> None:
    assert facts.precision_of({"place_precision": wording}) is precision


def test_an_unknown_wording_stops_the_build() -> None:
    with pytest.raises(KeyError, match="mothballed"):
        facts.status_of({"status": "mothballed"})
    with pytest.raises(ValueError, match="'the nineties' is no EDTF date"):
        facts.dates_of({"status": "closed", "valid_from": "the nineties", "valid_to": ""})


def test_sources_are_split_outside_brackets_and_named_once() -> None:
    rows = [{"sources": "a (1; 2); b"}, {"sources": "b; c"}]
    assert facts.sources_of(rows) == ("a (1; 2)", "b", "c")


def test_aliases_leave_out_the_name_and_repetitions() -> None:
    assert facts.aliases_of("A", ["B", "A", ""], ["B ", "C"]) == ("B", "C")


def test_a_wording_that_is_its_term_is_not_repeated() -> None:
    row = {"status": "handed over", "kind": "base"}
    note = facts.wording_note(row, {"status": "closed", "kind": "base"})
    assert note == "In the words of the facts: status “handed over”."
