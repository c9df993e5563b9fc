from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from groundtext.checks import LARGEST_SHARE, MOST_WORDS
from groundtext.documents.reading import METADATA_FILE, read_metadata
from groundtext.export.dossier import write_dossier
from groundtext.export.entries import quote_of, read_content
from groundtext.export.printable import printable
from groundtext.model import LinkStatus
from groundtext.settings import DATA
from tests.export import hostile, zoo
from tests.ui import disputed

if TYPE_CHECKING:
    from pathlib import Path

    from groundtext.workspace import Workspace

MEGABYTE = 1_000_000


class Outline(HTMLParser):
    """What a page holds: its elements with their attributes, and the text of some of them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.quotes: list[str] = []
        self.scripts: list[str] = []
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in {"blockquote", "script"}:
            self._open = tag
            (self.quotes if tag == "blockquote" else self.scripts).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, text: str) -> None:
        if self._open == "blockquote":
            self.quotes[-1] += text
        elif self._open == "script":
            self.scripts[-1] += text

    def entry_ids(self) -> list[str]:
        return [str(attrs["data-entry-id"]) for tag, attrs in self.elements if tag == "article"]

    def block(self) -> dict[str, Any]:
        block: dict[str, Any] = json.loads(self.scripts[0])
        return block


@pytest.fixture(scope="module")
def page(zoo_workspace: Workspace) -> str:
    return write_dossier(zoo_workspace)


def test_quotes_stand_in_the_page_to_the_letter(page: str) -> None:
    quotes = {zoo.SENTENCES[1], zoo.SENTENCES[2], zoo.SENTENCES[3]}
    assert set(Outline(page).quotes) == quotes


def test_a_group_is_quoted_once_and_its_members_point_to_it(page: str) -> None:
    outline = Outline(page)
    assert outline.quotes.count(zoo.SENTENCES[2]) == 1
    assert {"northern-vales", "north-vale"} <= set(outline.entry_ids())
    assert page.count('href="#entry-northern-vales"') >= 2


def test_hostile_text_adds_no_element_and_no_script(page: str) -> None:
    outline = Outline(page)
    assert "img" not in {tag for tag, _ in outline.elements}
    assert len(outline.scripts) == 4  # the block, Leaflet, our own, folium's
    assert not any("window.ran" in script for script in outline.scripts[1:])
    assert not [name for _, attrs in outline.elements for name in attrs if name.startswith("on")]


def test_every_script_but_the_block_is_named_by_its_hash(page: str) -> None:
    policy = next(
        attrs["content"] for tag, attrs in Outline(page).elements if "http-equiv" in attrs
    )
    assert policy is not None
    assert policy.count("'sha256-") == 3
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


def test_the_page_asks_nobody_for_anything(page: str) -> None:
    loading = [
        (tag, name)
        for tag, attrs in Outline(page).elements
        for name in attrs
        if name in {"src", "srcset", "data", "poster", "action"} or (tag, name) == ("link", "href")
    ]
    assert loading == []
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert not any("url(" in style or "@import" in style for style in styles)


def test_only_the_layers_asked_for_are_in_it(zoo_workspace: Workspace) -> None:
    outline = Outline(write_dossier(zoo_workspace, layer_ids=["forts", "no-such-layer"]))
    assert outline.entry_ids() == ["fort-alder", "access-oakland"]
    drawn = outline.block()["features"]
    assert {feature["properties"]["layer"] for feature in drawn} == {"forts"}


def test_no_layer_is_a_page_too(zoo_workspace: Workspace) -> None:
    outline = Outline(write_dossier(zoo_workspace, layer_ids=[]))
    assert outline.entry_ids() == []
    assert outline.block()["features"] == []


def test_the_same_view_gives_the_same_bytes(zoo_workspace: Workspace, page: str) -> None:
    assert write_dossier(zoo_workspace) == page


def test_the_legend_has_the_signs_of_its_map_and_no_others(
    zoo_workspace: Workspace, page: str
) -> None:
    legend = page.partition("<summary>Signs</summary>")[2].partition("</ul>")[0]
    assert "pipeline or route" in legend
    assert "transport corridor" not in legend
    without = write_dossier(zoo_workspace, layer_ids={"provinces"})
    assert "pipeline or route" not in without.partition("<summary>Signs</summary>")[2]


def test_a_quote_names_who_decided_and_when(zoo_workspace: Workspace) -> None:
    link = replace(
        zoo_workspace.evidence()[0].link,
        status=LinkStatus.CONFIRMED,
        decided_by="Rhea",
        decided_at="2026-03-04T10:11:12Z",
    )
    found = replace(zoo_workspace.evidence()[0], link=link)
    assert quote_of(found).status == "confirmed by Rhea on 2026-03-04"
    undecided = replace(link, status=LinkStatus.SUGGESTED, decided_by="", decided_at="")
    assert quote_of(replace(found, link=undecided)).status == "suggested"


def test_what_it_does_not_show_is_counted(page: str) -> None:
    assert "3 of 6 passages have a place" in page


def test_layers_that_are_left_out_are_counted(zoo_workspace: Workspace, page: str) -> None:
    assert "holds 1 of the 4 layers" in write_dossier(zoo_workspace, layer_ids=["forts"])
    assert "of the 4 layers" not in page


def test_it_holds_no_more_of_a_document_than_the_quotes(page: str) -> None:
    assert zoo.SENTENCES[4] not in page
    assert zoo.SENTENCES[5] not in page


def test_it_is_small_enough_to_send(page: str) -> None:
    assert len(page.encode()) < 3 * MEGABYTE


def test_folium_is_imported_only_to_write_a_dossier() -> None:
    code = "import sys, groundtext.export.dossier; sys.exit('folium' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_documents_say_differently_stands_above_their_quotes(tmp_path: Path) -> None:
    with closing(disputed.workspace(tmp_path)) as workspace:
        page = write_dossier(workspace)
    aspects = [
        attrs["data-aspect"]
        for _, attrs in Outline(page).elements
        if attrs.get("data-testid") == "disagreement"
    ]
    assert aspects == ["date", "outcome"]
    article = page.partition('id="entry-rowan-2"')[2].partition("</article>")[0]
    dispute, quotes = article.split('<ol class="passages">')
    assert [says in dispute for says in ("3 May 2019", "28–30 May 2019")] == [True, True]
    assert "Says:</b> <bdi>28–30 May 2019</bdi>" in quotes
    assert "<script" not in article


def test_control_characters_are_shown_as_their_pictures(hostile_workspace: Workspace) -> None:
    page = write_dossier(hostile_workspace)
    assert {printable(text) for text in hostile.NASTY} <= set(Outline(page).quotes)
    assert "\0" not in page


def test_it_says_how_much_of_a_document_it_quotes(page: str) -> None:
    n_words = sum(len(sentence.split()) for sentence in zoo.SENTENCES[1:4])
    of_words = sum(len(sentence.split()) for sentence in zoo.SENTENCES)
    longest = max(len(sentence.split()) for sentence in zoo.SENTENCES[1:4])
    share = round(100 * n_words / of_words)
    assert f"{n_words} of its {of_words} words ({share} %), at most {longest} at once" in page


def test_of_quotations_it_does_not_say_what_nobody_knows(tmp_path: Path) -> None:
    with closing(zoo.workspace(tmp_path, complete=False)) as workspace:
        page = write_dossier(workspace)
    assert "quotations only" in page
    assert "of its" not in page.partition("<footer>")[2].partition("</ul>")[0]


def test_what_ships_is_quoted_within_the_limits(shipped_workspace: Workspace) -> None:
    rows, _ = read_metadata(DATA / METADATA_FILE)
    words = {row.file: row.words or 0 for row in rows}
    sources = read_content(shipped_workspace, None).sources
    assert len(sources) == len(rows)
    assert max(source.longest for source in sources) <= MOST_WORDS
    assert all(source.n_words <= LARGEST_SHARE * words[source.file] for source in sources)
    assert f"at most {MOST_WORDS} words in a passage" in write_dossier(shipped_workspace)


def test_a_quote_says_on_which_page_of_the_original_it_stands(
    hostile_workspace: Workspace, page: str
) -> None:
    assert "<bdi>page 2</bdi> · characters" in write_dossier(hostile_workspace)
    assert "<bdi>page" not in page
