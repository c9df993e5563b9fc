from __future__ import annotations

from importlib import resources

import pytest

from groundtext.errors import UsageError
from groundtext.portrayal.bundle import bundle, bundle_module

MODULES = {
    "main": 'import { twice } from "./sums.js";\nimport * as sums from "./sums.js";\n'
    "export function run() {\n  return twice(sums.one);\n}\n",
    "sums": "export const one = 1;\nexport function twice(n) {\n  return 2 * n;\n}\n",
    "a-map": 'import * as L from "./leaflet.js";\nexport class Chart extends L.Map {}\n',
    "late": 'export default 5;\nimport("./sums.js");\n',
}


def test_what_is_imported_comes_first_and_once() -> None:
    script = bundle("main", MODULES.__getitem__)
    assert script.count("function twice") == 1
    assert script.index("const groundtext_sums") < script.index("const groundtext_main")


def test_imports_become_bindings_and_exports_properties() -> None:
    script = bundle("main", MODULES.__getitem__)
    assert "const { twice } = groundtext_sums;" in script
    assert "const sums = groundtext_sums;" in script
    assert "return { one, twice };" in script


def test_leaflet_is_the_global_of_the_page() -> None:
    script = bundle("a-map", MODULES.__getitem__)
    assert "const L = window.L;" in script
    assert "const groundtext_a_map" in script


def test_as_a_module_it_imports_leaflet_and_exports_what_its_entry_does() -> None:
    script = bundle_module("a-map", MODULES.__getitem__)
    assert script.splitlines()[0] == 'import * as groundtext_leaflet from "./leaflet.js";'
    assert "const L = groundtext_leaflet;" in script
    assert script.splitlines()[-1] == "export const { Chart } = groundtext_a_map;"


def test_a_form_that_is_not_understood_is_refused() -> None:
    with pytest.raises(UsageError, match=r"late\.js: 'export default 5;' cannot be bundled"):
        bundle("late", MODULES.__getitem__)


def test_the_dossier_s_own_modules_hold_no_import_when_bundled() -> None:
    folders = [resources.files(f"groundtext.{name}") / "assets" for name in ("export", "ui")]

    def read(module: str) -> str:
        files = (folder / f"{module}.js" for folder in folders)
        return next(file for file in files if file.is_file()).read_text(encoding="utf-8")

    script = bundle("dossier", read)
    assert "import " not in {line[:7] for line in script.splitlines()}
    assert "</script" not in script
