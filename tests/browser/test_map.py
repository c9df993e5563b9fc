"""The map page in a real browser, over a made-up workspace."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import READY
from tests.browser.mapping import click_line, look_at, open_map, panel_of, quotes, wait_for_url
from tests.export import zoo

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def map_page(page: Page, zoo_address: str) -> Page:
    open_map(page, zoo_address)
    return page


def test_each_feature_is_drawn_by_exactly_one_element(map_page: Page) -> None:
    for feature in zoo.FEATURES[:4]:
        assert map_page.locator(f'[data-feature-id="{feature.id}"]').count() == 1
    assert map_page.locator('[data-feature-ids="rowan-1 rowan-2"]').count() == 1


def test_a_layer_goes_and_comes_back(map_page: Page) -> None:
    toggle = map_page.locator('input[type="checkbox"][data-layer-id="forts"]')
    toggle.uncheck()
    expect(map_page.locator('[data-feature-id="fort-alder"]')).to_have_count(0)
    wait_for_url(map_page, "layers=provinces%2Croutes%2Cmeetings")
    toggle.check()
    expect(map_page.locator('[data-feature-id="fort-alder"]')).to_have_count(1)
    wait_for_url(map_page, "")


def test_a_click_on_a_point_shows_its_quote_to_the_letter(map_page: Page) -> None:
    map_page.locator('[data-feature-id="fort-alder"]').click()
    panel_of(map_page, "fort-alder")
    assert quotes(map_page) == [zoo.SENTENCES[1]]
    wait_for_url(map_page, "feature=fort-alder")


def test_a_passage_tells_where_it_stands(map_page: Page) -> None:
    map_page.locator('[data-feature-id="fort-alder"]').click()
    passage = panel_of(map_page, "fort-alder").get_by_test_id("passage")
    start, end = (int(passage.get_attribute(f"data-{edge}") or "") for edge in ("start", "end"))
    assert zoo.document().text[start:end] == passage.text_content()
    assert passage.get_attribute("data-document-id") == "workshops"


def test_the_words_that_made_the_link_are_marked(map_page: Page) -> None:
    map_page.locator('[data-feature-id="fort-alder"]').click()
    expect(panel_of(map_page, "fort-alder").locator(".gt-match")).to_have_text("Fort Alder")


def test_a_click_on_an_area_shows_what_is_said_of_its_group(map_page: Page) -> None:
    map_page.locator('[data-feature-id="north-vale"]').click()
    panel = panel_of(map_page, "north-vale")
    assert quotes(map_page) == [zoo.SENTENCES[2]]
    expect(panel).to_contain_text("about the group")


def test_a_click_on_a_line_without_evidence_says_so(map_page: Page) -> None:
    click_line(map_page, "alder-line")
    expect(panel_of(map_page, "alder-line")).to_contain_text("No document here mentions it.")


def test_a_stack_offers_a_list(map_page: Page) -> None:
    map_page.locator('[data-feature-ids="rowan-1 rowan-2"]').click()
    stack = map_page.get_by_test_id("stack-list")
    assert stack.locator("[data-list-feature-id]").count() == 2
    assert map_page.locator("[data-list-feature-id]").count() == 2
    stack.locator('[data-list-feature-id="rowan-1"]').click()
    panel_of(map_page, "rowan-1")
    assert quotes(map_page) == [zoo.SENTENCES[3]]


@pytest.mark.parametrize(
    ("query", "rows"),
    [("", len(zoo.FEATURES) + len(zoo.COLLECTIONS)), ("?feature=north-vale", 0)],
)
def test_no_feature_has_two_rows_and_none_is_hidden(
    page: Page, zoo_address: str, query: str, rows: int
) -> None:
    open_map(page, f"{zoo_address}/{query}")
    ids: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('[data-list-feature-id]')]"
        ".filter((row) => row.checkVisibility()).map((row) => row.dataset.listFeatureId)"
    )
    assert len(set(ids)) == len(ids) == page.locator("[data-list-feature-id]").count() == rows


def test_a_link_in_the_panel_leads_to_its_group_and_back(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?feature=north-vale")
    page.locator('[data-link-id="northern-vales"]').focus()
    page.keyboard.press("Enter")
    panel_of(page, "northern-vales").locator('[data-link-id="north-vale"]').click()
    wait_for_url(page, "feature=north-vale")


def test_a_second_click_on_the_same_feature_works(map_page: Page) -> None:
    map_page.locator('[data-feature-id="fort-alder"]').click()
    panel_of(map_page, "fort-alder")
    map_page.keyboard.press("Escape")
    expect(map_page.get_by_test_id("evidence-panel")).to_be_hidden()
    map_page.locator('[data-feature-id="fort-alder"]').click()
    panel_of(map_page, "fort-alder")


def test_a_point_is_hit_and_not_the_area_below_whatever_was_toggled(
    page: Page, zoo_address: str
) -> None:
    open_map(page, f"{zoo_address}/?layers=meetings,forts")
    page.locator('input[data-layer-id="provinces"]').check()
    page.locator('input[data-layer-id="routes"]').check()
    look_at(page, 69.2, 34.9, 6)
    page.locator('[data-feature-id="fort-alder"]').click()
    panel_of(page, "fort-alder")


def test_a_deep_link_opens_the_same_view(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?feature=fort-alder&layers=forts")
    panel_of(page, "fort-alder")
    assert quotes(page) == [zoo.SENTENCES[1]]
    assert page.locator('[data-feature-id="north-vale"]').count() == 0
    assert not page.locator('input[data-layer-id="routes"]').is_checked()


def listed_ids(page: Page) -> set[str]:
    rows = page.locator("[data-list-feature-id]").all()
    return {row.get_attribute("data-list-feature-id") or "" for row in rows}


def test_a_period_leaves_out_what_was_not_so_then(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?from=2015&to=2016")
    assert page.locator('[data-feature-id="fort-alder"]').count() == 0
    assert listed_ids(page).isdisjoint({"fort-alder", "rowan-2"})
    assert {"rowan-1", "alder-line", "northern-vales"} <= listed_ids(page)
    notice = page.locator(".gt-quiet")
    expect(notice).to_contain_text("Only what was so between 2015 and 2016; 2 features are left")
    notice.get_by_role("button", name="Show everything").click()
    expect(page.locator('[data-feature-id="fort-alder"]')).to_have_count(1)
    wait_for_url(page, "")
    expect(notice).to_have_count(0)


def test_a_name_that_is_out_of_sight_is_not_said_to_be_none(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?from=2015&to=2016")
    field = page.get_by_role("searchbox", name="Find a feature")
    field.fill("fort alder")
    said = page.locator(".gt-list .gt-said")
    expect(said).to_have_text(re.compile("^1 feature has such a name and is not shown"))
    field.fill("nobody")
    expect(said).to_have_text(re.compile("^Nothing here has such a name"))


def test_a_date_that_is_none_is_named_and_everything_shown(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?from=zzz")
    expect(page.get_by_role("alert")).to_contain_text("‘zzz’ is not a date")
    expect(page.locator('[data-feature-id="fort-alder"]')).to_have_count(1)


def test_a_document_leaves_out_what_it_does_not_support(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?document=workshops")
    supported = {"fort-alder", "north-vale", "northern-vales", "rowan-1"}
    assert listed_ids(page) == supported
    assert page.locator('[data-feature-id="alder-line"], [data-feature-ids]').count() == 0
    expect(page.locator(".gt-quiet")).to_contain_text("3 features are left out")
    page.locator('[data-list-feature-id="fort-alder"]').click()
    wait_for_url(page, "feature=fort-alder&document=workshops")
    page.keyboard.press("Escape")
    wait_for_url(page, "document=workshops")
    assert listed_ids(page) == supported


def test_a_link_to_a_group_picks_all_its_members(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?feature=northern-vales")
    panel_of(page, "northern-vales")
    expect(page.locator('path.is-picked[data-feature-id="north-vale"]')).to_have_count(1)


def test_an_id_that_is_gone_says_so_and_the_rest_opens(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/?feature=burnt-bridge&layers=forts")
    expect(page.get_by_role("alert")).to_contain_text("burnt-bridge")
    expect(page.locator('[data-feature-id="fort-alder"]')).to_have_count(1)


def test_the_old_address_leads_to_the_map(page: Page, zoo_address: str) -> None:
    open_map(page, f"{zoo_address}/map?feature=fort-alder")
    panel_of(page, "fort-alder")


def test_back_and_forward_walk_through_what_was_picked(map_page: Page) -> None:
    for feature_id in ("fort-alder", "north-vale"):
        map_page.locator(f'[data-feature-id="{feature_id}"]').click()
        wait_for_url(map_page, f"feature={feature_id}")
    map_page.go_back()
    panel_of(map_page, "fort-alder")
    map_page.go_back()
    expect(map_page.get_by_test_id("evidence-panel")).to_be_hidden()
    map_page.go_forward()
    panel_of(map_page, "fort-alder")


def test_quick_clicks_end_on_the_last_one(map_page: Page) -> None:
    for feature_id in ("fort-alder", "north-vale", "access-oakland", "north-vale"):
        map_page.locator(f'[data-feature-id="{feature_id}"]').click()
    wait_for_url(map_page, "feature=north-vale")
    map_page.wait_for_timeout(500)  # every echo has come back by now
    panel_of(map_page, "north-vale")


def test_the_view_is_kept_and_a_pan_tells_nobody(map_page: Page) -> None:
    look_at(map_page, 66, 36, 6.5)
    sent = watch_websocket(map_page, "Sent")
    drag(map_page, 300, 500, 200, 420)
    map_page.wait_for_timeout(400)
    assert sent == []
    before = centre(map_page)
    map_page.locator('input[data-layer-id="meetings"]').uncheck()
    map_page.locator('[data-list-feature-id="fort-alder"]').click()
    wait_for_url(map_page, "feature=fort-alder&layers=provinces%2Croutes%2Cforts")
    assert centre(map_page) == before


def watch_websocket(page: Page, direction: str) -> list[int]:
    """Return a list that grows by the size of each message, as characters on the wire."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        f"Network.webSocketFrame{direction}",
        lambda event: sizes.append(len(event["response"]["payloadData"])),
    )
    return sizes


