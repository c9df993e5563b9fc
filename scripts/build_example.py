"""Write examples/rhine-low-water from the plain texts in scripts/example_sources.

Run it with `python -m scripts.build_example`. The same texts give the same bytes, so that a test
can tell whether files and texts still belong together.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from shapely.geometry import LineString, Point

from groundtext.settings import ROOT
from groundtext.workspace import geopackage

if TYPE_CHECKING:
    from docx.document import Document as Word

SOURCES: Final = Path(__file__).parent / "example_sources"
TARGET: Final = ROOT / "examples" / "rhine-low-water"
_LONG_AGO: Final = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """One text with what is known of it; blocks begin with their mark, but paragraphs."""

    name: str
    facts: dict[str, str]
    blocks: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read the facts in the first lines, and the blocks between blank lines."""
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        lines = head.split("\n")
        facts = dict(line.split(": ", 1) for line in lines if not line.startswith("~"))
        around = [line for line in lines if line.startswith("~")]
        blocks = [*around, *(block.strip("\n") for block in body.split("\n\n") if block.strip())]
        return cls(path.stem, facts, tuple(blocks))


def main() -> None:
    """Write every file."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, contents in files().items():
        (TARGET / name).write_bytes(contents)
        print(f"{name}: {len(contents):,} bytes")


def files() -> dict[str, bytes]:
    """Return the files by name."""
    sources = [Source.read(path) for path in sorted(SOURCES.glob("*.txt"))]
    writers = {"txt": _txt, "md": _txt, "html": _html, "pdf": _pdf, "docx": _docx, "eml": _eml}
    made = {
        f"{source.name}.{source.facts['form']}": writers[source.facts["form"]](source)
        for source in sources
        if source.facts["form"] in writers
    }
    table = _table(
        [source for source in sources if source.facts["form"] in ("txt", "md", "pdf", "docx")]
    )
    layers = {
        "ports-and-gauges.gpkg": _points(),
        "railways.kml": _lines(),
        "meetings.csv": (SOURCES / "meetings.csv").read_bytes(),
    }
    return {**made, "documents.csv": table, **layers}


def _txt(source: Source) -> bytes:
    return ("\n\n".join(source.blocks) + "\n").encode()


def _html(source: Source) -> bytes:
    facts = {name: escape(text, quote=True) for name, text in source.facts.items()}
    body = []
    for block in source.blocks:
        mark, _, words = block.partition(" ")
        tag = {"#": "h1", "~": "nav"}.get(mark, "p")
        body.append(f"<{tag}>{escape(words if tag != 'p' else block)}</{tag}>")
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{facts['title']} | {facts['publisher']}</title>\n"
        f'<meta property="og:title" content="{facts["title"]}">\n'
        f'<meta name="author" content="{facts["author"]}">\n'
        f'<meta property="og:site_name" content="{facts["publisher"]}">\n'
        f'<meta property="article:published_time" content="{facts["date"]}">\n'
        "</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    ).encode()


def _pdf(source: Source) -> bytes:
    output = io.BytesIO()
    page = BaseDocTemplate(
        output, title=source.facts["title"], author=source.facts["author"], invariant=1
    )
    page.addPageTemplates(PageTemplate(frames=_frames(page, source), onPage=_footer(source)))
    styles = getSampleStyleSheet()
    story: list[Flowable] = []
    rows: list[list[str]] = []
    for block in source.blocks:
        if block.startswith("|"):
            rows = [[cell.strip() for cell in row.split("|")[1:]] for row in block.split("\n")]
            story += [Table(rows, hAlign="LEFT"), Spacer(1, 8)]
        elif block.startswith("# "):
            story.append(Paragraph(escape(block[2:]), styles["Title"]))
            story += [FrameBreak()] if "columns" in source.facts else []
        else:
            story += [Paragraph(escape(block), styles["BodyText"]), Spacer(1, 6)]
    page.build(story)
    return output.getvalue()


def _frames(page: BaseDocTemplate, source: Source) -> list[Frame]:
    left, bottom, width, height = page.leftMargin, page.bottomMargin, page.width, page.height
    if "columns" not in source.facts:
        return [Frame(left, bottom, width, height)]
    column = width / 2 - 9
    return [
        Frame(left, bottom + height - 64, width, 64),
        Frame(left, bottom + 300, column, height - 370),
        Frame(left + width - column, bottom + 300, column, height - 370),
    ]


def _footer(source: Source):  # type: ignore[no-untyped-def]  # noqa: ANN202  as reportlab calls it
    def draw(canvas, document) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        canvas.drawString(72, 30, source.facts["publisher"])
        canvas.drawRightString(520, 30, str(document.page))

    return draw


def _docx(source: Source) -> bytes:
    word: Word = docx.Document()
    word.core_properties.title = source.facts["title"]
    word.core_properties.author = source.facts["author"]
    for block in source.blocks:
        if block.startswith("# "):
            word.add_heading(block[2:], 1)
        elif block.startswith("|"):
            rows = [[cell.strip() for cell in row.split("|")[1:]] for row in block.split("\n")]
            table = word.add_table(len(rows), len(rows[0]))
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    table.cell(number, place).text = cell
        else:
            word.add_paragraph(block.removeprefix("^ "))
    output = io.BytesIO()
    word.save(output)
    return _undated(output.getvalue())


def _undated(archive: bytes) -> bytes:
    """Return a zip whose members carry no time of writing."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as dated,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as undated,
    ):
        for name in sorted(dated.namelist()):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            undated.writestr(entry, dated.read(name))
    return output.getvalue()


