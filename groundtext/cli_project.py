"""The commands for projects of one's own: `new` and `import`. Parsing and printing only."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from groundtext.errors import UsageError
from groundtext.exit_codes import INTERRUPTED, REFUSED

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from groundtext.project import ImportReport, Project


def add_new(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `new`."""
    parser.description = "Make a project: a folder that holds documents, layers and decisions."
    parser.add_argument("folder", metavar="DIR", type=Path, help="empty, or not there yet")
    parser.add_argument("--title", default="", help="what the pages call it (default: DIR's name)")
    parser.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from groundtext.project import create_project  # noqa: PLC0415  see cli.py
    from groundtext.project.building import build_project  # noqa: PLC0415  likewise

    project = create_project(options.folder, options.title)
    build_project(project)
    print(
        f"{project.folder}: the project “{project.title}”. Put files into it with\n"
        f"  groundtext import FILES… --project {project.folder}\n"
        f"and look at it with\n"
        f"  groundtext serve --workspace {project.workspace}"
    )
    return 0


def add_import(parser: argparse.ArgumentParser, progress: Callable[[int, int], None]) -> None:
    """Declare the options of `import`."""
    parser.description = (
        "Take documents (txt, md, html, pdf, docx, eml) and layers (GeoJSON, GeoPackage, zipped "
        "Shapefile, KML, KMZ, GeoParquet, CSV), or zips and folders of them, into a project."
    )
    parser.add_argument("files", metavar="FILES", type=Path, nargs="+", help="files or folders")
    parser.add_argument(
        "--project",
        metavar="DIR",
        type=Path,
        required=True,
        help="the project; it is made if there is none",
    )
    parser.add_argument(
        "--report", metavar="FILE.json", type=Path, help="write what became of each file"
    )
    parser.set_defaults(run=_import, progress=progress)


def _import(options: argparse.Namespace) -> int:
    from groundtext.project import find_sources  # noqa: PLC0415  see cli.py
    from groundtext.project.building import import_into, open_or_create  # noqa: PLC0415

    project = open_or_create(options.project)
    try:
        report = import_into(project, find_sources(options.files), progress=options.progress)
    except KeyboardInterrupt:
        print(
            "\ngroundtext: stopped; what is done is kept: give the same command again to go on.",
            file=sys.stderr,
        )
        return INTERRUPTED
    if options.report:
        _write_report(options.report, report)
    _print_report(report, project)
    return REFUSED if report.n_refused else 0


def _write_report(path: Path, report: ImportReport) -> None:
    from groundtext.files import write_whole  # noqa: PLC0415  see cli.py
    from groundtext.project import report_json  # noqa: PLC0415  likewise

    text = json.dumps(report_json(report), ensure_ascii=False, indent=1) + "\n"
    try:
        write_whole(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}); name another file with --report."
        ) from error


def _print_report(report: ImportReport, project: Project) -> None:
    from groundtext.project import Outcome  # noqa: PLC0415  see cli.py
    from groundtext.sandbox import escaped  # noqa: PLC0415  likewise

    for row in report.files:
        for reason in row.reasons:
            print(f"{row.outcome}: {escaped(reason)}", file=sys.stderr)
        if row.missing and row.outcome is not Outcome.REFUSED:
            missing = ", ".join(row.missing)
            print(f"not stated: {escaped(row.file)}: {missing}", file=sys.stderr)
    counts = ", ".join(f"{report.count(outcome)} {outcome}" for outcome in Outcome)
    print(f"{project.workspace}: {report.n_files} files: {counts}. {report.fault}".rstrip())
