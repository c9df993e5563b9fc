"""Foreign files → texts and layers: one reader for each format, told by content and not by name."""

from groundtext.formats.extracts import Extract as Extract
from groundtext.formats.extracts import LayerExtract as LayerExtract
from groundtext.formats.extracts import Member as Member
from groundtext.formats.extracts import Part as Part
from groundtext.formats.extracts import Refused as Refused
from groundtext.formats.extracts import ReturnExtract as ReturnExtract
from groundtext.formats.extracts import Stated as Stated
from groundtext.formats.extracts import TextExtract as TextExtract
