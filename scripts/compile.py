"""Compile the reading of texts to machine code: a copy of the package in build/compiled.

Run as `make compiled`; it needs a C compiler. mypyc, which comes with mypy, compiles what each
document goes through (recognition, linking, dates); the rest of the copy is the same Python. The
source stays as it is, so that nobody runs code that is older than what they read.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mypyc.build import mypycify
from setuptools import Distribution

from groundtext.settings import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OUTPUT: Final = ROOT / "build" / "compiled"
_PACKAGES: Final = ("dates", "documents", "gazetteer", "linking", "mentions")
_MODULES: Final = ("model.py", "words.py")
# They keep what they have found in ways that only Python's own classes have.
_LEFT: Final = ("__init__.py", "answers.py", "spellings.py")
_FASTEST: Final = "3"
_BESIDE: Final = ("data", "layers", "examples")  # what the package looks for beside itself


def compile_into(output: Path, level: str = _FASTEST) -> list[Path]:
    """Copy the package into a folder, which is emptied, and return the modules compiled there.

    `level` is the C compiler's level of optimisation, "0" to "3".

    Raises
    ------
    SystemExit
        If mypyc or the C compiler refuses, after it has said why.
    """
    shutil.rmtree(output, ignore_errors=True)
    package = output / "groundtext"
    shutil.copytree(ROOT / "groundtext", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in _BESIDE:
        (output / name).symlink_to(ROOT / name)
    sources = list(_to_compile(package))
    for source in sources:
        source.write_text(_thawed(with_field_types(source.read_text("utf-8"))), "utf-8")
    here = Path.cwd()
    os.chdir(output)
    try:
        _build([str(source.relative_to(output)) for source in sources], level)
    finally:
        os.chdir(here)
    return sorted(package.rglob("*.so"))


def _to_compile(package: Path) -> Iterator[Path]:
    yield from (package / name for name in _MODULES)
    for name in _PACKAGES:
        modules = sorted((package / name).rglob("*.py"))
        yield from (module for module in modules if module.name not in _LEFT)


def _build(sources: Sequence[str], level: str) -> None:
    options = ["--config-file", str(ROOT / "pyproject.toml"), *sources]
    extensions = mypycify(options, opt_level=level, debug_level="0", multi_file=True)
    for extension in extensions if level == _FASTEST else ():
        extension.extra_compile_args.append("-flto=auto")
        extension.extra_link_args.append("-flto=auto")
    distribution = Distribution({"name": "groundtext", "ext_modules": extensions})
    distribution.script_name = "compile"
    command = distribution.get_command_obj("build_ext")
    command.inplace = True
    command.parallel = os.cpu_count()
    command.ensure_finalized()
    command.run()


def _thawed(source: str) -> str:
    """Return a module's source with values that can be made faster: mypy has seen them frozen.

    What is frozen sets each field through a call, and hashes by its fields all the same.
    """
    return source.replace("@dataclass(frozen=True", "@dataclass(unsafe_hash=True")


def with_field_types(source: str) -> str:
    """Return a module's source with the types of its classes' fields imported when it runs.

    A compiled class asks for them; Python itself takes them for words.
    """
    tree = ast.parse(source)
    guarded = next((each for each in tree.body if isinstance(each, ast.If)), None)
    if guarded is None or not _is_guard(guarded):
        return source
    used = {
        name.id
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef)
        for field in each.body
        if isinstance(field, ast.AnnAssign)
        for name in ast.walk(field.annotation)
        if isinstance(name, ast.Name)
    }
    imports = [
        f"from {each.module} import {alias.name}"
        for each in guarded.body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
        if alias.name in used
    ]
    lines = source.splitlines(keepends=True)
    before, after = lines[: guarded.lineno - 1], lines[guarded.lineno - 1 :]
    return "".join((*before, *(f"{each}\n" for each in imports), *after))


def _is_guard(statement: ast.If) -> bool:
    return isinstance(statement.test, ast.Name) and statement.test.id == "TYPE_CHECKING"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile into the folder that is asked for, and say how much was compiled."""
    parser = argparse.ArgumentParser(description="Compile the reading of texts to machine code.")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--level", choices=("0", "1", "2", "3"), default=_FASTEST)
    asked = parser.parse_args(arguments)
    output: Path = asked.output.resolve()
    modules = compile_into(output, asked.level)
    print(f"{len(modules)} compiled modules in {output}")
    return 0 if modules else 1


if __name__ == "__main__":
    sys.exit(main())
