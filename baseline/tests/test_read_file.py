from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from holdout_baseline.failure import Failure
from holdout_baseline.read_file import read_file

CONTENT = b"pixels"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "secret").write_bytes(CONTENT)
    data = tmp_path / "data"
    (data / "sub").mkdir(parents=True)
    (data / "sub" / "a.png").write_bytes(CONTENT)
    (data / "inside").symlink_to("sub/a.png")
    (data / "outside").symlink_to("../secret")
    (data / "folder").symlink_to("..")
    os.mkfifo(data / "pipe")
    return data


@pytest.mark.parametrize("path", ["sub/a.png", "inside", "sub/./a.png"])
def test_files_below_the_root_are_read(root: Path, path: str) -> None:
    assert read_file(root, path, DIGEST, 100) == CONTENT


@pytest.mark.parametrize(
    "path", ["../secret", "sub/../../secret", "/etc/passwd", "outside", "folder/secret", "", "sub\\a.png", "a\0b"]
)
def test_paths_that_leave_the_root_are_refused(root: Path, path: str) -> None:
    with pytest.raises(Failure) as caught:
        read_file(root, path, DIGEST, 100)
    assert caught.value.code == "bad-input"


@pytest.mark.parametrize("path", ["missing.png", "sub", "pipe"])
def test_what_is_no_file_is_unreadable(root: Path, path: str) -> None:
    with pytest.raises(Failure) as caught:
        read_file(root, path, DIGEST, 100)
    assert caught.value.code == "unreadable-file"


def test_another_file_than_the_audited_one_is_refused(root: Path) -> None:
    with pytest.raises(Failure, match=r"sub/a\.png is not the file that was audited"):
        read_file(root, "sub/a.png", hashlib.sha256(b"other").hexdigest(), 100)


def test_long_files_are_not_read(root: Path) -> None:
    with pytest.raises(Failure, match="at most 5 are read"):
        read_file(root, "sub/a.png", DIGEST, 5)
