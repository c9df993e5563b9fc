"""Layers of every kind → features in EPSG:4326, mended where that is safe, listed where not."""

from groundtext.formats.geo.features import layer_of as layer_of
from groundtext.formats.geo.features import to_features as to_features
from groundtext.formats.geo.reading import KINDS as KINDS
from groundtext.formats.geo.reading import read_geo as read_geo
