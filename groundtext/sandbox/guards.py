"""What keeps a worker from the machine: limits, namespaces, Landlock, and a hook in Python itself.

Each guard is used where the system has it. Together they are meant for code that was taken over
by a file; the hook alone already stops what a library may be talked into.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundtext.sandbox.limits import Limits

_CLONE_NEWUSER: Final = 0x10000000
_CLONE_NEWNET: Final = 0x40000000
_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38
_LANDLOCK: Final = (444, 445, 446)  # create_ruleset, add_rule, restrict_self: the same everywhere
_READ_ACCESS: Final = 0b1100  # read a file, read a directory
_ALL_ACCESS: Final = (1 << 13) - 1  # of the first version of Landlock
_PATH_BENEATH: Final = 1
# What Python reports before it does them (PEP 578), and a reader of files has no need of.
_FORBIDDEN: Final = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"),
    *("socket.gethostbyname", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"),
    *("os.spawn", "os.fork", "os.forkpty", "pty.spawn", "shutil.move", "urllib.Request"),
    *("os.symlink", "os.link", "os.chmod", "os.chown", "os.kill", "ftplib.connect"),
)
_GDAL: Final = {
    "CPL_CURL_ENABLED": "NO",
    "GDAL_HTTP_PROXY": "127.0.0.1:9",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "PROJ_NETWORK": "OFF",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}


def environment(folder: str, package: Path) -> dict[str, str]:
    """Return the environment of a worker: nothing of the user's, no proxy, one folder."""
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL") if name in os.environ}
    own = {"HOME": folder, "TMPDIR": folder, "PYTHONPATH": str(package), "PYTHONHASHSEED": "0"}
    return {**kept, **own, **_GDAL, "PYTHONDONTWRITEBYTECODE": "1"}


def limit(limits: Limits) -> None:
    """Set the limits of this process, which it cannot raise again."""
    for what, most in (
        (resource.RLIMIT_DATA, limits.memory),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))


def guard(folder: str, package: Path) -> tuple[str, ...]:
    """Shut this process in, as far as the system can, and return the guards that hold."""
    held = []
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if _without_network(libc):
            held.append("no network (namespace)")
        if _landlocked(libc, _readable(package), folder):
            held.append("no other files (Landlock)")
    sys.addaudithook(_hook([*_readable(package), folder]))
    return (*held, "no network, files or programs (audit hook)")


def _without_network(libc: ctypes.CDLL) -> bool:
    flags = (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET)  # as root; as anybody else
    return any(libc.unshare(each) == 0 for each in flags)


def _readable(package: Path) -> list[str]:
    """Return the folders that hold Python, its libraries, our own code and data of the system."""
    paths = {*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix, *sys.path, str(package)}
    system = ("/usr/lib", "/lib", "/lib64", "/usr/share", "/usr/local/lib", "/etc/ld.so.cache")
    devices = ("/dev/null", "/dev/urandom", "/etc/localtime", "/etc/mime.types")
    return sorted({os.path.realpath(path) for path in (*paths, *system, *devices) if path})


class _RulesetAttr(ctypes.Structure):
    _fields_ = (("handled_access_fs", ctypes.c_uint64),)


class _PathBeneathAttr(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def _landlocked(libc: ctypes.CDLL, readable: Sequence[str], folder: str) -> bool:
    create, add, restrict = _LANDLOCK
    attr = _RulesetAttr(_ALL_ACCESS)
    ruleset = libc.syscall(create, ctypes.byref(attr), ctypes.sizeof(attr), 0)
    if ruleset < 0:
        return False  # the kernel has none, or it is switched off
    try:
        for path, access in (*((path, _READ_ACCESS) for path in readable), (folder, _ALL_ACCESS)):
            _allow(libc, add, ruleset, path, access)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(libc.syscall(restrict, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, add: int, ruleset: int, path: str, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # it is not there, so nobody needs it
    try:
        if not Path(path).is_dir():
            access &= 0b0111  # a file has no directory to read
        attr = _PathBeneathAttr(access, descriptor)
        libc.syscall(add, ruleset, _PATH_BENEATH, ctypes.byref(attr), 0)
    finally:
        os.close(descriptor)


def _hook(allowed: Sequence[str]) -> Any:  # noqa: ANN401  what `addaudithook` takes
    prefixes = tuple(f"{path.rstrip('/')}/" for path in allowed)
    whole = frozenset(allowed)

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(f"{event} is not allowed while a foreign file is read")
        if event == "open" and isinstance(arguments[0], str | bytes):
            path = os.path.realpath(os.fsdecode(arguments[0]))
            if path not in whole and not path.startswith(prefixes):
                raise PermissionError("no other file may be opened while a foreign file is read")

    return refuse
