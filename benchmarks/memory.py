"""How much memory a server takes, and how much more for each reader."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from benchmarks.figures import Memory
from benchmarks.visits import session

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from benchmarks.pages import Scene, TestedPage
    from benchmarks.servers import Server

FURTHER_SESSIONS: Final = 8


def measure_memory(browser: Browser, tested: TestedPage, server: Server, scene: Scene) -> Memory:
    """Open sessions one after another on a server that nobody has visited, and keep them open.

    In each session the page is loaded, moved, and the feature picked.
    """
    idle = server.resident_bytes()
    resident = []
    with ExitStack() as open_sessions:
        for _ in range(1 + FURTHER_SESSIONS):
            opened = open_sessions.enter_context(session(browser, tested))
            opened.load(server.url)
            opened.move(scene)
            opened.pick()
            resident.append(server.resident_bytes())
    growth = tuple(after - before for before, after in pairwise(resident))
    return Memory(idle=idle, one_session=resident[0], further=growth)
