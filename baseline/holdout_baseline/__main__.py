"""`python -m holdout_baseline --input FILE --data DIRECTORY --output DIRECTORY [--device auto|cpu|cuda]`"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def main() -> int:
    """Returns 0 for a run that finished, 1 for one whose `result.json` says why it did not."""
    parser = argparse.ArgumentParser("holdout_baseline", description="Trains the baseline of holdout.")
    parser.add_argument("--input", type=Path, required=True, help="what `holdout baseline export` wrote")
    parser.add_argument(
        "--data", type=Path, required=True, help="the dataset's directory, to which its paths are relative"
    )
    parser.add_argument("--output", type=Path, required=True, help="where result.json and curves.jsonl are written")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    arguments = parser.parse_args()

    # Before PyTorch is loaded: threads that wait by spinning take the processor from others on a shared machine, and
    # slow the training down tenfold where both are short of it.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from .run import run_baseline

    def say(line: str) -> None:
        print(line, flush=True)

    finished = run_baseline(arguments.input, arguments.data, arguments.output, device=arguments.device, say=say)
    return 0 if finished else 1


if __name__ == "__main__":
    sys.exit(main())
