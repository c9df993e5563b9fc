"""The compiled copy of the package reads texts as the source does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from groundtext.settings import ROOT
from scripts.compile import with_field_types

TRIALS = ROOT / "tests" / "trials" / "region" / "documents"
_ANALYSE = """
import sys
from pathlib import Path
from groundtext.documents import read_documents
from groundtext.gazetteer import Gazetteer
from groundtext.layers import read_layers
from groundtext.linking import Linker
from groundtext.linking import linker
from groundtext.pipeline import analyse
from groundtext.settings import DATA, LAYERS
layers = read_layers(LAYERS)
known = Gazetteer.open(DATA).with_features(layers.features, layers.collections)
rules = Linker(layers.layers, layers.features, layers.collections)
print(Path(linker.__file__).suffix)
for document in read_documents((Path(sys.argv[1]),)).documents:
    print(analyse(document, known, rules))
"""


def test_types_of_fields_are_imported_when_the_module_runs() -> None:
    source = (
        "from typing import TYPE_CHECKING, NamedTuple\n"
        "if TYPE_CHECKING:\n"
        "    from collections.abc import Mapping, Sequence\n"
        "class Pair(NamedTuple):\n"
        "    names: Mapping[str, int]\n"
        "def names(of: Sequence[str]) -> None: ...\n"
    )
    lines = with_field_types(source).splitlines()
    assert lines[1] == "from collections.abc import Mapping"
    assert lines[2:] == source.splitlines()[1:]


def test_a_module_without_such_fields_stays_as_it_is() -> None:
    source = "import re\nif re:\n    x = 1\n"
    assert with_field_types(source) == source


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_compiled_code_finds_the_same_to_the_letter(tmp_path: Path) -> None:
    output = tmp_path / "compiled"
    _python("-m", "scripts.compile", "--output", str(output), "--level", "0", code=ROOT)
    compiled, told = _analyses(output)
    as_it_is, said = _analyses(ROOT)
    assert (compiled, as_it_is) == (".so", ".py")
    assert told == said
    assert len(said) == len([*TRIALS.glob("*.txt")])


def _analyses(code: Path) -> tuple[str, list[str]]:
    suffix, *analyses = _python("-c", _ANALYSE, str(TRIALS), code=code).splitlines()
    return suffix, analyses


def _python(*arguments: str, code: Path) -> str:
    # Sets are printed in the order of their hashes.
    environment = {**os.environ, "PYTHONPATH": str(code), "PYTHONHASHSEED": "0"}
    command = [sys.executable, *arguments]
    finished = subprocess.run(
        command, cwd=code, env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout
