"""The tables of a workspace, and the number of their version."""

# Raise it whenever a table changes: an older workspace is then built anew, not misread.
SCHEMA_VERSION = 6

FEATURE_TABLE = "features"
ATTRIBUTE_TABLES = (
    "layers",
    "collections",
    "collection_members",
    "documents",
    "elements",
    "passages",
    "places",
    "mentions",
    "candidates",
    "dates",
    "links",
    "disagreements",
    "statements",
    "listed",
    "decisions",
    "about",
    "things",
)

TABLES = """
CREATE TABLE about (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, value TEXT NOT NULL);
CREATE TABLE layers (
  id INTEGER PRIMARY KEY, layer_id TEXT UNIQUE NOT NULL, title TEXT NOT NULL,
  geometry_kind TEXT NOT NULL, file TEXT NOT NULL, source TEXT NOT NULL, licence TEXT NOT NULL,
  retrieved TEXT NOT NULL, notice TEXT NOT NULL, colour TEXT NOT NULL, form TEXT NOT NULL,
  nouns TEXT NOT NULL);
CREATE TABLE features (
  id INTEGER PRIMARY KEY, geom BLOB NOT NULL, feature_id TEXT UNIQUE NOT NULL,
  layer_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, precision TEXT NOT NULL,
  uncertainty_m REAL NOT NULL, status TEXT NOT NULL, sources TEXT NOT NULL,
  confidence TEXT NOT NULL, aliases TEXT NOT NULL, operator TEXT NOT NULL,
  country TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  planned_end TEXT NOT NULL, note TEXT NOT NULL, properties TEXT NOT NULL);
CREATE TABLE collections (
  id INTEGER PRIMARY KEY, collection_id TEXT UNIQUE NOT NULL, name TEXT NOT NULL,
  aliases TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE collection_members (
  id INTEGER PRIMARY KEY, collection_id TEXT NOT NULL, member_id TEXT NOT NULL);
CREATE TABLE documents (
  id INTEGER PRIMARY KEY, document_id TEXT UNIQUE NOT NULL, file TEXT NOT NULL,
  title TEXT NOT NULL, author TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL,
  basis TEXT NOT NULL, language TEXT NOT NULL, complete INTEGER NOT NULL, sha256 TEXT NOT NULL,
  held TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE elements (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, page INTEGER NOT NULL, path TEXT NOT NULL, role TEXT NOT NULL);
CREATE TABLE passages (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, role TEXT NOT NULL, note TEXT NOT NULL,
  paragraph INTEGER NOT NULL, silence TEXT NOT NULL);
CREATE TABLE places (
  id INTEGER PRIMARY KEY, place_id TEXT UNIQUE NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  country TEXT NOT NULL, lon REAL, lat REAL, bbox TEXT NOT NULL, population INTEGER NOT NULL,
  source TEXT NOT NULL, feature_id TEXT NOT NULL, names TEXT NOT NULL);
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, text TEXT NOT NULL, reading TEXT NOT NULL, kind TEXT NOT NULL,
  reason TEXT NOT NULL);
CREATE TABLE candidates (
  id INTEGER PRIMARY KEY, mention INTEGER NOT NULL, place_id TEXT NOT NULL, score REAL NOT NULL,
  reason TEXT NOT NULL);
CREATE TABLE links (
  id INTEGER PRIMARY KEY, target_id TEXT NOT NULL, document_id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL,
  reason TEXT NOT NULL, method TEXT NOT NULL, matches TEXT NOT NULL, status TEXT NOT NULL,
  decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, note TEXT NOT NULL,
  said_date TEXT NOT NULL, said_place TEXT NOT NULL, said_outcome TEXT NOT NULL,
  also_at TEXT NOT NULL);
CREATE TABLE dates (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, text TEXT NOT NULL, edtf TEXT NOT NULL, mode TEXT NOT NULL,
  grain TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE disagreements (
  id INTEGER PRIMARY KEY, target_id TEXT NOT NULL, aspect TEXT NOT NULL);
CREATE TABLE statements (
  id INTEGER PRIMARY KEY, disagreement INTEGER NOT NULL, document_id TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, says TEXT NOT NULL, edtf TEXT NOT NULL);
CREATE TABLE listed (id INTEGER PRIMARY KEY, file TEXT NOT NULL, reason TEXT NOT NULL,
  refused INTEGER NOT NULL);
CREATE TABLE decisions (id INTEGER PRIMARY KEY, line TEXT NOT NULL);
CREATE TABLE things (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, name TEXT NOT NULL);
CREATE VIRTUAL TABLE search_passages USING fts5 (
  text, names, content = '', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE search_things USING fts5 (
  names, about, content = '', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE INDEX candidates_by_place ON candidates (place_id);
CREATE INDEX links_by_target ON links (target_id);
CREATE INDEX links_by_document ON links (document_id, start);
CREATE INDEX dates_by_document ON dates (document_id, start);
CREATE INDEX statements_by_disagreement ON statements (disagreement);
CREATE INDEX elements_by_document ON elements (document_id, start);
CREATE INDEX passages_by_document ON passages (document_id, ordinal);
CREATE INDEX mentions_by_document ON mentions (document_id, start);
CREATE INDEX candidates_by_mention ON candidates (mention);
"""
