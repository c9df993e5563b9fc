"""Documents, archives and names, broken and odd."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING

import docx
from docx.oxml import OxmlElement
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.case import (
    CANARY,
    CANARY_PATH,
    REFUSED,
    URL,
    USABLE,
    USED,
    WARNED,
    Case,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundtext.project.report import Outcome

PROSE = "The last soldiers left Bagram at night, and nobody said so. "
HIDDEN = "Secret: Manas was kept."


def cases() -> Iterator[Case]:
    yield from _texts()
    yield from _pages()
    yield from _pdfs()
    yield from _words()
    yield from _mails()
    yield from _archives()
    yield from _strangers()
    yield from _names()


def _texts() -> Iterator[Case]:
    def one(name: str, source: str | bytes, expected: frozenset[Outcome], said: str = "") -> Case:
        contents = source if isinstance(source, bytes) else source.encode()
        return Case(f"{name}.txt", contents, expected, said)

    yield one("good", PROSE, USED)
    yield one("nothing", b"", REFUSED, "empty")
    yield one("blanks", " \n\n\t ", REFUSED, "blanks")
    yield one("latin", ("Der Präsident flog nach Köln. " * 20).encode("latin-1"), WARNED, "UTF-8")
    yield one("utf16", (PROSE * 20).encode("utf-16"), WARNED, "UTF-16")
    yield one(
        "cyrillic", ("Москва отрицает всё, что говорят. " * 20).encode("cp1251"), WARNED, "UTF-8"
    )
    yield one("nul once", PROSE + "\x00" + PROSE * 50, USABLE)
    yield one("nul often", "a\x00" * 500, REFUSED)
    yield one("bidi", PROSE + "\u202egnihton\u202c", USABLE)
    yield one("zero width", "Ba\u200bgram and Mos\u200dcow. " + PROSE, USABLE)
    yield one("one line", PROSE * 5_000, USED)
    yield one("no letters", "12345 67890 !!! ???", USABLE)
    yield one("bom", b"\xef\xbb\xbf" + PROSE.encode(), USED)
    yield one("crlf", PROSE + "\r\n\r\n" + PROSE, USED)
    yield one("bmw", "BMW opened works at Leipzig. " + PROSE, USED)
    yield one("brace", "{ is a brace, and so this is a text. } " + PROSE, USED)
    yield one("random", bytes(range(256)) * 40, REFUSED)
    yield one("surrogates", PROSE.encode() + b"\xed\xa0\x80", REFUSED | USABLE)
    yield Case("notes.md", b"# Title\n\n![x](" + URL.encode() + b")\n\n" + PROSE.encode(), USED)
    yield Case("front.md", b"---\ntitle: A note\ndate: 2021-07-06\n---\n\n" + PROSE.encode(), USED)


def _pages() -> Iterator[Case]:
    def one(
        name: str, inside: str, expected: frozenset[Outcome], said: str = "", absent: str = ""
    ) -> Case:
        source = f"<html><head><title>A page</title></head><body>{inside}</body></html>"
        return Case(f"{name}.html", source.encode(), expected, said, absent)

    p = f"<p>{PROSE}</p>"
    yield one("good", p, USED)
    yield one("script", p + "<script>var a = 'Secret';</script>", USED, absent="Secret")
    yield one(
        "hidden", p + f"<p style='display:none'>{HIDDEN}</p>", WARNED, "does not see", "Manas"
    )
    yield one("hidden attribute", p + f"<div hidden>{HIDDEN}</div>", WARNED, "", "Manas")
    rule = f"<style>.x {{ display: none }}</style><p class='x'>{HIDDEN}</p>"
    yield one("hidden by rule", p + rule, WARNED, "", "Manas")
    yield one("white", p + f"<p style='color:#fff'>{HIDDEN}</p>", WARNED, "", "Manas")
    yield one("tiny", p + f"<p style='font-size:0'>{HIDDEN}</p>", WARNED, "", "Manas")
    yield one("comment", p + f"<!-- {HIDDEN} -->", USED, absent="Manas")
    yield one("noscript", p + f"<noscript>{HIDDEN}</noscript>", USED, absent="Manas")
    yield one("frame", p + f"<iframe src='{URL}'></iframe><img src='{URL}' onerror='x()'>", USED)
    yield one("only script", "<script>document.write('x')</script>", REFUSED, "shows no text")
    yield one("only hidden", f"<p hidden>{HIDDEN}</p>", REFUSED, "hidden")
    yield one("deep", "<div>" * 50_000 + PROSE, USABLE | REFUSED)
    yield one("unclosed", f"<p>{PROSE}<b><i><table><tr><td>x", USED)
    yield one("entities", p + "&lt;script&gt; &amp; &#x41; &nbsp;", USED)
    yield one("table", p + "<table><tr><td>a</td><td>b</td></tr></table>", USED)
    yield one("base", f"<base href='{URL}'>" + p, USED)
    yield Case(
        "latin.html",
        f"<html><meta charset='iso-8859-1'><p>Köln. {PROSE}</p></html>".encode("latin-1"),
        USED,
    )
    yield Case(
        "xhtml.html",
        f"<?xml version='1.0'?><!DOCTYPE html><html><body>{p}</body></html>".encode(),
        USED,
    )
    xxe = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{CANARY_PATH}">]><html><body>{p}&x;</body></html>'
    yield Case("xxe.html", xxe.encode(), USABLE, absent=CANARY)


def pdf(draw: Callable[[Canvas], object], **options: object) -> bytes:
    """Return a PDF with what a function draws."""
    output = io.BytesIO()
    canvas = Canvas(output, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return output.getvalue()


def _pdfs() -> Iterator[Case]:
    def shown(canvas: Canvas) -> None:
        canvas.drawString(72, 700, PROSE)

    def white(canvas: Canvas) -> None:
        shown(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(72, 650, HIDDEN)

    def covered(canvas: Canvas) -> None:
        shown(canvas)
        canvas.drawString(72, 650, HIDDEN)
        canvas.rect(60, 640, 300, 30, fill=1)

    def invisible(canvas: Canvas) -> None:
        shown(canvas)
        text = canvas.beginText(72, 650)
        text.setTextRenderMode(3)
        text.textLine(HIDDEN)
        canvas.drawText(text)

    def off(canvas: Canvas) -> None:
        shown(canvas)
        canvas.drawString(2_000, 650, HIDDEN)

    def tiny(canvas: Canvas) -> None:
        shown(canvas)
        canvas.setFont("Helvetica", 0.5)
        canvas.drawString(72, 650, HIDDEN)

    def linked(canvas: Canvas) -> None:
        shown(canvas)
        canvas.linkURL(URL, (72, 690, 300, 710))

    good = pdf(shown)
    yield Case("good.pdf", good, USED)
    for draw in (white, covered, invisible, off, tiny):
        yield Case(f"{draw.__name__}.pdf", pdf(draw), WARNED, "does not see", "Manas")
    yield Case("linked.pdf", pdf(linked), USED)
    yield Case("empty.pdf", pdf(lambda canvas: canvas.showPage()), REFUSED, "no text")
    yield Case(
        "shapes.pdf", pdf(lambda canvas: canvas.rect(10, 10, 90, 90, fill=1)), REFUSED, "no text"
    )
    yield Case("cut.pdf", good[: len(good) // 3], REFUSED, "damaged")
    yield Case("head only.pdf", b"%PDF-1.7\n", REFUSED, "damaged")
    locked = pdf(shown, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    yield Case("locked.pdf", locked, REFUSED, "password")
    yield Case("junk before.pdf", b"junk\n" * 20 + good, USABLE | REFUSED)
    yield Case("many pages.pdf", pdf(_pages_of(300)), USABLE)
    evil = good.replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /URI /URI (" + URL.encode() + b") >>"
    )
    yield Case("open action.pdf", evil, USABLE | REFUSED)
    yield Case(
        "two columns.pdf",
        pdf(_two_columns),
        USED,
        absent="left right column, and its own words here the whole",
    )


def _pages_of(n: int) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for number in range(n):
            canvas.drawString(72, 700, f"{PROSE} {number}")
            canvas.showPage()

    return draw


def _two_columns(canvas: Canvas) -> None:
    for number in range(12):
        y = 700 - 14 * number
        canvas.drawString(72, y, "the whole line of the column left")
        canvas.drawString(320, y, "right column, and its own words here")


def word(change: Callable[[docx.document.Document], object] = lambda _: None) -> bytes:
    """Return a Word file with a paragraph, and what a function adds."""
    document = docx.Document()
    document.add_paragraph(PROSE)
    change(document)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def rezip(source: bytes, **parts: bytes) -> bytes:
    """Return a zip with some of its parts replaced; a double underscore stands for a slash."""
    wanted = {name.replace("__", "/").replace("_", "."): body for name, body in parts.items()}
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()} | wanted
    return zipped(members)


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip of members by name."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in members.items():
            archive.writestr(name, contents)
    return output.getvalue()


def _vanish(document: docx.document.Document) -> None:
    run = document.add_paragraph().add_run(HIDDEN)
    run.font.hidden = True


def _deleted(document: docx.document.Document) -> None:
    paragraph = document.add_paragraph()._p  # noqa: SLF001  the library knows no tracked changes
    deletion = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = HIDDEN
    run.append(text)
    deletion.append(run)
    paragraph.append(deletion)


def _words() -> Iterator[Case]:
    good = word()
    yield Case("good.docx", good, USED)
    yield Case("vanish.docx", word(_vanish), WARNED, "hidden", "Manas")
    yield Case("deleted.docx", word(_deleted), WARNED, "tracked changes", "Manas")
    yield Case("table.docx", word(lambda document: document.add_table(2, 2)), USED)
    yield Case("cut.docx", good[:-400], REFUSED, "damaged")
    yield Case(
        "no body.docx", zipped({"word/other.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), REFUSED
    )
    yield Case(
        "bad xml.docx", rezip(good, word__document_xml=b"<w:document><w:body>"), REFUSED, "damaged"
    )
    entity = f'<!DOCTYPE x [<!ENTITY x SYSTEM "file://{CANARY_PATH}">]><x>&x;</x>'.encode()
    yield Case("xxe.docx", rezip(good, word__document_xml=entity), REFUSED, "declaration", CANARY)
    yield Case(
        "bomb.docx", rezip(good, word__document_xml=b"<x>" + b" " * 90_000_000 + b"</x>"), REFUSED
    )
    yield Case(
        "macros.docx", zipped({"word/vbaProject.bin": b"x"} | _members(good)), WARNED, "macros"
    )
    remote = _members(good)["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="r99" Type="http://x/attachedTemplate" Target="'
        + URL.encode()
        + b'" TargetMode="External"/></Relationships>',
    )
    yield Case(
        "template.docx", zipped(_members(good) | {"word/_rels/document.xml.rels": remote}), USED
    )
    yield Case("called doc.doc", good, USABLE)


def _members(source: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def mail(body: str = PROSE, **attached: bytes) -> EmailMessage:
    """Return a mail with attachments by name, an underscore for the full stop."""
    message = EmailMessage()
    message["From"], message["To"] = "Desk <desk@example.org>", "reader@example.org"
    message["Subject"], message["Date"] = "Bagram", "Tue, 06 Jul 2021 10:00:00 +0000"
    message.set_content(body)
    for name, contents in attached.items():
        message.add_attachment(
            contents, "application", "octet-stream", filename=name.replace("_", ".")
        )
    return message


def _mails() -> Iterator[Case]:
    yield Case("good.eml", mail().as_bytes(), USED)
    yield Case("attached.eml", mail(note_txt=b"Kant is a base. " * 5).as_bytes(), USED)
    yield Case("program.eml", mail(evil_exe=b"MZ" + b"\x00" * 200).as_bytes(), WARNED, "program")
    yield Case(
        "path.eml",
        mail(note_txt=b"Kant. " * 9).as_bytes().replace(b"note.txt", b"../../x.txt"),
        USED,
    )
    html = mail("x")
    html.set_content(f"<p>{PROSE}</p><p style='display:none'>{HIDDEN}</p>", subtype="html")
    yield Case("html.eml", html.as_bytes(), WARNED, absent="Manas")
    yield Case("bad date.eml", mail().as_bytes().replace(b"06 Jul 2021", b"99 Foo 20x1"), USED)
    yield Case("no body.eml", b"From: a@b\nTo: c@d\nSubject: only this\n\n", REFUSED)
    yield Case("bad charset.eml", mail().as_bytes().replace(b"utf-8", b"utf-99"), USABLE)
    yield Case("bad base64.eml", mail().as_bytes().replace(b"7bit", b"base64"), USABLE | REFUSED)
    inner: EmailMessage = mail()
    for _ in range(6):
        outer = mail()
        outer.add_attachment(inner)
        inner = outer
    yield Case("nested.eml", inner.as_bytes(), WARNED, "files deep")
    endless = (
        b"Content-Type: multipart/mixed; boundary=x\nFrom: a@b\nSubject: s\n\n"
        + b"--x\n\n" * 20_000
    )
    yield Case("many parts.eml", endless, REFUSED | USABLE)


def _archives() -> Iterator[Case]:
    text = PROSE.encode()
    good = zipped({"a.txt": text, "folder/b.txt": text + b"More."})
    yield Case("good.zip", good, USED)
    yield Case(
        "partly.zip", zipped({"a.txt": text, "b.png": b"\x89PNG\r\n\x1a\n"}), WARNED, "picture"
    )
    yield Case("cut.zip", good[:-30], REFUSED, "damaged")
    yield Case("empty.zip", zipped({}), REFUSED, "without files")
    yield Case("slip.zip", zipped({"../../../tmp/evil.txt": text}), USED)
    yield Case("absolute.zip", zipped({"/etc/cron.d/evil.txt": text}), USED)
    yield Case("bomb.zip", zipped({"a.txt": b"a" * 60_000_000}), REFUSED, "times its size")
    yield Case("large.zip", zipped({"a.txt": b"a" * 70_000_000}), REFUSED)
    nested = text
    for depth in range(8):
        nested = zipped({f"{depth}.zip" if depth else "a.txt": nested})
    yield Case("deep.zip", nested, REFUSED, "files deep")
    yield Case("many.zip", zipped({f"{n}.txt": b"" for n in range(6_000)}), REFUSED, "first 5,000")
    yield Case("encrypted.zip", _flagged(good), REFUSED, "encrypted")
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, CANARY_PATH)
    yield Case("link.zip", output.getvalue(), REFUSED, "link", CANARY)
    yield Case("twice.zip", _twice(text), USABLE)
    nameless = good.replace(b"a.txt", b"\x00.txt")
    yield Case("nul in name.zip", nameless, USABLE)
    yield Case("mac.zip", zipped({"a.txt": text, "__MACOSX/._a.txt": b"\x00\x05"}), USED)
    lying = bytearray(good)
    at = lying.rfind(b"PK\x01\x02")
    lying[at + 24 : at + 28] = struct.pack("<I", 4_000_000_000)
    yield Case("lying size.zip", bytes(lying), REFUSED | USABLE)


def _flagged(source: bytes) -> bytes:
    """Return a zip all of whose members say that they are encrypted."""
    flagged = bytearray(source)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(magic)
        while at >= 0:
            flagged[at + offset] |= 1
            at = flagged.find(magic, at + 4)
    return bytes(flagged)


def _twice(text: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("a.txt", text)
        archive.writestr("A.TXT", text + b"Other.")
    return output.getvalue()


def _strangers() -> Iterator[Case]:
    for name, source, said in (
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 50, "picture"),
        ("program.txt", b"\x7fELF" + b"\x00" * 100, "program"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "Office"),
        ("text.rtf", b"{\\rtf1 hello}", "Rich Text"),
        ("archive.tar.gz", b"\x1f\x8b\x08" + b"\x00" * 50, "gzip"),
        ("archive.7z", b"7z\xbc\xaf\x27\x1c" + b"\x00" * 50, "7z"),
        ("sheet.xlsx", zipped({"xl/workbook.xml": b"<x/>"}), "spreadsheet"),
        ("slides.pptx", zipped({"ppt/presentation.xml": b"<x/>"}), "presentation"),
        ("film.mp4", b"\x00\x00\x00\x20ftypisom" + b"\x00" * 50, "film"),
    ):
        yield Case(name, source, REFUSED, said)


def _names() -> Iterator[Case]:
    text = PROSE.encode()
    for name in (
        "..",
        "../../etc/passwd.txt",
        "C:\\Windows\\evil.txt",
        "con.txt",
        "a\nb\x1b[31m.txt",
        "\u202etxt.exe.txt",
        "x" * 240 + ".txt",
        "имя файла.txt",
        "naïve café.txt",
        "<script>alert(1)</script>.txt",
        "$(reboot).txt",
        "-rf.txt",
        ".hidden.txt",
        "no suffix",
        "UPPER.TXT",
        "%2e%2e%2f.txt",
    ):
        yield Case(name, text, USED)
