"""GeoPackage, Shapefile, KML, CSV and Parquet, broken and odd."""

from __future__ import annotations

import io
import sqlite3
import struct
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import shapefile
import shapely
from shapely.geometry import Point

from groundtext.workspace import geopackage
from tests.hostile.case import CANARY, CANARY_PATH, REFUSED, URL, USABLE, USED, WARNED, Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundtext.project.report import Outcome

BLOB = geopackage.encode_geometry(Point(69.26, 34.95))


def cases() -> Iterator[Case]:
    yield from _geopackages()
    yield from _shapefiles()
    yield from _kmls()
    yield from _tables()
    yield from _parquets()


def gpkg(*statements: str, blob: bytes | None = BLOB, srs: int = 4326) -> bytes:
    """Return a GeoPackage with one feature, after statements of the attacker's."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.gpkg"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript(geopackage.TABLES)
            connection.execute("CREATE TABLE sites (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT)")
            connection.execute("INSERT INTO sites VALUES (1, ?, 'Alder')", (blob,))
            geopackage.write_entries(connection, [geopackage.FeatureTable("sites", None)], ())
            connection.execute("UPDATE gpkg_geometry_columns SET srs_id = ?", (srs,))
            for statement in statements:
                connection.execute(statement)
        return path.read_bytes()


def _geopackages() -> Iterator[Case]:
    good = gpkg()
    yield Case("good.gpkg", good, USED)
    yield Case("cut.gpkg", good[: len(good) // 2], REFUSED)
    yield Case("header only.gpkg", good[:100], REFUSED)
    broken = bytearray(good)
    broken[5_000:9_000] = b"\xff" * 4_000
    yield Case("overwritten.gpkg", bytes(broken), REFUSED | USABLE)
    yield Case("no geopackage.gpkg", _database(), REFUSED, "no GeoPackage")
    yield Case("null geometry.gpkg", gpkg(blob=None), REFUSED, "no geometry")
    yield Case("damaged geometry.gpkg", gpkg(blob=b"GP\x00\x03\xe6\x10"), REFUSED, "damaged")
    yield Case("other blob.gpkg", gpkg(blob=b"hello world"), REFUSED, "damaged")
    yield Case(
        "empty geometry.gpkg",
        gpkg(blob=b"GP\x00\x11\xe6\x10\x00\x00" + shapely.to_wkb(Point())),
        REFUSED,
        "empty",
    )
    yield Case("undefined srs.gpkg", gpkg(srs=-1), WARNED, "no coordinate reference")
    yield Case("unknown srs.gpkg", gpkg(srs=31_337), USABLE)
    steal = (
        "CREATE VIEW stolen AS SELECT 1 AS fid, NULL AS geom, readfile('"
        + CANARY_PATH
        + "') AS name"
    )
    register = "INSERT INTO gpkg_contents (table_name, data_type, last_change) VALUES ('stolen', 'features', '2000-01-01')"
    column = "INSERT INTO gpkg_geometry_columns VALUES ('stolen', 'geom', 'POINT', 4326, 0, 0)"
    yield Case("view.gpkg", gpkg(steal, register, column), USABLE, absent=CANARY)
    trigger = (
        "CREATE TRIGGER t AFTER INSERT ON sites BEGIN SELECT load_extension('/tmp/evil.so'); END"
    )
    yield Case("trigger.gpkg", gpkg(trigger), USED)
    quoted = "INSERT INTO gpkg_contents (table_name, data_type, last_change) VALUES ('a\"; DROP TABLE sites; --', 'features', '2000-01-01')"
    yield Case("quoted name.gpkg", gpkg(quoted), USABLE)
    many = [
        "INSERT INTO sites (geom, name) SELECT geom, name || hex(randomblob(2)) FROM sites"
    ] * 12
    yield Case("many rows.gpkg", gpkg(*many), USABLE)


def _database() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE t (a)")
            connection.commit()
        return path.read_bytes()


def shp(*, prj: str = "", drop: str = "", name: str = "sites") -> bytes:
    """Return a zipped Shapefile with one point."""
    parts = {suffix: io.BytesIO() for suffix in ("shp", "shx", "dbf")}
    with shapefile.Writer(**parts) as writer:
        writer.field("name", "C")
        writer.point(69.26, 34.95)
        writer.record("Alder")
    return _zip(
        {f"{name}.{suffix}": part.getvalue() for suffix, part in parts.items() if suffix != drop}
        | ({f"{name}.prj": prj.encode()} if prj else {})
    )


def _zip(members: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in members.items():
            archive.writestr(name, contents)
    return output.getvalue()


def _shapefiles() -> Iterator[Case]:
    yield Case("good shp.zip", shp(prj=geopackage._WGS84), USED)  # noqa: SLF001  the same words
    yield Case("no prj.zip", shp(), WARNED, "no coordinate reference")
    yield Case("no dbf.zip", shp(drop="dbf"), WARNED, "dbf")
    yield Case("no shx.zip", shp(drop="shx"), USABLE)
    yield Case("bad prj.zip", shp(prj="PROJCS[nonsense"), REFUSED, "not known")
    yield Case("path in name.zip", shp(name="../../../tmp/evil"), USABLE)
    lone = struct.pack(">i", 9994) + b"\x00" * 96
    yield Case("lone.shp", lone, REFUSED, "companions")
    with zipfile.ZipFile(io.BytesIO(shp())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    yield Case("cut shp.zip", _zip(members | {"sites.shp": members["sites.shp"][:110]}), REFUSED)
    lying = bytearray(members["sites.shp"])
    lying[104:108] = struct.pack(">i", 2_000_000_000)
    yield Case("lying length.zip", _zip(members | {"sites.shp": bytes(lying)}), REFUSED | USABLE)
    yield Case("not a shp.zip", _zip(members | {"sites.shp": b"hello"}), REFUSED)
    yield Case("broken dbf.zip", _zip(members | {"sites.dbf": b"\x03" * 40}), REFUSED | USABLE)


def kml(inside: str, head: str = "") -> bytes:
    """Return a KML document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}'
        f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{inside}</Document></kml>'
    ).encode()