def drag(page: Page, x: float, y: float, to_x: float, to_y: float) -> None:
    """Drag the map with the mouse, pixels from its upper left corner."""
    box = page.get_by_test_id("evidence-map").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + x, box["y"] + y)
    page.mouse.down()
    page.mouse.move(box["x"] + to_x, box["y"] + to_y, steps=5)
    page.mouse.up()


def centre(page: Page) -> list[float]:
    here: list[float] = page.evaluate(
        "() => { const map = window.groundtextMap; const at = map.getCenter();"
        " return [at.lat, at.lng, map.getZoom()]; }"
    )
    return here


def test_a_click_costs_little_on_the_wire(map_page: Page) -> None:
    received = watch_websocket(map_page, "Received")
    map_page.locator('[data-feature-id="fort-alder"]').click()
    wait_for_url(map_page, "feature=fort-alder")
    map_page.wait_for_timeout(300)
    assert sum(received) < 10_000


def test_hostile_text_stays_text_on_every_surface(map_page: Page) -> None:
    map_page.locator('[data-feature-ids="rowan-1 rowan-2"]').click()
    map_page.locator('[data-testid="stack-list"] [data-list-feature-id="rowan-1"]').click()
    panel = panel_of(map_page, "rowan-1")
    expect(panel).to_contain_text("<script>window.ran=1</script>")
    assert map_page.locator(".gt-root img, .gt-root script").count() == 0
    panel.get_by_role("button", name="Copy a link").click()
    expect(map_page.locator(".gt-voice")).to_contain_text("link")


def test_nothing_moves_the_map_but_the_reader(map_page: Page) -> None:
    before = centre(map_page)
    map_page.locator('[data-list-feature-id="alder-line"]').click()
    panel_of(map_page, "alder-line")
    assert centre(map_page) == before
    map_page.get_by_role("button", name="Zoom to it").click()
    assert centre(map_page) != before
    map_page.get_by_role("button", name="Reset the view").click()
    assert centre(map_page) == before


def test_the_line_under_the_map_counts_what_is_not_on_it(map_page: Page) -> None:
    footer = map_page.locator(".gt-footer")
    expect(footer).to_contain_text("3 of 6 passages have a place")
    footer.get_by_text("3 have none: why").click()
    assert footer.locator("li").count() >= 1


def test_what_is_typed_is_not_overwritten_by_a_late_answer(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(READY)
    field = page.locator(".gt-find")
    # Each letter comes just after what was there before has been sent, and before its answer.
    field.press_sequentially("tapi", delay=620)
    page.wait_for_url("**q=tapi**")
    expect(field).to_have_value("tapi")
    field.blur()
    page.go_back()
    expect(field).not_to_have_value("tapi")
