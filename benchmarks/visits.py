"""One visit to a page in a real browser: load, move, toggle, pick."""

from __future__ import annotations

import time
from base64 import b64decode
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from benchmarks.figures import BenchmarkError, Visit
from benchmarks.pages import ZOOM
from benchmarks.servers import HOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from benchmarks.pages import Scene, TestedPage

_WATCH: Final = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
_LIMIT_S: Final = 60
_QUIET_S: Final = 0.7  # st_folium waits 250 ms before it tells of a click
_POLL_MS: Final = 50
_BINARY: Final = 2  # opcode of RFC 6455: the payload is given in base64
_NOTHING_AT: Final = (2, 2)  # pixels: the edge of Streamlit's frame, on both pages
_DECIMALS: Final = 3  # of a degree, when centres are compared


@dataclass  # without slots: Playwright hangs attributes on whose methods it calls
class Traffic:
    """What went over the network so far, by the browser's own count."""

    http_bytes: float = 0
    socket_bytes: int = 0
    foreign: list[str] = field(default_factory=list)  # addresses at other hosts
    last: float = 0.0  # when something was last sent or received, by time.monotonic

    def take_http(self, event: dict[str, Any]) -> None:
        """Count the bytes of an answer as they came, compressed or not."""
        self.http_bytes += event["encodedDataLength"]
        self.last = time.monotonic()

    def take_frame(self, event: dict[str, Any]) -> None:
        """Count a websocket message, sent or received, as it is before compression."""
        self.socket_bytes += payload_bytes(event["response"])
        self.last = time.monotonic()

    def take_address(self, url: str) -> None:
        """Note an address if it is at another host."""
        if is_foreign(url):
            self.foreign.append(url)


def payload_bytes(frame: dict[str, Any]) -> int:
    """Return the length of a websocket message as the browser's protocol reports it."""
    payload = str(frame["payloadData"])
    return len(b64decode(payload)) if frame["opcode"] == _BINARY else len(payload.encode())


def is_foreign(url: str) -> bool:
    """Tell whether an address leads to another host; what needs no network is at none."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != HOST


class Session:
    """A page in a browser context of its own: nothing is cached from another visit."""

    def __init__(self, page: Page, tested: TestedPage, traffic: Traffic) -> None:
        self._page = page
        self._tested = tested
        self.traffic = traffic

    def load(self, url: str) -> float:
        """Open the page and return the milliseconds from navigation until it is ready."""
        self._page.goto(url, wait_until="commit")
        self._watch("ready", self._tested.ready)
        painted = self._wait("ready")
        self.settle()
        return painted - float(self._page.evaluate("performance.timeOrigin"))

    def move(self, scene: Scene) -> None:
        """Centre the map on the feature that will be picked."""
        target = f"[{scene.picked_lat}, {scene.picked_lon}], {ZOOM}, {{ animate: false }}"
        self._page.evaluate(f"() => void {self._tested.leaflet}.setView({target})")
        self.settle()

    def view(self) -> tuple[float, float, float]:
        """Return latitude, longitude and zoom of the map."""
        lat, lon, zoom = self._page.evaluate(
            f"() => {{ const map = {self._tested.leaflet}; const {{ lat, lng }} = map.getCenter();"
            " return [lat, lng, map.getZoom()]; }"
        )
        return round(lat, _DECIMALS), round(lon, _DECIMALS), zoom

    def press_nothing(self) -> float:
        """Press where nothing is; return the milliseconds until the frame after the next."""
        return self._timed(
            "groundtextBench.pressed > 0", lambda: self._page.mouse.click(*_NOTHING_AT)
        )

    def toggle(self, *, on: bool) -> float:
        """Press the layer's box; return the milliseconds until the map shows it."""
        sign = self._tested.on if on else self._tested.off
        return self._timed(sign, lambda: self._page.locator(self._tested.toggle).click())

    def pick(self) -> float:
        """Press the feature; return the milliseconds until a quote can be read."""
        spot = self._page.evaluate(f"() => {self._tested.spot}")
        if spot is None:
            raise BenchmarkError(f"{self._tested.name}: the feature to press is covered.")
        return self._timed(self._tested.shown, lambda: self._page.mouse.click(spot["x"], spot["y"]))

    def settle(self) -> None:
        """Wait until nothing has gone over the network for a while."""
        start = time.monotonic()
        while time.monotonic() - max(start, self.traffic.last) < _QUIET_S:
            if time.monotonic() - start > _LIMIT_S:
                raise BenchmarkError(f"{self._tested.name}: the page does not come to rest.")
            self._page.wait_for_timeout(_POLL_MS)

    def _timed(self, sign: str, press: Callable[[], None]) -> float:
        self._page.evaluate("() => { groundtextBench.pressed = 0; }")
        if self._page.evaluate(f"() => Boolean({sign})"):
            raise BenchmarkError(f"{self._tested.name}: true before anything was pressed: {sign}")
        self._watch("answer", sign)
        press()
        painted = self._wait("answer")
        self.settle()
        return painted - float(self._page.evaluate("groundtextBench.pressed"))

    def _watch(self, name: str, sign: str) -> None:
        # The sign is part of the script and not a text to evaluate: the page may forbid that.
        self._page.evaluate(f"() => groundtextBench.until('{name}', () => {sign})")

    def _wait(self, name: str) -> float:
        limit = time.monotonic() + _LIMIT_S
        while time.monotonic() < limit:
            if painted := self._page.evaluate(f"groundtextBench.seen.{name}"):
                return float(painted)
            self._page.wait_for_timeout(_POLL_MS)
        raise BenchmarkError(f"{self._tested.name}: nothing to see after {_LIMIT_S} s ({name}).")


@contextmanager
def session(browser: Browser, tested: TestedPage) -> Iterator[Session]:
    """Open a context with an empty cache; its window is closed in the end."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    try:
        context.add_init_script(_WATCH)
        page = context.new_page()
        traffic = Traffic()
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        protocol.on("Network.loadingFinished", traffic.take_http)
        protocol.on("Network.webSocketFrameReceived", traffic.take_frame)
        protocol.on("Network.webSocketFrameSent", traffic.take_frame)
        context.on("request", lambda request: traffic.take_address(request.url))
        page.on("websocket", lambda socket: traffic.take_address(socket.url))
        yield Session(page, tested, traffic)
    finally:
        context.close()


def visit(browser: Browser, tested: TestedPage, url: str, scene: Scene) -> Visit:
    """Visit a page once and do everything that is measured.

    Raises
    ------
    BenchmarkError
        If the page does not do what is waited for.
    """
    with session(browser, tested) as opened:
        traffic = opened.traffic
        load_ms = opened.load(url)
        http_bytes = traffic.http_bytes
        idle_press_ms = opened.press_nothing()
        opened.move(scene)
        before, sent = opened.view(), traffic.socket_bytes
        off_ms, on_ms = opened.toggle(on=False), opened.toggle(on=True)
        is_view_kept, toggle_bytes = opened.view() == before, traffic.socket_bytes - sent
        opened.move(scene)
        before, sent = opened.view(), traffic.socket_bytes
        click_ms = opened.pick()
        return Visit(
            load_ms=load_ms,
            idle_press_ms=idle_press_ms,
            off_ms=off_ms,
            on_ms=on_ms,
            click_ms=click_ms,
            is_view_kept=is_view_kept and opened.view() == before,
            toggle_bytes=toggle_bytes / 2,
            click_bytes=traffic.socket_bytes - sent,
            http_bytes=http_bytes,
            foreign_requests=len(traffic.foreign),
        )
