"""The map that ships, in a real browser: every layer, and the sentences that support it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from groundtext.workspace import Workspace
from tests.browser.mapping import click_line, look_at, open_map, panel_of, quotes

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MEETING = "moscow-2021-03-18"


def supporting(shipped: Path, *target_ids: str) -> set[str]:
    """Return the quotes that the workspace holds for features or groups."""
    return {evidence.quote for evidence in Workspace.open(shipped).evidence(target_ids)}


def test_every_layer_is_drawn_and_every_feature_once(page: Page, address: str) -> None:
    open_map(page, address)
    drawn: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid="evidence-map"] [data-feature-id]')]
            .map((element) => element.dataset.featureId)
            .concat([...document.querySelectorAll('[data-feature-ids]')]
                .flatMap((element) => element.dataset.featureIds.split(' ')))"""
    )
    listed: list[str] = page.evaluate(
        """async () => (await (await fetch('/groundtext/layers/now.json')).json())
            .features.map((feature) => feature.id)"""
    )
    assert sorted(drawn) == sorted(listed)
    assert page.locator("input[data-layer-id]").count() == 5


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1440, 900), (1600, 1000)])
def test_the_first_look_holds_the_whole_pipeline_and_doha(
    page: Page, address: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_map(page, address)
    seen: bool = page.evaluate(
        "() => { const seen = window.groundtextMap.getBounds();"
        " return [[37.4, 62.3], [30.9, 62.1], [29.8, 67], [30.4, 74.1], [25.2, 51.4], [55.8, 37.6]]"
        ".every((place) => seen.contains(place)); }"
    )
    assert seen


def test_tap_stands_beside_tapi_and_does_not_fill_its_dashes(page: Page, address: str) -> None:
    open_map(page, f"{address}/?layers=pipelines")
    widths = {
        line: page.locator(f'path[data-feature-id="{line}"]').get_attribute("stroke-width")
        for line in ("tap", "tapi-afghanistan")
    }
    assert widths == {"tap": "1.5", "tapi-afghanistan": "3"}
    beside = page.locator('path[data-feature-id="tap"]')
    assert beside.evaluate("(path) => path.style.transform") == "translate(5px, -5px)"
    click_line(page, "tap")
    panel_of(page, "tap")


def test_tapi_is_a_line_with_its_sentences(page: Page, address: str, shipped: Path) -> None:
    open_map(page, f"{address}/?layers=pipelines")
    look_at(page, 65, 33, 6)
    click_line(page, "tapi-afghanistan")
    expect(panel_of(page, "tapi-afghanistan")).to_contain_text("about the group")
    assert set(quotes(page)) >= supporting(shipped, "tapi") != set()


@pytest.mark.parametrize(
    ("base", "spot", "owner"),
    [
        ("bagram", (69.3, 34.9), "bagram"),
        ("manas", (74.5, 43.1), "bases-us-kyrgyzstan"),
    ],
)
def test_a_base_is_a_point_with_its_sentences(
    page: Page, address: str, shipped: Path, base: str, spot: tuple[float, float], owner: str
) -> None:
    open_map(page, address)
    look_at(page, *spot, 7)
    page.locator(f'[data-feature-id="{base}"]').click()
    panel_of(page, base)
    assert set(quotes(page)) >= supporting(shipped, owner) != set()


def test_balkh_is_an_area_that_speaks_through_its_group(
    page: Page, address: str, shipped: Path
) -> None:
    open_map(page, f"{address}/?layers=provinces")
    look_at(page, 66.9, 36.3, 7)
    page.locator('path[data-feature-id="balkh"]').click()
    expect(panel_of(page, "balkh")).to_contain_text("about the group: Northern provinces")
    assert set(quotes(page)) >= supporting(shipped, "northern-provinces") != set()


def test_the_moscow_meeting_is_in_a_stack(page: Page, address: str, shipped: Path) -> None:
    open_map(page, address)
    page.locator(f'[data-feature-ids~="{MEETING}"]').click()
    page.get_by_test_id("stack-list").locator(f'[data-list-feature-id="{MEETING}"]').click()
    panel_of(page, MEETING)
    assert set(quotes(page)) >= supporting(shipped, MEETING) != set()


def test_a_deep_link_to_a_passage_marks_it(page: Page, address: str, shipped: Path) -> None:
    *_, last = Workspace.open(shipped).evidence([MEETING])
    span = last.link.span
    query = f"feature={MEETING}&document={last.document.id}&start={span.start}&end={span.end}"
    open_map(page, f"{address}/?{query}")
    current = panel_of(page, MEETING).locator('article[aria-current="true"]')
    expect(current.get_by_test_id("passage")).to_have_attribute("data-start", str(span.start))


def test_a_disagreement_leads_to_each_statement(page: Page, address: str) -> None:
    open_map(page, f"{address}/?feature=istanbul-2021-04")
    block = page.get_by_test_id("disagreement")
    expect(block).to_contain_text("Documents disagree on the date")
    block.get_by_role("button", name="April 2021").click()
    current = page.locator('article[aria-current="true"]')
    expect(current).to_contain_text("in Istanbul in April")
    expect(current).to_contain_text("Says: April 2021")


def test_dates_and_actors_are_shown_as_what_they_are(page: Page, address: str) -> None:
    open_map(page, f"{address}/documents?document=balancing-all-forces")
    dates = page.locator('[data-testid="document-passage"] .gt-date')
    expect(dates.filter(has_text="March 18").first).to_have_attribute(
        "title", re.compile("March 18: read as 18 March 2021, from the publication dates")
    )
    hollow = page.locator(".gt-dot.is-associative")
    expect(page.locator(".gt-dot.is-literal").first).to_be_attached()
    expect(hollow).to_have_count(0)
    page.get_by_test_id("actors-switch").check()
    expect(hollow.first).to_be_attached()
