"""Documents: files → texts with what is known of them → passages."""

from groundtext.documents.passages import split_passages as split_passages
from groundtext.documents.quotations import read_quotations as read_quotations
from groundtext.documents.reading import DocumentSet as DocumentSet
from groundtext.documents.reading import read_documents as read_documents