MARK = "<Placemark><name>Alder</name><Point><coordinates>69.26,34.95,0</coordinates></Point></Placemark>"


def _kmls() -> Iterator[Case]:
    def one(name: str, source: bytes, expected: frozenset[Outcome], said: str = "") -> Case:
        return Case(f"{name}.kml", source, expected, said, absent=CANARY)

    yield one("good", kml(MARK), USED)
    yield one("cut", kml(MARK)[:-20], REFUSED, "well-formed")
    yield one("undeclared prefix", kml(f"<gx:Tour/>{MARK}"), WARNED, "does not declare")
    yield one("no placemark", kml("<name>x</name>"), REFUSED, "no features")
    entity = f'<!DOCTYPE kml [<!ENTITY x SYSTEM "file://{CANARY_PATH}">]>'
    yield one("xxe", kml(MARK.replace("Alder", "&x;"), entity), REFUSED, "document type")
    remote = f'<!DOCTYPE kml SYSTEM "{URL}">'
    yield one("remote dtd", kml(MARK, remote), REFUSED, "document type")
    laughs = "<!DOCTYPE k [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
    )
    yield one("laughs", kml("<name>&j;</name>", laughs + "]>"), REFUSED, "document type")
    link = f"<NetworkLink><Link><href>{URL}</href></Link></NetworkLink>"
    yield one("network link", kml(MARK + link), WARNED, "not read")
    yield one("only link", kml(link), REFUSED)
    overlay = f"<GroundOverlay><Icon><href>{URL}</href></Icon></GroundOverlay>"
    yield one("overlay", kml(MARK + overlay), WARNED, "not read")
    html = f"<description><![CDATA[<img src='{URL}'><script>x</script>]]></description>"
    yield one("html description", kml(MARK.replace("<Point>", html + "<Point>")), USED)
    yield one(
        "spaces in position",
        kml(MARK.replace("69.26,34.95,0", "69.26, 34.95, 0")),
        REFUSED | USABLE,
    )
    yield one(
        "words for position",
        kml(MARK + MARK.replace("69.26,34.95,0", "here")),
        WARNED,
        "no position",
    )
    yield one(
        "no position", kml(MARK + "<Placemark><name>B</name></Placemark>"), WARNED, "no geometry"
    )
    deep = "<Folder>" * 300 + MARK + "</Folder>" * 300
    yield one("deep folders", kml(deep), REFUSED | USABLE)
    yield Case("good.kmz", _zip({"doc.kml": kml(MARK)}), USED)
    yield Case("no kml.kmz", _zip({"readme.bin": b"\x00\x01"}), REFUSED)
    bomb = kml(f"<name>{' ' * 50_000_000}</name>{MARK}")
    yield Case("bomb.kmz", _zip({"doc.kml": bomb}), REFUSED)


