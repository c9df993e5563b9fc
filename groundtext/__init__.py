"""Groundtext: documents on the map, and the map read back to the sentence."""

__version__ = "0.1.0"
