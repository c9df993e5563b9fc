from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundtext.errors import GoldError
from groundtext.evaluation import read_gold
from groundtext.evaluation.gold import GoldStatus, parse_gold
from groundtext.model import LonLat, Reading, Span

PLAIN = {"document": "a.txt", "start": 3, "end": 9}


def line(**fields: object) -> str:
    return json.dumps({**PLAIN, **fields})


def test_a_link_is_core_unless_it_says_otherwise() -> None:
    first, second = parse_gold(
        "\n".join([line(feature="fort"), line(feature="fort", status="neutral")]), "g"
    ).links
    assert (first.document_id, first.span, first.target_id) == ("a", Span(3, 9), "fort")
    assert (first.status, second.status) == (GoldStatus.CORE, GoldStatus.NEUTRAL)


def test_a_line_may_be_several_answers_at_once() -> None:
    gold = parse_gold(
        line(feature="fort", kind="named", reading="literal", place="p", lon=6.1, lat=46.2), "g"
    )
    [mention] = gold.mentions
    assert len(gold.links) == 1
    assert (mention.reading, mention.kind) == (Reading.LITERAL, "place")
    assert (mention.place_id, mention.position) == ("p", LonLat(6.1, 46.2))


def test_null_says_that_a_name_is_a_places_and_which_is_not_known() -> None:
    [mention] = parse_gold(line(place=None), "g").mentions
    assert (mention.is_placed, mention.has_place) == (True, False)
    [read] = parse_gold(line(reading="literal"), "g").mentions
    assert not read.is_placed


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "line 1: Expecting property name"),
        ("[1]", "line 1: not a JSON object; correct the line or remove it."),
        (line(), "line 1: says nothing to compare; give `feature`, `reading`"),
        ('{"feature": "fort", "start": 0, "end": 1}', "lacks `document`"),
        (line(feature="fort", end=None), "`end` is None, not a whole number"),
        (line(feature="fort", start=True), "`start` is True, not a whole number"),
        (line(feature="fort", start=9), "9 to 9 is no span; `end` is one past"),
        (line(feature="fort", start=-1), "-1 to 9 is no span"),
        (line(feature=""), "`feature` is '', not a text"),
        (line(feature="fort", status="sure"), "is one of core, neutral, reviewed, rejected"),
        (line(feature="fort", quote=3), "`quote` or `text` is 3, not a text"),
        (line(reading="ironic"), "`reading` is 'ironic'; it is one of literal, associative"),
        (line(place=7), "`place` is 7, not a place's id"),
        (line(lon=6.1), "`lat` is None, not a number of degrees; give `lon` and `lat`"),
        (line(lon=46.2, lat=100), "`lat` is 100; it lies from -90 to 90 degrees"),
        (line(lon=float("nan"), lat=0), "`lon` is nan; it lies from -180 to 180 degrees"),
        (line(lon=10**400, lat=0), "it lies from -180 to 180 degrees"),
        ("[" * 100_000, "line 1: "),
    ],
)
def test_a_faulty_line_is_named_and_costs_no_other(text: str, fault: str) -> None:
    gold = parse_gold(f"{line(feature='fort')}\n\n{text}", "gold.jsonl")
    [error] = gold.refused
    assert len(gold.links) == 1
    assert str(error).startswith("gold.jsonl: line 3: ")
    assert fault.removeprefix("line 1: ") in str(error)


def test_half_a_line_does_not_count_as_a_whole_one() -> None:
    gold = parse_gold(line(feature="fort", reading="ironic"), "g")
    assert (gold.links, gold.mentions, len(gold.refused)) == ((), (), 1)


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text(line(feature="bridge"), encoding="utf-8-sig")
    (tmp_path / "a.jsonl").write_text(line(feature="fort") + "\n", encoding="utf-8")
    (tmp_path / "c.jsonl").write_bytes(b"\xff\xfe")
    (tmp_path / "notes.txt").write_text("not gold", encoding="utf-8")
    gold = read_gold(tmp_path)
    assert [one.target_id for one in gold.links] == ["fort", "bridge"]
    assert ["cannot be read as UTF-8" in str(error) for error in gold.refused] == [True]


@pytest.mark.parametrize("content", [None, "", "{}\n"])
def test_gold_without_an_answer_is_an_error(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match="no right answer can be used; give lines with `feature`"):
        read_gold(path)


def test_a_file_about_something_else_is_passed_over_and_not_faulty() -> None:
    dates = parse_gold(f"{line(edtf='2020')}\n{line(edtf='2021')}", "dates.jsonl")
    assert (dates.refused, dates.others) == ((), ("dates.jsonl",))
    mixed = parse_gold(f"{line(edtf='2020')}\n{line(feature='fort')}", "mixed.jsonl")
    assert (len(mixed.refused), mixed.others) == (1, ())


@given(st.text())
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    gold = parse_gold(text, "g")
    assert all("line " in str(error) for error in gold.refused)
