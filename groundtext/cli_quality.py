"""The commands that judge: `evaluate` and `explain`. Parsing and printing only."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from groundtext.errors import UsageError
from groundtext.exit_codes import FAILED, REFUSED
from groundtext.export.json_text import json_line
from groundtext.model import LinkKind
from groundtext.settings import DATA, DEFAULT_WORKSPACE, LAYERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from groundtext.evaluation import Evaluation, Gold, Subject
    from groundtext.explanation import Provider
    from groundtext.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure and the least that it has to be."""

    part: str
    figure: str
    least: float

    @property
    def name(self) -> str:
        """The figure as it is asked for, e.g. "links.f1"."""
        return f"{self.part}.{self.figure}"


def parse_bar(text: str) -> Bar:
    """Read "links.f1=0.8".

    Raises
    ------
    ArgumentTypeError
        If there is no such figure, or the number is not from 0 to 1.
    """
    from groundtext.evaluation import MEASURES  # noqa: PLC0415  numpy is not needed otherwise

    name, _, number = text.partition("=")
    part, _, figure = name.partition(".")
    if figure not in MEASURES.get(part, ()):
        known = ", ".join(f"{key}.{one}" for key, ones in MEASURES.items() for one in ones)
        raise argparse.ArgumentTypeError(f"{name!r} is no figure; there are {known}")
    try:
        least = float(number)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise argparse.ArgumentTypeError(f"{number!r} is no number from 0 to 1; say {name}=0.8")
    return Bar(part, figure, least)


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Declare which workspace a command is about."""
    parser.add_argument(
        "--workspace",
        metavar="FILE",
        type=Path,
        default=DEFAULT_WORKSPACE,
        help="the workspace file (default: the project's own)",
    )


def add_evaluate(parser: argparse.ArgumentParser, progress: Callable[[int, int], None]) -> None:
    """Declare the options of `evaluate`."""
    parser.usage = "groundtext evaluate GOLD [options]"  # --documents would take GOLD, too
    parser.description = "Score what was found against right answers of your own."
    parser.epilog = "docs/evaluation.md says what lines of GOLD look like, and what is counted."
    parser.add_argument(
        "gold", metavar="GOLD", type=Path, help="a JSONL file of right answers, or a folder of them"
    )
    _add_source(parser)
    _add_what_counts(parser)
    parser.add_argument(
        "--at-least",
        metavar="FIGURE=NUMBER",
        type=parse_bar,
        action="append",
        default=[],
        help="exit with 1 if a figure is lower, e.g. links.f1=0.8; may be repeated",
    )
    parser.add_argument("--show", action="store_true", help="list everything that is wrong")
    parser.add_argument("--json", action="store_true", help="print one JSON object, for machines")
    parser.set_defaults(run=_evaluate, progress=progress)


def _add_source(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--workspace",
        metavar="FILE",
        type=Path,
        default=DEFAULT_WORKSPACE,
        help="what to score (default: the project's own)",
    )
    source.add_argument(
        "--documents",
        metavar="PATH",
        type=Path,
        nargs="+",
        help="score what is found in these files or folders now, without a workspace or review",
    )
    parser.add_argument(
        "--layers", metavar="DIR", type=Path, help="with --documents: the folder of layers"
    )


def _add_what_counts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--kinds",
        metavar="K,…",
        type=_link_kinds,
        default=(LinkKind.NAMED, LinkKind.DESCRIBED),
        help="kinds of links that count (default: named,described)",
    )
    parser.add_argument(
        "--mentions",
        metavar="K,…",
        type=_mention_kinds,
        default=("place", "collective"),
        help="kinds of mentions that count (default: place,collective)",
    )
    parser.add_argument(
        "--reviewed",
        action="store_true",
        help="require the links that need knowledge from outside the text, too",
    )
    parser.add_argument(
        "--every-mention",
        action="store_true",
        help="readings are given for every name of their documents: measure recognition on them",
    )


def _link_kinds(text: str) -> tuple[LinkKind, ...]:
    return tuple(LinkKind(kind) for kind in _listed(text, tuple(LinkKind)))


def _mention_kinds(text: str) -> tuple[str, ...]:
    from groundtext.evaluation import MENTION_KINDS  # noqa: PLC0415  as above

    return _listed(text, MENTION_KINDS)


def _listed(text: str, known: Sequence[str]) -> tuple[str, ...]:
    kinds = tuple(kind.strip() for kind in text.split(","))
    for kind in kinds:
        if kind not in known:
            raise argparse.ArgumentTypeError(f"{kind!r} is none of {', '.join(known)}")
    return kinds


def _evaluate(options: argparse.Namespace) -> int:
    from groundtext.evaluation import (  # noqa: PLC0415  other commands need no numpy
        Choices,
        evaluate,
        read_gold,
        report_json,
        report_lines,
    )

    gold = read_gold(options.gold)
    subject, is_whole = _subject(options, gold)
    choices = Choices(options.kinds, options.reviewed, options.mentions, options.every_mention)
    evaluation = evaluate(gold, subject, choices)
    if options.json:
        _print([json_line(report_json(evaluation, subject))])
    else:
        _print(report_lines(evaluation, subject, show=options.show))
    for error in evaluation.refused:
        print(f"not used: {error}", file=sys.stderr)
    low = list(_below(evaluation, options.at_least))
    for line in low:
        print(line, file=sys.stderr)
    if evaluation.refused or not is_whole:
        return REFUSED
    return FAILED if low else 0


def _subject(options: argparse.Namespace, gold: Gold) -> tuple[Subject, bool]:
    """Return what is judged, and whether every input could be used."""
    from groundtext.evaluation import read_subject, to_subject  # noqa: PLC0415  as above
    from groundtext.pipeline import Sources, ensure_workspace, gather  # noqa: PLC0415

    if options.documents:
        layers = options.layers or LAYERS
        sources = Sources(documents=tuple(options.documents), layers=layers, review=False)
        contents = gather(sources, progress=options.progress)
        for listed in contents.listed:
            print(f"not used: {listed.file}: {listed.reason}", file=sys.stderr)
        subject = to_subject(contents, gold.document_ids)
        is_whole = not any(listed.is_refused for listed in contents.listed)
    elif options.layers:
        raise UsageError("--layers goes with --documents; a workspace has its own layers.")
    else:
        workspace = ensure_workspace(options.workspace)
        subject, is_whole = read_subject(workspace, gold.document_ids), True
    if not subject.analyses:
        where = "the documents given" if options.documents else options.workspace
        raise UsageError(
            f"{where}: not one of the {len(gold.document_ids)} documents that the right answers "
            f"are about is there ({', '.join(sorted(gold.document_ids)[:3])}, …); "
            "name another --workspace, or --documents."
        )
    return subject, is_whole


def _below(evaluation: Evaluation, bars: Sequence[Bar]) -> Iterator[str]:
    parts = {part.name: part for part in evaluation.parts}
    for bar in bars:
        figure = parts[bar.part].figures.get(bar.figure) if bar.part in parts else None
        if figure is None:
            raise UsageError(
                f"--at-least {bar.name}: the right answers say nothing to measure it by; "
                f"measured are {', '.join(parts)}."
            )
        if figure.value < bar.least:
            yield f"{bar.name} is {figure.value:.3f}, and has to be at least {bar.least:g}."


def add_explain(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `explain`."""
    parser.description = "Say what was found at a place of a document, and what was rejected."
    parser.add_argument(
        "target",
        metavar="DOCUMENT:OFFSET",
        help="a document's id or file name, and a character of it from 0, or START-END",
    )
    add_workspace(parser)
    parser.add_argument(
        "--layers",
        metavar="DIR",
        type=Path,
        help="consider these layers' names (default: the layers in the workspace)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a passage")
    parser.set_defaults(run=_explain)


