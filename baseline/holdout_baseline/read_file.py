"""Reading the files that the input names, and nothing else."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path, PurePosixPath

from .failure import Failure


def read_file(root: Path, path: str, digest: str, max_bytes: int) -> bytes:
    """The bytes of a file below `root` whose SHA-256 is `digest`.

    Raises `Failure` "bad-input" for a path that leaves `root`, also by a link, and "unreadable-file" for a file that
    is missing, no regular file, longer than `max_bytes` or not the one that was audited.
    """
    target = confine(root, path)
    try:
        # Without O_NONBLOCK, opening a pipe would wait for ever.
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Failure("unreadable-file", f"{path} is no regular file")
            if status.st_size > max_bytes:
                raise Failure("unreadable-file", f"{path} has {status.st_size} bytes; at most {max_bytes} are read")
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise Failure("unreadable-file", f"{path} cannot be read: {error.strerror}") from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise Failure("unreadable-file", f"{path} is not the file that was audited: its SHA-256 differs")
    return content


def confine(root: Path, path: str) -> Path:
    """The file's own place, links followed. Raises `Failure` "bad-input" where that is outside of `root`."""
    parts = PurePosixPath(path).parts
    if path == "" or "\0" in path or "\\" in path or path.startswith("/") or ".." in parts:
        raise Failure("bad-input", f"{path!r} is no path below the dataset's directory")
    inside = root.resolve()
    target = inside.joinpath(*parts).resolve()
    if not target.is_relative_to(inside):
        raise Failure("bad-input", f"{path!r} leads out of the dataset's directory")
    return target
