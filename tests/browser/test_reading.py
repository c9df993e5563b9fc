"""Reading and citing in a real browser: outline, strip, mentions met again, citations to copy."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import reading_workspace as made
from tests.browser.conftest import READY, serve
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MAY_COPY = ["clipboard-read", "clipboard-write"]
FORT = zoo.span_of(zoo.SENTENCES[1])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("reading")
    with closing(made.workspace(folder)) as workspace:
        path = workspace.path
    yield from serve(path, folder / "server.log")


def read(page: Page, address: str, query: str = "document=chronicle") -> None:
    page.goto(f"{address}/documents?{query}")
    page.wait_for_selector(READY)


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def envoys(page: Page) -> Locator:
    """The passages that name Fort Alder."""
    return page.locator(".gt-sentence.has-links")


def frame(page: Page) -> tuple[float, float]:
    """Where the strip's frame begins and ends, from the strip's upper edge; pixels."""
    strip = page.get_by_test_id("minimap").bounding_box()
    box = page.get_by_test_id("minimap-frame").bounding_box()
    assert strip
    assert box
    return box["y"] - strip["y"], box["y"] - strip["y"] + box["height"]


def scrolled(page: Page) -> float:
    top: float = page.locator(".gt-reader").evaluate("(reader) => reader.scrollTop")
    return top


# ---- citations -------------------------------------------------------------------------------


def test_a_citation_is_copied_by_keys_alone(page: Page, zoo_address: str) -> None:
    page.context.grant_permissions(MAY_COPY)
    read(page, zoo_address, f"document=workshops&start={FORT.start}&end={FORT.end}")
    cite = page.get_by_test_id("cite")
    cite.focus()
    page.keyboard.press("Enter")
    expect(cite).to_have_attribute("aria-expanded", "true")
    page.get_by_role("tab", selected=True).wait_for()
    page.keyboard.press("Tab")  # out of the deeds, as far as the tabs
    while not page.evaluate("document.activeElement.matches('[role=tab]')"):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="APA")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".gt-voice")).to_have_text("The citation is copied (APA).")
    assert copied(page).startswith(f"“{zoo.SENTENCES[1]}” (Writer, 2021, characters ")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("cite-box")).to_be_hidden()
    expect(cite).to_be_focused()
    assert "is-picked" in (page.locator(".gt-sentence").nth(1).get_attribute("class") or "")


@pytest.mark.parametrize("style", ["Plain", "APA", "Chicago", "BibTeX"])
def test_the_copied_address_opens_the_same_passage_afresh(
    page: Page, zoo_address: str, style: str
) -> None:
    page.context.grant_permissions(MAY_COPY)
    read(page, zoo_address, f"document=workshops&start={FORT.start}&end={FORT.end}")
    page.get_by_test_id("cite").click()
    page.get_by_role("tab", name=style).click()
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".gt-voice")).to_contain_text("is copied")
    found = re.search(r"http://127\.0\.0\.1:\d+/documents\?[\w=&-]+", copied(page))
    assert found
    page.goto("about:blank")
    page.goto(found[0])
    page.wait_for_selector(READY)
    expect(page.locator(".gt-sentence.is-picked")).to_have_text(zoo.SENTENCES[1])


@pytest.mark.parametrize("path", ["/?feature=rowan-1", "/evidence?feature=rowan-1"])
def test_the_other_pages_cite_too_and_hostile_text_stays_text(
    page: Page, zoo_address: str, path: str
) -> None:
    page.goto(f"{zoo_address}{path}")
    page.get_by_test_id("cite").first.click()
    citation = page.get_by_test_id("citation")
    expect(citation).to_contain_text("A. Writer")
    assert zoo.SENTENCES[3] in (citation.text_content() or "")
    assert page.locator(".gt-cite img, .gt-cite script").count() == 0


def test_letters_typed_in_a_citation_decide_nothing(page: Page, zoo_address: str) -> None:
    page.goto(f"{zoo_address}/evidence?feature=rowan-1")
    page.get_by_test_id("cite").click()
    page.get_by_test_id("citation").focus()
    before = page.get_by_test_id("link-detail").locator("h2").text_content()
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert page.get_by_test_id("link-detail").locator("h2").text_content() == before
    expect(page.get_by_test_id("cite-box")).to_be_visible()


def test_a_browser_that_lets_no_page_copy_copies_by_a_field(page: Page, zoo_address: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    read(page, zoo_address, f"document=workshops&start={FORT.start}&end={FORT.end}")
    page.get_by_test_id("cite").click()
    page.evaluate("document.addEventListener('copy', () => { window.copiedBy = 'field'; })")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".gt-voice")).to_contain_text("is copied")
    assert page.evaluate("window.copiedBy") == "field"
    expect(page.get_by_role("button", name="Copied", exact=True)).to_be_focused()


def test_words_marked_in_the_text_leave_a_citation_open(page: Page, zoo_address: str) -> None:
    read(page, zoo_address, f"document=workshops&start={FORT.start}&end={FORT.end}")
    page.get_by_test_id("cite").click()
    page.get_by_test_id("citation").wait_for()
    page.locator(".gt-sentence").nth(1).evaluate("(it) => getSelection().selectAllChildren(it)")
    page.get_by_text("Link the marked words to a feature").wait_for()
    expect(page.get_by_test_id("citation")).to_be_visible()


def test_a_passage_that_is_gone_says_so(page: Page, zoo_address: str) -> None:
    read(page, zoo_address, f"document=workshops&start={FORT.start}&end={FORT.end}")
    page.route(
        "**/groundtext/cite/**", lambda route: route.fulfill(status=404, body='{"error": "Gone."}')
    )
    page.get_by_test_id("cite").click()
    expect(page.get_by_test_id("cite-box")).to_contain_text("There is no citation: Gone.")


def test_escape_closes_the_citation_and_leaves_the_panel(page: Page, zoo_address: str) -> None:
    page.goto(f"{zoo_address}/?feature=fort-alder")
    cite = page.get_by_test_id("evidence-panel").get_by_test_id("cite")
    cite.click()
    page.get_by_test_id("citation").focus()
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()
    expect(page.get_by_test_id("cite-box")).to_be_hidden()
    expect(page.get_by_test_id("evidence-panel")).to_have_attribute("data-feature-id", "fort-alder")


# ---- the outline -----------------------------------------------------------------------------


def test_the_outline_holds_the_headings_and_leads_there_by_keys(page: Page, address: str) -> None:
    read(page, address)
    outline = page.get_by_test_id("outline")
    outline.locator("summary").press("Enter")
    assert tuple(outline.get_by_role("button").all_text_contents()) == made.HEADINGS
    outline.get_by_role("button", name=made.HEADINGS[6]).press("Enter")
    heading = page.get_by_role("heading", name=made.HEADINGS[6])
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    expect(outline.locator('[aria-current="true"]')).to_have_text(made.HEADINGS[6])
    expect(outline.locator("summary")).to_contain_text(made.HEADINGS[6])


def test_the_current_section_follows_the_scroll(page: Page, address: str) -> None:
    read(page, address)
    current = page.get_by_test_id("outline").locator('[aria-current="true"]')
    expect(current).to_have_text(made.HEADINGS[0])
    page.locator(".gt-reader").evaluate("(reader) => { reader.scrollTop = reader.scrollHeight; }")
    expect(current).to_have_text(made.HEADINGS[-1])


def test_without_headings_paragraphs_stand_for_them(page: Page, address: str) -> None:
    read(page, address, "document=gozaresh")
    words = page.get_by_test_id("outline").get_by_role("button", include_hidden=True)
    found = words.all_text_contents()
    assert len(found) == len(made.PERSIAN)
    assert all(
        paragraph.startswith(entry.removesuffix(" …"))
        for entry, paragraph in zip(found, made.PERSIAN, strict=True)
    )


def test_escape_closes_the_outline_and_nothing_else(page: Page, address: str) -> None:
    read(page, address)
    envoys(page).first.click(position={"x": 5, "y": 5})
    outline = page.get_by_test_id("outline")
    outline.locator("summary").press("Enter")
    outline.get_by_role("button").first.press("Escape")
    expect(outline.locator("summary")).to_be_focused()
    expect(outline.get_by_role("button")).to_have_count(0)
    expect(page.locator(".gt-sentence.is-picked")).to_have_count(1)


# ---- the strip -------------------------------------------------------------------------------


def test_the_strips_frame_follows_the_scroll(page: Page, address: str) -> None:
    read(page, address)
    assert frame(page)[0] == pytest.approx(0, abs=2)
    seen = [frame(page)[0]]
    for share in (0.3, 0.6, 1):
        page.locator(".gt-reader").evaluate(
            """(reader, share) => {
                reader.scrollTop = share * (reader.scrollHeight - reader.clientHeight);
            }""",
            share,
        )
        page.wait_for_function(
            """(above) => {
                const topOf = (name) => document.querySelector(name).getBoundingClientRect().top;
                return topOf('.gt-minimap-frame') - topOf('.gt-minimap') > above + 40;
            }""",
            arg=seen[-1],
        )
        seen.append(frame(page)[0])
    assert seen == sorted(seen)


def test_a_click_on_the_strip_leads_there_and_a_drag_back(page: Page, address: str) -> None:
    read(page, address)
    strip = page.get_by_test_id("minimap").bounding_box()
    assert strip
    x, half = strip["x"] + strip["width"] / 2, strip["y"] + strip["height"] / 2
    page.mouse.click(x, half)
    page.wait_for_function("document.querySelector('.gt-reader').scrollTop > 1000")
    page.wait_for_function(
        """(half) => { const { top, bottom } = document.querySelector('.gt-minimap-frame')
            .getBoundingClientRect(); return top < half && half < bottom; }""",
        arg=half,
    )
    page.mouse.move(x, half)
    page.mouse.down()
    page.mouse.move(x, strip["y"] + 1, steps=8)
    page.mouse.up()
    page.wait_for_function("document.querySelector('.gt-reader').scrollTop < 600")


def pixels(page: Page, colour: tuple[int, int, int]) -> int:
    """How many pixels of the strip are of a colour, nearly."""
    count: int = page.locator(".gt-minimap canvas").evaluate(
        """(canvas, colour) => {
            const { width, height } = canvas;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            const isNear = (i) => colour.every((part, k) => Math.abs(data[i + k] - part) < 12);
            let found = 0;
            for (let i = 0; i < data.length; i += 4) found += isNear(i) && data[i + 3] > 200;
            return found;
        }""",
        list(colour),
    )
    return count


def test_the_strip_shows_what_is_linked_and_what_is_picked(page: Page, address: str) -> None:
    read(page, address)
    layer, ink = (0x00, 0x72, 0xB2), (0x1B, 0x1D, 0x20)
    assert pixels(page, layer) > 0
    assert pixels(page, ink) == 0
    envoys(page).first.click(position={"x": 5, "y": 5})
    expect(page.locator(".gt-sentence.is-lit")).to_have_count(envoys(page).count())
    assert pixels(page, ink) > 0
    assert pixels(page, layer) == 0


def test_on_a_narrow_screen_there_is_no_strip_but_the_outline(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    read(page, address)
    expect(page.get_by_test_id("minimap")).to_be_hidden()
    assert page.evaluate("window.groundtextMap.getSize().x") == 390
    outline = page.get_by_test_id("outline")
    outline.locator("summary").click()
    outline.get_by_role("button", name=made.HEADINGS[4]).click()
    expect(page.get_by_role("heading", name=made.HEADINGS[4])).to_be_in_viewport()
    expect(outline.locator("summary")).to_contain_text(made.HEADINGS[4])


# ---- mentions --------------------------------------------------------------------------------


def test_a_name_leads_round_the_mentions_of_its_place(page: Page, address: str) -> None:
    read(page, address)
    envoys(page).first.click(position={"x": 5, "y": 5})
    starts = [passage.get_attribute("data-start") for passage in envoys(page).all()]
    name = page.locator(".gt-mention")
    name.focus()
    for step in (*range(1, len(starts)), 0):
        page.keyboard.press("Enter")
        expect(page.get_by_test_id("mention-count")).to_have_text(
            f"{step + 1} of {len(starts)} mentions of Fort Alder"
        )
        expect(page.locator(".gt-sentence.is-picked")).to_have_attribute(
            "data-start", starts[step] or ""
        )
        expect(page.locator(".gt-sentence.is-picked .is-at")).to_have_text("Fort Alder")
        expect(name).to_be_focused()


def test_a_place_that_is_named_once_leads_nowhere(page: Page, zoo_address: str) -> None:
    read(page, zoo_address, f"document=workshops&start={FORT.start}&end={FORT.end}")
    page.get_by_test_id("passage-panel").get_by_text("Names in it").wait_for()
    expect(page.locator(".gt-mention")).to_have_count(0)


def test_the_steps_name_their_keys(page: Page, address: str) -> None:
    read(page, address, "document=chronicle&feature=fort-alder")
    step = page.get_by_role("button", name="Next passage")
    expect(step).to_have_attribute("aria-keyshortcuts", "ArrowRight Shift+ArrowRight")
    expect(step).to_have_attribute("title", re.compile(r"^Next passage \(→\)"))
    page.locator(".gt-reader").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("passage-panel")).to_contain_text("2 of 4 passages")


# ---- for everybody ---------------------------------------------------------------------------


def test_persian_runs_from_the_right_also_after_a_latin_word(page: Page, address: str) -> None:
    read(page, address, "document=gozaresh")
    directions = [each.get_attribute("dir") for each in page.locator(".gt-paragraph").all()]
    assert directions == ["rtl", "rtl", "rtl", "ltr"]
    assert page.get_by_test_id("document-passage").all_text_contents() == list(made.PERSIAN)
    rows = page.locator(".gt-outline-row bdi")
    assert [row.get_attribute("dir") for row in rows.all()] == directions
    expect(page.get_by_test_id("minimap")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("document", ["chronicle", "gozaresh"])
def test_axe_finds_nothing_with_everything_open(
    page: Page, address: str, document: str, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    read(page, address, f"document={document}")
    expect(page.locator(f'.gt-documents[data-theme="{scheme}"]')).to_be_visible()
    page.get_by_test_id("document-passage").nth(2).click(position={"x": 5, "y": 5})
    page.get_by_test_id("cite").click()
    page.get_by_test_id("citation").wait_for()
    page.get_by_test_id("outline").locator("summary").press("Enter")
    found = Axe().run(page, context=".gt-root")
    assert found.violations_count == 0, found.generate_report()
