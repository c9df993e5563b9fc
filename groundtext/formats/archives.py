"""Zip archives → the files in them, within limits; their names are shown and never written to."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from groundtext.formats.extracts import Extract, Member, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMBERS: Final = 5_000
_MOST_BYTES: Final = 64 * 1024 * 1024  # of one member
_MOST_IN_ALL: Final = 256 * 1024 * 1024
_MOST_RATIO: Final = 200  # unpacked to packed; text seldom exceeds 20
_RATIO_FLOOR: Final = 1024 * 1024  # bytes below which the ratio says nothing
_LEFT_BEHIND: Final = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


class DamagedArchive(ValueError):  # noqa: N818 -- it ends in a refusal and never reaches a user
    """A zip that cannot be unpacked: the message says why, and what to do."""


def read_archive(file: str, source: bytes) -> Iterator[Extract]:
    """Yield the members of a zip, and a refusal for each that cannot be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            yield from _members(file, archive)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        yield Refused(file, f"is a damaged zip archive ({error}); make it again.")


def _members(file: str, archive: zipfile.ZipFile) -> Iterator[Extract]:
    entries = [entry for entry in archive.infolist() if not _is_left_behind(entry)]
    if not entries:
        yield Refused(file, "is a zip archive without files; put documents or layers into it.")
    if len(entries) > MOST_MEMBERS:
        yield Refused(
            file, f"holds {len(entries):,} files; the first {MOST_MEMBERS:,} are read. Divide it."
        )
        entries = entries[:MOST_MEMBERS]
    in_all = 0
    for entry in entries:
        name = shown_name(entry.filename)
        try:
            contents = unpack(archive, entry)
        except DamagedArchive as fault:
            yield Refused(f"{file}/{name}", str(fault))
            continue
        in_all += len(contents)
        if in_all > _MOST_IN_ALL:
            yield Refused(
                file, f"unpacks to more than {_MOST_IN_ALL // 1024**2} MiB; the rest is not read."
            )
            return
        yield Member(name, contents)


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a member.

    Raises
    ------
    DamagedArchive
        If it is a link, encrypted, damaged, or larger than is sensible.
    """
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise DamagedArchive("is a link to another place; put the file itself into the archive.")
    if entry.flag_bits & 1:
        raise DamagedArchive("is encrypted; unpack it, and give it without a password.")
    if entry.file_size > _MOST_BYTES:
        raise DamagedArchive(f"unpacks to more than {_MOST_BYTES // 1024**2} MiB; divide it.")
    packed = max(entry.compress_size, 1)
    if entry.file_size > _RATIO_FLOOR and entry.file_size / packed > _MOST_RATIO:
        raise DamagedArchive(
            f"unpacks to {entry.file_size // packed:,} times its size, which no document does; "
            "it is not read."
        )
    try:
        with archive.open(entry) as member:
            contents = member.read(_MOST_BYTES + 1)
    except (
        *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError),
        ValueError,
    ) as error:
        raise DamagedArchive(f"is damaged in the archive ({error}); make that again.") from error
    if len(contents) > _MOST_BYTES:
        raise DamagedArchive(f"unpacks to more than {_MOST_BYTES // 1024**2} MiB; divide it.")
    return contents


def shown_name(name: str) -> str:
    """Return a member's name as it is shown: below its archive, and nowhere else."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "nameless"


def _is_left_behind(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.lower()
    is_folder = name.endswith("/")  # `is_dir` fails on a member without a name
    return is_folder or name.startswith(_LEFT_BEHIND) or name.rpartition("/")[2] in _LEFT_BEHIND