def _explain(options: argparse.Namespace) -> int:
    from groundtext.explanation import (  # noqa: PLC0415  other commands need no gazetteer
        document_named,
        explain,
        explanation_json,
        explanation_lines,
        parse_target,
        passages_at,
    )
    from groundtext.pipeline import ensure_workspace  # noqa: PLC0415

    target = parse_target(options.target)
    workspace = ensure_workspace(options.workspace)
    card = document_named(target.document, workspace.document_cards())
    analysis = workspace.analysis(card.id)
    passages = passages_at(analysis.document, analysis.passages, target.span)
    asked = _providers(workspace, options.layers)
    explanations = [explain(analysis, passage, asked) for passage in passages]
    if options.json:
        _print(json_line(explanation_json(one)) for one in explanations)
    else:
        names = {feature.id: feature.name for feature in workspace.features()}
        names |= {group.id: group.name for group in workspace.collections()}
        _print(line for one in explanations for line in explanation_lines(one, names))
    return 0


def _print(lines: Iterable[str]) -> None:
    """Write lines to standard output as UTF-8, whatever the terminal's encoding."""
    for line in lines:
        sys.stdout.buffer.write(line.encode(errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _providers(workspace: Workspace, layers: Path | None) -> tuple[Provider, ...]:
    from groundtext.explanation import providers  # noqa: PLC0415  other commands need none
    from groundtext.gazetteer import Gazetteer  # noqa: PLC0415  a second to load
    from groundtext.layers import read_layers  # noqa: PLC0415
    from groundtext.linking import Linker  # noqa: PLC0415

    drawn, features, collections = (
        workspace.layers(),
        workspace.features(),
        workspace.collections(),
    )
    if layers is not None:
        layer_set = read_layers(layers)
        drawn, features, collections = (
            layer_set.layers,
            layer_set.features,
            layer_set.collections,
        )
    gazetteer = Gazetteer.open(DATA).with_features(features, collections)
    return providers(gazetteer, Linker(drawn, features, collections))
