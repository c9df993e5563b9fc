"""The command line: parsing and printing only."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from groundtext import __version__
from groundtext.cli_project import add_import, add_new
from groundtext.cli_quality import add_evaluate, add_explain, add_workspace
from groundtext.cli_review import add_review
from groundtext.errors import GroundtextError, InputError, UsageError
from groundtext.exit_codes import FAILED, INTERRUPTED, REFUSED, USAGE
from groundtext.messages import message
from groundtext.settings import (
    DATA,
    LAYERS,
    READ_ONLY_VARIABLE,
    REVIEWER_VARIABLE,
    ROOT,
    WORKSPACE_VARIABLE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_BAR_WIDTH = 30  # characters
_MOST_WORKERS = 256  # a slip of the finger should not stop the machine


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors go to standard error, without a trace."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
    except GroundtextError as error:
        print(f"groundtext: {error}", file=sys.stderr)
        return _code(error)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code


def _code(error: GroundtextError) -> int:
    if isinstance(error, InputError):
        return REFUSED
    return USAGE if isinstance(error, UsageError) else FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="groundtext",
        description="A map of claims, each with the sentence that supports it.",
        epilog="Exit codes: 0 done, 1 a check failed or a workspace could not be used, "
        "2 wrong usage, 3 some input was refused.",
    )
    parser.add_argument("--version", action="version", version=f"groundtext {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_build(commands.add_parser("build", help="documents and layers → a workspace"))
    add_new(commands.add_parser("new", help="make a project of your own"))
    add_import(commands.add_parser("import", help="take files into a project"), _progress)
    _add_check(commands.add_parser("check", help="verify layers, data and quotations"))
    _add_serve(commands.add_parser("serve", help="open the app in a browser"))
    _add_export(commands.add_parser("export", help="write a workspace's contents elsewhere"))
    add_evaluate(commands.add_parser("evaluate", help="score against right answers"), _progress)
    add_review(commands.add_parser("review", help="what was decided on, and by whom"))
    add_explain(commands.add_parser("explain", help="why a passage is linked as it is"))
    return parser


def _add_layers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--layers", metavar="DIR", type=Path, default=LAYERS, help="the folder of layers"
    )


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.description = "Find what supports each feature, and write it to a workspace."
    parser.add_argument(
        "documents",
        metavar="DOCUMENTS",
        type=Path,
        nargs="*",
        help="files or folders; without them, the quotations in data/",
    )
    _add_layers(parser)
    add_workspace(parser)
    parser.add_argument(
        "--no-review",
        dest="review",
        action="store_false",
        help="leave the reviewers' decisions out: what the program finds by itself",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers",
        metavar="N",
        type=_n_workers,
        help="share the documents among N processes of this machine",
    )
    where.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="share them among the workers of a Dask cluster, e.g. tcp://host:8786",
    )
    parser.set_defaults(run=_build)


def _n_workers(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= _MOST_WORKERS:
        return int(text)
    raise argparse.ArgumentTypeError(
        f"{text!r} is not a number of processes from 1 to {_MOST_WORKERS}; "
        "leave --workers out to build in one."
    )


def _build(options: argparse.Namespace) -> int:
    from groundtext.engines import choose_engine  # noqa: PLC0415
    from groundtext.pipeline import Sources, build  # noqa: PLC0415  other commands need no gazetteer
    from groundtext.workspace import Workspace  # noqa: PLC0415  likewise

    sources = Sources(
        documents=tuple(options.documents), layers=options.layers, review=options.review
    )
    engine = choose_engine(options.workers, options.scheduler)
    try:
        built = build(sources, options.workspace, engine=engine, progress=_progress)
    except KeyboardInterrupt:
        print(
            "\ngroundtext: stopped; what is done is kept: give the same command again to go on.",
            file=sys.stderr,
        )
        return INTERRUPTED
    contents = built.contents
    for listed in contents.listed:
        print(f"not used: {listed.file}: {listed.reason}", file=sys.stderr)
    with closing(Workspace.open(options.workspace)) as workspace:
        n_links = sum(len(workspace.links(card.id)) for card in workspace.document_cards())
    print(
        f"{options.workspace}: {_count(len(contents.analyses), 'document')}, "
        f"{_count(len(contents.features), 'feature')} in "
        f"{_count(len(contents.layers), 'layer')}, {_count(n_links, 'link')}, "
        f"{_count(len(contents.disagreements), 'disagreement')}; "
        f"{_count(len(contents.listed), 'input')} not used."
    )
    return REFUSED if any(listed.is_refused for listed in contents.listed) else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _progress(done: int, of: int) -> None:
    """Draw a bar, where somebody watches."""
    if sys.stderr.isatty():
        filled = _BAR_WIDTH * done // of
        end = "\n" if done == of else ""
        bar = "█" * filled + "·" * (_BAR_WIDTH - filled)
        print(f"\r{bar} {done} of {of} documents", end=end, file=sys.stderr, flush=True)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.description = "Verify layers, data, quotations and decisions; exit 1 on any finding."
    parser.add_argument(
        "documents",
        metavar="DOCUMENTS",
        type=Path,
        nargs="*",
        help="originals, whose sha256 and words the quotations are compared with",
    )
    _add_layers(parser)
    parser.add_argument(
        "--data", metavar="DIR", type=Path, default=DATA, help="quotations, decisions and facts"
    )
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    from groundtext.checks import check  # noqa: PLC0415  loads geometry that other commands do not need

    findings = check(options.layers, options.data, options.documents)
    for finding in findings:
        print(finding)
    print(f"{_count(len(findings), 'finding')}." if findings else "Everything holds.")
    return FAILED if findings else 0


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.description = "Open the app in a browser; it stops on Ctrl-C or SIGTERM."
    add_workspace(parser)
    parser.add_argument("--port", metavar="N", type=int, default=8501, help="default: 8501")
    parser.add_argument("--headless", action="store_true", help="open no browser window")
    who = parser.add_mutually_exclusive_group()
    who.add_argument(
        "--reviewer",
        metavar="NAME",
        default="",
        help="who decides on links (default: each is asked)",
    )
    who.add_argument(
        "--read-only",
        action="store_true",
        help="nobody decides or imports; everybody may report a wrong link",
    )
    parser.set_defaults(run=_serve)


def _serve(options: argparse.Namespace) -> int:
    os.environ[WORKSPACE_VARIABLE] = str(options.workspace.resolve())
    if options.reviewer:
        os.environ[REVIEWER_VARIABLE] = options.reviewer
    if options.read_only:
        os.environ[READ_ONLY_VARIABLE] = "1"
    os.chdir(ROOT)  # Streamlit looks for its configuration here
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    command += ["--server.port", str(options.port)]
    command += ["--server.headless", str(options.headless).lower()]
    sys.stdout.flush()
    # Replaced, not started: one process, which signals reach.
    os.execv(sys.executable, command)  # noqa: S606  our own interpreter and script


def _add_export(parser: argparse.ArgumentParser) -> None:
    from groundtext.export import FORMS  # noqa: PLC0415  its writers are loaded when one is used

    parser.description = "Take everything out again, in forms that other programs open."
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "\n".join(f"  {name:20} {message(f'form.{name}')}" for name in FORMS)
    parser.add_argument(
        "--format", metavar="F", choices=tuple(FORMS), required=True, help="one of those below"
    )
    add_workspace(parser)
    parser.add_argument("--output", metavar="FILE", type=Path, help="default: to standard output")
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from groundtext.export import FORMS, export  # noqa: PLC0415  its writers are large
    from groundtext.files import write_whole  # noqa: PLC0415  likewise
    from groundtext.pipeline import ensure_workspace  # noqa: PLC0415

    form = FORMS[options.format]
    if options.output is None and not form.is_text and sys.stdout.isatty():
        raise UsageError(
            f"{options.format} is no text for a terminal; name a file with --output, "
            f"for example --output map.{form.suffix}."
        )
    contents = export(ensure_workspace(options.workspace), options.format)
    if options.output is None:
        # Bytes as they are, whatever the terminal's encoding: the scorers read UTF-8.
        sys.stdout.buffer.write(contents)
        return 0
    try:
        write_whole(options.output, contents)
    except OSError as error:
        raise UsageError(
            f"{options.output}: cannot be written ({error.strerror}); "
            "name another file with --output."
        ) from error
    return 0


if __name__ == "__main__":
    sys.exit(main())
