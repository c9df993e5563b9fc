"""A comparison of three hundred features in sixty documents: drawn in parts, none of it lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from groundtext.workspace import Contents, write_workspace
from tests.browser.conftest import serve
from tests.browser.made_links import linked_lines
from tests.export import zoo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.workspace import Analysis

pytestmark = [pytest.mark.browser, pytest.mark.slow]
N_FEATURES, N_DOCUMENTS = 300, 60


def analysis(number: int) -> Analysis:
    """Return a document of one sentence on each feature whose number its own divides."""
    named = [n for n in range(N_FEATURES) if n % (number + 1) == 0]
    return linked_lines(f"report-{number}", ((f"Fort {n} was seen.", f"fort-{n}") for n in named))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("wide") / "wide.gpkg"
    fort = next(feature for feature in zoo.FEATURES if feature.id == "fort-alder")
    features = tuple(
        replace(fort, id=f"fort-{n}", name=f"Fort {n}", aliases=()) for n in range(N_FEATURES)
    )
    analyses = tuple(analysis(number) for number in range(N_DOCUMENTS))
    write_workspace(path, Contents(zoo.LAYERS, features, (), analyses))
    yield from serve(path, path.with_suffix(".log"))


def test_rows_come_as_they_are_wished_for(page: Page, address: str) -> None:
    page.goto(f"{address}/compare")
    rows = page.get_by_test_id("matrix").locator("tbody [data-compare-id]")
    expect(rows).to_have_count(200)
    page.get_by_role("button", name="Show 100 more rows").click()
    expect(rows).to_have_count(N_FEATURES)
    expect(page.get_by_role("button", name="more rows")).to_have_count(0)


def test_documents_are_turned_over_and_sums_hold_for_all(page: Page, address: str) -> None:
    page.goto(f"{address}/compare")
    matrix = page.get_by_test_id("matrix")
    expect(matrix.locator("thead th")).to_have_count(40 + 2)
    row = matrix.locator("tr", has=page.locator('[data-compare-id="fort-120"]'))
    of_all = str(sum(120 % (number + 1) == 0 for number in range(N_DOCUMENTS)))
    expect(row.locator("td.gt-sum")).to_have_text(of_all)
    page.get_by_role("button", name="Documents after these").click()
    expect(page.get_by_text(f"Documents 41 to {N_DOCUMENTS} of {N_DOCUMENTS}")).to_be_visible()
    expect(matrix.locator("thead th")).to_have_count(20 + 2)
    expect(row.locator("td.gt-sum")).to_have_text(of_all)
    expect(page.get_by_role("button", name="Documents after these")).to_be_disabled()
    page.get_by_role("button", name="Documents before these").click()
    expect(matrix.locator("thead th")).to_have_count(40 + 2)
