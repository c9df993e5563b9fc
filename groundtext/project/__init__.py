"""A project of one's own: a folder of documents, layers and decisions.

What reads files into it is loaded by name (`groundtext.project.building`): its libraries are
large, and who only shows a project has no need of them.
"""

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
