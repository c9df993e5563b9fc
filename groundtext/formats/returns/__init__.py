"""Exports of our own, read back: what makes the same layers, groups, quotations and links again."""

from groundtext.formats.returns.links import GivenLink as GivenLink
from groundtext.formats.returns.links import link_from_json as link_from_json
from groundtext.formats.returns.properties import put_back as put_back
from groundtext.formats.returns.properties import set_apart as set_apart
from groundtext.formats.returns.quotations import document_from_json as document_from_json
from groundtext.formats.returns.quotations import with_quotes as with_quotes
from groundtext.formats.returns.reading import FORM as FORM
from groundtext.formats.returns.reading import KINDS as KINDS
from groundtext.formats.returns.reading import is_return as is_return
from groundtext.formats.returns.reading import read_return as read_return
