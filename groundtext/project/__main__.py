"""`python -m groundtext.project DIR [BATCH]`: what the Import page starts, to go on beside it.

With a batch, the files that were sent are taken in; without, the workspace is built anew.
"""

from __future__ import annotations

import sys
from pathlib import Path

from groundtext.errors import GroundtextError
from groundtext.exit_codes import FAILED
from groundtext.project.building import build_project, import_into
from groundtext.project.folder import open_project
from groundtext.project.staging import batch_named


def main(folder: str, batch_name: str = "") -> int:
    """Do it; errors go to standard error, and into the report."""
    try:
        project = open_project(Path(folder))
        if batch_name:
            batch = batch_named(project, batch_name)
            import_into(project, batch.sources())
            batch.remove()
        else:
            build_project(project)
    except GroundtextError as error:
        print(f"groundtext: {error}", file=sys.stderr)  # noqa: T201  the server's log
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