def _eml(source: Source) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{source.facts['author'].replace(',', '')} <desk@example.org>"
    mail["To"] = "readers@example.org"
    mail["Subject"] = source.facts["title"]
    year, month, day = source.facts["date"].split("-")
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    mail["Date"] = f"{int(day)} {months[int(month) - 1]} {year} 09:00:00 +0000"
    mail.set_content("\n\n".join(source.blocks) + "\n")
    attached = source.facts.get("attached")
    if attached:
        other = Source.read(SOURCES / attached)
        mail.add_attachment("\n\n".join(other.blocks) + "\n", filename=attached)
        mail.set_boundary("a-boundary-that-is-always-the-same")
    return mail.as_bytes()


def _table(sources: list[Source]) -> bytes:
    output = io.StringIO(newline="")
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(["file", "title", "author", "publisher", "published_edtf"])
    for source in sources:
        facts = source.facts
        known = [facts["title"], facts["author"], facts.get("publisher", ""), facts["date"]]
        writer.writerow([f"{source.name}.{facts['form']}", *known])
    return output.getvalue().encode()


_FIELDS: Final = ("id", "name", "aliases", "kind", "operator", "country", "opened")


def _points() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "points.gpkg"
        connection = sqlite3.connect(path, isolation_level=None)
        connection.executescript(geopackage.TABLES)
        columns = ", ".join(f'"{name}" TEXT' for name in _FIELDS)
        table = "ports_and_gauges"
        connection.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY, geom BLOB, {columns})")
        points = (SOURCES / "points.csv").read_text(encoding="utf-8").splitlines()
        for number, told in enumerate(csv.DictReader(points), 1):
            blob = geopackage.encode_geometry(Point(float(told["lon"]), float(told["lat"])))
            marks = ", ".join("?" * (len(_FIELDS) + 2))
            row = (number, blob, *(told[name] for name in _FIELDS))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  our own name
        around = (4.14, 47.59, 8.45, 51.95)
        entry = geopackage.FeatureTable(table, around, "Harbours, gauges and locks of the Rhine")
        geopackage.write_entries(connection, [entry], ())
        connection.close()
        return path.read_bytes()


# Legs between towns, in the order of the line.
_LINES: Final = (
    (
        *("betuweroute", "Betuweroute", "freight railway", "2007-06-16"),
        LineString([(4.14, 51.95), (4.67, 51.83), (5.43, 51.89), (5.85, 51.92), (6.07, 51.93)]),
    ),
    (
        *("third-track", "Emmerich–Oberhausen third track", "railway", "2017"),
        LineString([(6.25, 51.83), (6.47, 51.76), (6.62, 51.66), (6.86, 51.47)]),
    ),
    (
        *("left-bank-line", "Left bank line, Cologne–Mainz", "railway", "1859"),
        LineString([(6.96, 50.94), (7.10, 50.73), (7.59, 50.35), (7.71, 50.15), (8.26, 50.0)]),
    ),
)


def _lines() -> bytes:
    marks = []
    for line_id, name, kind, begun, line in _LINES:
        positions = " ".join(f"{lon},{lat}" for lon, lat in line.coords)
        marks.append(
            f'<Placemark id="{line_id}"><name>{escape(name)}</name><ExtendedData>'
            f'<Data name="kind"><value>{kind}</value></Data></ExtendedData>'
            f"<TimeSpan><begin>{begun}</begin></TimeSpan>"
            f"<LineString><coordinates>{positions}</coordinates></LineString></Placemark>"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">'
        "<Document><name>Railways beside the Rhine</name>\n"
        + "\n".join(marks)
        + "\n</Document></kml>\n"
    ).encode()


if __name__ == "__main__":
    main()
