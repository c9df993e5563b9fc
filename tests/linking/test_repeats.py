from __future__ import annotations

from groundtext.linking.repeats import merge_repeats
from groundtext.model import Document, EvidenceLink, LinkKind, Span

TEXT = "Nord Stream fell. Rain. Nord Stream\u00a0fell. Nord Stream rose."
NOTE = Document("note", "note.txt", TEXT, sha256="")


def link(start: int, end: int, target: str = "nord-stream") -> EvidenceLink:
    return EvidenceLink(target, "note", Span(start, end), LinkKind.NAMED, 0.9, "made up", "alias")


def test_a_sentence_said_twice_is_one_link_with_two_places() -> None:
    merged = merge_repeats(NOTE, [link(0, 17), link(24, 41), link(42, 59)])
    assert [(each.span, each.also_at) for each in merged] == [
        (Span(0, 17), (Span(24, 41),)),
        (Span(42, 59), ()),
    ]


def test_another_target_is_another_link() -> None:
    assert len(merge_repeats(NOTE, [link(0, 17), link(24, 41, "other")])) == 2
