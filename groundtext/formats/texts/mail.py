"""Mail → what its writer wrote, apart from what is quoted, with its attachments as files."""

from __future__ import annotations

import re
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from typing import TYPE_CHECKING, Final

from groundtext.formats.decoding import Undecodable, decode
from groundtext.formats.extracts import Member, Stated
from groundtext.formats.faults import Unusable
from groundtext.formats.texts.dates import stated_date
from groundtext.formats.texts.html import read_html
from groundtext.formats.texts.parsed import Parsed
from groundtext.formats.texts.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.model import Element

_DAMAGE: Final = (MessageError, ValueError, LookupError, AttributeError, OverflowError, TypeError)
_MOST_PARTS: Final = 1_000
_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n")
_QUOTED: Final = re.compile(r"[ \t]*(?:>|\|)")
_BEFORE_QUOTE: Final = re.compile(
    r"(?:on .{0,200} wrote|.{0,100} schrieb.{0,40}|le .{0,200} a écrit) ?:$", re.IGNORECASE
)
_FORWARDED: Final = re.compile(
    r"-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht)", re.IGNORECASE
)
_SIGNATURE: Final = re.compile(r"-- ?$")
_ADDRESS: Final = re.compile(r"\s*<[^<>]*>")


def read_mail(source: bytes) -> Parsed:
    """Return the text of a mail; quoted lines and signatures are around it, not of it.

    Raises
    ------
    Unusable
        If it cannot be parsed, or holds neither text nor an attachment.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(source)
        parts = list(_parts(message))
    except (*_DAMAGE, RecursionError) as error:
        raise Unusable(f"cannot be read as mail ({error}); save it again.") from error
    if not isinstance(message, EmailMessage):
        raise Unusable("cannot be read as mail; save it again.")
    pieces, warnings = Pieces(), list[str]()
    subject = _header(message, "subject")
    pieces.add(subject, path="subject", role="heading")
    _add_bodies(parts, pieces, warnings)
    members = tuple(_members(parts))
    if len(pieces.elements) <= bool(subject) and not members:
        raise Unusable("is a mail without text; the whole of it may be in a picture.")
    return Parsed(pieces.text, pieces.elements, _stated(message), tuple(warnings), members)


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something; mail inside mail is an attachment, and not opened."""
    waiting = [message]
    n_parts = 0
    while waiting and n_parts < _MOST_PARTS:
        part = waiting.pop()
        n_parts += 1
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting += reversed(
                [each for each in part.iter_parts() if isinstance(each, EmailMessage)]
            )
        else:
            yield part


def _is_attached(part: EmailMessage) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return (
        not is_text or part.get_content_disposition() == "attachment" or bool(part.get_filename())
    )


def _add_bodies(parts: list[EmailMessage], pieces: Pieces, warnings: list[str]) -> None:
    bodies = [part for part in parts if not _is_attached(part)]
    plain = [part for part in bodies if part.get_content_type() == "text/plain"]
    for part in plain:
        _add_plain(_text_of(part, warnings), pieces)
    if any(element.role == "" for element in pieces.elements):
        return
    for part in bodies:
        if part.get_content_type() == "text/html":
            _add_html(part, pieces, warnings)


def _text_of(part: EmailMessage, warnings: list[str]) -> str:
    payload = part.get_payload(decode=True)
    contents = payload if isinstance(payload, bytes) else b""
    try:
        decoded = decode(contents, stated=part.get_content_charset() or "")
    except Undecodable:
        warnings.append("holds a part whose letters cannot be read; it is left out.")
        return ""
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n")


def _add_plain(text: str, pieces: Pieces) -> None:
    is_around = False  # a signature, or what was forwarded, goes on to the end
    for number, paragraph in enumerate(_PARAGRAPHS.split(text), 1):
        for quoted, lines in _runs(paragraph.split("\n")):
            first = lines[0].strip()
            is_around |= bool(_SIGNATURE.fullmatch(lines[0].rstrip("\n"))) or bool(
                _FORWARDED.match(first)
            )
            is_told = bool(_BEFORE_QUOTE.fullmatch(" ".join(line.strip() for line in lines)))
            role = "boilerplate" if quoted or is_around or is_told else ""
            pieces.add("\n".join(lines), path=f"paragraph {number}", role=role)


def _runs(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Cut lines where quoting, or a signature, begins or ends."""
    run: list[str] = []
    was_quoted = False
    for line in lines:
        is_quoted = bool(_QUOTED.match(line))
        if run and (is_quoted is not was_quoted or _SIGNATURE.fullmatch(line)):
            yield was_quoted, run
            run = []
        run.append(line)
        was_quoted = is_quoted
    if run:
        yield was_quoted, run


def _add_html(part: EmailMessage, pieces: Pieces, warnings: list[str]) -> None:
    payload = part.get_payload(decode=True)
    contents = payload if isinstance(payload, bytes) else b""
    try:
        parsed = read_html(contents, part.get_content_charset() or "")
    except (Unusable, Undecodable) as error:
        warnings.append(f"holds an HTML part that {error}")
        return
    warnings += parsed.warnings
    for element in parsed.elements:
        pieces.add(_slice(parsed.text, element), path=element.path, role=element.role)


def _slice(text: str, element: Element) -> str:
    return text[element.span.start : element.span.end]


def _members(parts: list[EmailMessage]) -> Iterator[Member]:
    for number, part in enumerate((each for each in parts if _is_attached(each)), 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            source = _written(inner) if isinstance(inner, EmailMessage) else b""
            if source:
                yield Member(part.get_filename() or f"message {number}.eml", source)
            continue
        payload = part.get_payload(decode=True)
        is_inline_picture = part.get_content_maintype() == "image"
        if isinstance(payload, bytes) and not is_inline_picture:
            yield Member(part.get_filename() or f"attachment {number}", payload)


def _written(message: EmailMessage) -> bytes:
    """Return a mail inside a mail as it was; empty for one that cannot be written again."""
    try:
        # Long header lines are left alone: the library's folding of damaged ones does not end.
        return message.as_bytes(policy=policy.default.clone(refold_source="none"))
    except _DAMAGE:
        return b""


def _stated(message: EmailMessage) -> Stated:
    author = _ADDRESS.sub("", _header(message, "from")).strip().strip('"')
    return Stated(
        title=_header(message, "subject"),
        author=author or _header(message, "from").strip("<> "),
        published=stated_date(_header(message, "date")),
        basis="the mail's header",
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        text = str(message.get(name, ""))
    except _DAMAGE:
        return ""  # malformed beyond what the library can name
    return " ".join(text.split())
