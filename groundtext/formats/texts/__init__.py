"""Documents of every kind → their text, with the pieces that lead back to the original."""

from groundtext.formats.texts.reading import KINDS as KINDS
from groundtext.formats.texts.reading import read_text_file as read_text_file
