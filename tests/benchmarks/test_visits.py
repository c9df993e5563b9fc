from __future__ import annotations

import base64

import pytest

from benchmarks.visits import is_foreign, payload_bytes


@pytest.mark.parametrize(
    "url", ["https://tiles.example/1/2/3.png", "http://localhost:8501/", "wss://example.org/stream"]
)
def test_another_host_is_foreign(url: str) -> None:
    assert is_foreign(url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8501/x", "ws://127.0.0.1:1/_stcore/stream", "data:,x", "blob:null/1"]
)
def test_our_own_host_and_what_needs_none_is_not_foreign(url: str) -> None:
    assert not is_foreign(url)


def test_a_binary_message_counts_as_its_bytes() -> None:
    payload = base64.b64encode(bytes(1_000)).decode()
    assert payload_bytes({"opcode": 2, "payloadData": payload}) == 1_000


def test_a_text_message_counts_as_utf_8() -> None:
    assert payload_bytes({"opcode": 1, "payloadData": "Herāt"}) == 6
