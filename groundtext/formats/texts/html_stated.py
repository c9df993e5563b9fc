"""What a page says of itself: in its head, in its linked data, in its time elements."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from groundtext.formats.extracts import Stated
from groundtext.formats.texts.dates import stated_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import html

_TITLES: Final = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHORS: Final = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author")
_PUBLISHERS: Final = ("citation_journal_title", "dc.publisher", "dcterms.publisher", "og:site_name")
_DATES: Final = (
    *("citation_publication_date", "citation_date", "article:published_time", "dc.date"),
    *("dcterms.issued", "dcterms.date", "datepublished", "pubdate", "date"),
)
_ARTICLES: Final = frozenset(
    [
        "article",
        "newsarticle",
        "blogposting",
        "report",
        "scholarlyarticle",
        "webpage",
        "reportagenewsarticle",
    ]
)
_MOST_SCRIPT: Final = 200_000  # characters of linked data that are looked at
_MOST_FACT: Final = 500  # characters; a longer one is no title and no name


def read_stated(root: html.HtmlElement) -> Stated:
    """Return what a page's head, or else its linked data, states; empty where they say nothing."""
    metas = _metas(root)
    article = _article(root)
    title = root.findtext(".//title") or ""
    return Stated(
        title=_first(metas, _TITLES) or _text(article.get("headline")) or _short(title),
        author=_people(metas) or _named(article.get("author")),
        publisher=_first(metas, _PUBLISHERS) or _named(article.get("publisher")),
        published=stated_date(_first(metas, _DATES) or _text(article.get("datePublished")))
        or stated_date(_time(root)),
        language=(root.get("lang") or root.get("xml:lang") or "").partition("-")[0].lower(),
        basis="the page's own head",
    )


def _metas(root: html.HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        content = _short(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, []).append(content)
    return metas


def _first(metas: Mapping[str, list[str]], names: tuple[str, ...]) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


def _people(metas: Mapping[str, list[str]]) -> str:
    for name in _AUTHORS:
        people = [each for each in metas.get(name, ()) if "://" not in each]
        if people:
            return ", ".join(dict.fromkeys(people))
    return ""


def _time(root: html.HtmlElement) -> str:
    for element in root.iter("time"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            return str(element.get("datetime") or "")
    return ""


def _article(root: html.HtmlElement) -> Mapping[str, Any]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                found = json.loads((script.text or "")[:_MOST_SCRIPT])
            except (ValueError, RecursionError):
                continue
            for each in _things(found):
                if str(each.get("@type", "")).lower() in _ARTICLES:
                    return each
    return {}


def _things(found: object) -> Iterator[Mapping[str, Any]]:
    members = found if isinstance(found, list) else [found]
    for member in members:
        if isinstance(member, dict):
            yield member
            graph = member.get("@graph")
            yield from (
                (each for each in graph if isinstance(each, dict))
                if isinstance(graph, list)
                else ()
            )


def _named(value: object) -> str:
    values = value if isinstance(value, list) else [value]
    names = [_text(each.get("name") if isinstance(each, dict) else each) for each in values]
    return ", ".join(name for name in names if name and "://" not in name)


def _text(value: object) -> str:
    return _short(value) if isinstance(value, str) else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_FACT else ""
