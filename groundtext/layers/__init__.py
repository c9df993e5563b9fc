"""Layers: GeoJSON files and one manifest → features and collections, read and checked."""

from groundtext.layers.checking import check_layers as check_layers
from groundtext.layers.feature import CONFIDENCES as CONFIDENCES
from groundtext.layers.feature import ID_PATTERN as ID_PATTERN
from groundtext.layers.feature import feature_from_json as feature_from_json
from groundtext.layers.feature import feature_to_json as feature_to_json
from groundtext.layers.finding import Finding as Finding
from groundtext.layers.manifest import MANIFEST as MANIFEST
from groundtext.layers.manifest import Manifest as Manifest
from groundtext.layers.manifest import read_manifest as read_manifest
from groundtext.layers.reading import LayerSet as LayerSet
from groundtext.layers.reading import read_layers as read_layers
