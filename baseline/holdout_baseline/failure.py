"""Why a run stops before its end."""

from __future__ import annotations

from typing import Literal

FailureCode = Literal[
    "bad-input",
    "no-gpu",
    "out-of-memory",
    "nan-loss",
    "unreadable-file",
    "too-few-samples",
    "interrupted",
    "error",
]


class Failure(Exception):
    """Stops the run; `result.json` gets the code and the sentence."""

    def __init__(self, code: FailureCode, message: str) -> None:
        super().__init__(message)
        self.code: FailureCode = code
