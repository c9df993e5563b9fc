"""The routes of the review: links to decide on, and decisions made in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from starlette.routing import Route

from groundtext.decision import Verdict
from groundtext.errors import UsageError
from groundtext.messages import message
from groundtext.model import LinkKind, Span
from groundtext.review import (
    append_decisions,
    decisions_path,
    make_decision,
    quote_digest,
)
from groundtext.settings import is_read_only, reviewer
from groundtext.ui.answers import from_workspace
from groundtext.ui.evidence_payload import evidence_payload, said_of
from groundtext.ui.library import open_workspace
from groundtext.ui.projects import refuse_another
from groundtext.ui.requests import changed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from groundtext.decision import Decision
    from groundtext.review import Standing
    from groundtext.workspace import Workspace

_MOST_AT_ONCE: Final = 2_000  # decisions
_MOST_NAME: Final = 100  # characters of a reviewer's name


def review_routes() -> list[BaseRoute]:
    """Return the routes."""
    return [
        Route("/groundtext/links/{stamp}.json", _links, name="links"),
        Route("/groundtext/decisions", _decide, methods=["POST"], name="decide"),
    ]


async def _links(request: Request) -> Response:
    return await from_workspace(request, ("links",), evidence_payload)


async def _decide(request: Request) -> Response:
    """Keep decisions, and answer with the rows of the documents that they are about."""

    def make(fields: dict[str, Any]) -> object:
        refuse_another(str(fields.get("project", "")))
        workspace = open_workspace()
        asked = fields.get("decisions")
        if not isinstance(asked, list) or not 0 < len(asked) <= _MOST_AT_ONCE:
            raise UsageError(message("deciding.as-many-at-once", most=f"{_MOST_AT_ONCE:,}"))
        by = reviewer() or " ".join(str(fields.get("by", "")).split())[:_MOST_NAME]
        said = said_of(workspace)
        decisions = [_decision(workspace, each, by, said) for each in asked]
        append_decisions(decisions_path(workspace.path), decisions)
        return evidence_payload(open_workspace(), {each.document_id for each in decisions})

    return await changed(request, make)


def _decision(
    workspace: Workspace,
    asked: object,
    by: str,
    said: Mapping[tuple[str, str, str], Standing],
) -> Decision:
    """Return one decision that was asked for.

    Raises
    ------
    UsageError
        If it is none that can be made here.
    QuoteError
        If its document does not hold its passage.
    """
    fields = asked if isinstance(asked, dict) else {}
    verdict = fields.get("verdict")
    if verdict not in tuple(Verdict):
        raise UsageError(message("deciding.no-verdict", verdict=repr(verdict)))
    if verdict != Verdict.REPORTED:
        _refuse_unless_reviewer(by)
    document = workspace.document(str(fields.get("document")))
    target = str(fields.get("target"))
    if document is None:
        raise UsageError(message("deciding.no-document", document=repr(fields.get("document"))))
    if verdict == Verdict.ADDED and not _is_known(workspace, target):
        raise UsageError(message("deciding.no-feature", feature=repr(target)))
    span = _span(fields.get("start"), fields.get("end"))
    stands = said.get((document.id, quote_digest(document.quote(span)), target))
    kind = fields.get("kind")
    return make_decision(
        document,
        span,
        target,
        Verdict(verdict),
        by=by or message("deciding.a-reader"),
        note=" ".join(str(fields.get("note", "")).split()),
        kind=LinkKind(kind) if kind in tuple(LinkKind) else LinkKind.DESCRIBED,
        after=_seen(fields.get("seen"), stands.history if stands else ()),
        matches=tuple(
            match for pair in fields.get("matches", ())[:20] if span.contains(match := _span(*pair))
        ),
    )


def _seen(asked: object, history: Sequence[Decision]) -> tuple[str, ...]:
    """Return the ids of what was said of the link and stood on the page that decided.

    What somebody else said since the page was fetched was not seen there: it stays in conflict.
    """
    shown = {str(each) for each in asked} if isinstance(asked, list) else set()
    return tuple(each.id for each in history if each.id in shown)


def _refuse_unless_reviewer(by: str) -> None:
    if is_read_only():
        raise UsageError(message("deciding.read-only"))
    if not by:
        raise UsageError(message("deciding.say-who-you-are"))


def _is_known(workspace: Workspace, target: str) -> bool:
    is_group = any(group.id == target for group in workspace.collections())
    return is_group or workspace.feature(target) is not None


def _span(start: object, end: object) -> Span:
    if not isinstance(start, int) or not isinstance(end, int):
        raise UsageError(message("deciding.no-place", start=repr(start), end=repr(end)))
    return Span(start, end)
