"""The route of the search."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from groundtext.errors import GroundtextError
from groundtext.ui.answers import to_json, unreadable
from groundtext.ui.library import open_workspace
from groundtext.ui.search_payload import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from groundtext.ui.source_fields import Fields
    from groundtext.workspace import Workspace

_MOST: Final = 50  # of each kind, in one answer
_MOST_DIGITS: Final = 5  # of an offset


def search_routes(country_in_words: Callable[[str], str]) -> list[BaseRoute]:
    """Return the route that answers a query with what is found for it."""

    async def search(request: Request) -> Response:
        query = request.query_params
        text = query.get("q", "")
        most = min(_number(query.get("most", "")) or _MOST, _MOST)

        def find() -> Fields:
            searcher = _searcher(open_workspace(), country_in_words)
            return searcher.answer(text, most=most, offset=_number(query.get("offset", "")))

        try:
            found = await run_in_threadpool(find)
        except GroundtextError as error:
            return unreadable(error)
        headers = {"Cache-Control": "no-store"}  # it holds what documents say
        return Response(to_json(found), headers=headers, media_type="application/json")

    return [Route("/groundtext/search.json", search, name="search")]


@lru_cache(maxsize=1)
def _searcher(workspace: Workspace, country_in_words: Callable[[str], str]) -> Searcher:
    return Searcher(workspace, country_in_words)


def _number(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    return int(text) if is_number else 0
