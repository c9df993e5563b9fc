"""A project of one's own: a folder of documents, layers and decisions, and the import into it."""