def _tables() -> Iterator[Case]:
    def one(name: str, text: str | bytes, expected: frozenset[Outcome], said: str = "") -> Case:
        return Case(
            f"{name}.csv", text if isinstance(text, bytes) else text.encode(), expected, said
        )

    yield one("good", "name,lon,lat\nAlder,69.26,34.95\n", USED)
    yield one("semicolons", "name;lon;lat\nAlder;69,26;34,95\n", USED)
    yield one("wkt", 'name,wkt\nAlder,"POINT (69.26 34.95)"\n', USED)
    yield one("bad wkt", 'name,wkt\nA,"POINT (69.26 34.95)"\nB,"POINT (69.26"\n', WARNED, "no WKT")
    yield one("ewkt", 'name,wkt\nA,"SRID=3857;POINT (7709988 4161000)"\n', WARNED, "reprojected")
    yield one("no position", "name,size\nAlder,5\n", REFUSED, "lon and lat")
    yield one("only head", "name,lon,lat\n", REFUSED, "no rows")
    yield one("words", "name,lon,lat\nAlder,east,north\nB,1,2\n", WARNED, "no longitude")
    yield one("degrees", "name,lon,lat\nAlder,69°15'36\"E,34°57'N\n", USED)
    yield one("short row", "name,lon,lat\nAlder\nB,1,2\n", WARNED)
    yield one("long row", "name,lon,lat\nAlder,69.26,34.95,x,y\n", USED)
    yield one("formula", "name,lon,lat\n=HYPERLINK(1),69.26,34.95\n", USED)
    yield one("latin", "name,lon,lat\nMünster,7.6,51.9\n".encode("latin-1"), USABLE)
    yield one("nul", b"name,lon,lat\nA\x00B,69.26,34.95\n", REFUSED | USABLE)
    yield one("unclosed quote", 'name,lon,lat\n"Alder,69.26,34.95\n', REFUSED | USABLE)
    yield one("huge cell", "name,lon,lat\n" + "a" * 3_000_000 + ",69.26,34.95\n", USABLE)
    yield one("heads in words", "Name,Longitude (deg),Latitude (deg)\nA,69.26,34.95\n", USED)
    yield one("lat first", "lat,lon,name\n34.95,69.26,Alder\n", USED)
    yield one("metres", "name,x,y\nA,7709988,4161000\nB,7709000,4161500\n", REFUSED, "no degrees")


def _parquets() -> Iterator[Case]:
    def one(name: str, table: pa.Table, expected: frozenset[Outcome], said: str = "") -> Case:
        output = io.BytesIO()
        pq.write_table(table, output)
        return Case(f"{name}.parquet", output.getvalue(), expected, said)

    wkb = shapely.to_wkb(Point(69.26, 34.95))
    geo = b'{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":[]}}}'
    table = pa.table({"name": ["Alder"], "geometry": [wkb]})
    good = table.replace_schema_metadata({"geo": geo})
    yield one("good", good, USED)
    missing = pa.table({"name": ["Alder"], "size": [float("nan")], "geometry": [wkb]})
    yield one("missing number", missing.replace_schema_metadata({"geo": geo}), USED)
    yield one("no geo", table, REFUSED, "GeoParquet")
    yield one("columns", pa.table({"name": ["A"], "lon": [69.26], "lat": [34.95]}), USABLE)
    yield one(
        "bad wkb",
        pa.table({"name": ["A"], "geometry": [b"\x01\x02"]}).replace_schema_metadata({"geo": geo}),
        REFUSED,
    )
    yield one("bad geo", table.replace_schema_metadata({"geo": b"{nonsense"}), REFUSED)
    yield one(
        "other encoding",
        table.replace_schema_metadata({"geo": geo.replace(b"WKB", b"point")}),
        REFUSED,
    )
    output = io.BytesIO()
    pq.write_table(good, output)
    yield Case("cut.parquet", output.getvalue()[:-40], REFUSED)
    yield Case("magic only.parquet", b"PAR1PAR1", REFUSED)
    lying = bytearray(output.getvalue())
    lying[-8:-4] = struct.pack("<i", 2_000_000_000)
    yield Case("lying footer.parquet", bytes(lying), REFUSED)
