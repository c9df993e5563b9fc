"""A project of one's own: a folder of documents, layers and decisions, and the import into it."""

from groundtext.project.building import build_project as build_project
from groundtext.project.building import import_into as import_into
from groundtext.project.building import open_or_create as open_or_create
from groundtext.project.folder import Project as Project
from groundtext.project.folder import create_project as create_project
from groundtext.project.folder import open_project as open_project
from groundtext.project.folder import project_of as project_of
from groundtext.project.report import FileReport as FileReport
from groundtext.project.report import ImportReport as ImportReport
from groundtext.project.report import Outcome as Outcome
from groundtext.project.report import read_report as read_report
from groundtext.project.report import report_json as report_json
from groundtext.project.report import report_names as report_names
from groundtext.project.sources import find_sources as find_sources
