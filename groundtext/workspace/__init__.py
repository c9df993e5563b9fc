"""The workspace: one file with all documents, features and links, queryable both ways."""

from groundtext.workspace.contents import Analysis as Analysis
from groundtext.workspace.contents import Contents as Contents
from groundtext.workspace.contents import Coverage as Coverage
from groundtext.workspace.contents import DocumentCard as DocumentCard
from groundtext.workspace.contents import Evidence as Evidence
from groundtext.workspace.read import Workspace as Workspace
from groundtext.workspace.read import features_below as features_below
from groundtext.workspace.revise import log_digest as log_digest
from groundtext.workspace.revise import revise_workspace as revise_workspace
from groundtext.workspace.write import write_workspace as write_workspace
