"""The output: `result.json` (schemas/baseline-result.schema.json) and `curves.jsonl`, written as the run goes."""

from __future__ import annotations

import json
import math
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCHEMA_VERSION = 1
POINTS_OF_CURVE = 100
"""Points of a curve in `result.json`, each the mean of a stretch; `curves.jsonl` has all."""
DIGITS = 6


@dataclass
class Curve:
    stage: str
    steps: list[int] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)


class ResultFile:
    """`result.json` is replaced whole after each stage, so that whoever reads it finds the last complete state."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "result.json"
        self._curves = (folder / "curves.jsonl").open("w", encoding="utf-8")
        self._started = time.monotonic()
        self.content: dict[str, Any] = {
            "schemaVersion": SCHEMA_VERSION,
            "status": "running",
            "stages": {},
            "notes": [],
        }
        self._drawn: list[Curve] = []

    def start_curve(self, stage: str) -> Curve:
        curve = Curve(stage)
        self._drawn.append(curve)
        return curve

    def add_point(self, curve: Curve, step: int, loss: float) -> None:
        curve.steps.append(step)
        curve.losses.append(loss)
        self._curves.write(json.dumps({"stage": curve.stage, "step": step, "loss": loss}) + "\n")
        self._curves.flush()

    def write(self) -> None:
        self.content["curves"] = [
            {"stage": curve.stage, **thin_curve(curve.steps, curve.losses)} for curve in self._drawn if curve.steps
        ]
        resources = self.content.setdefault("resources", {})
        resources["seconds"] = time.monotonic() - self._started
        resources["processorSeconds"] = time.process_time()
        text = json.dumps(round_numbers(self.content), indent=2, sort_keys=True, allow_nan=False, ensure_ascii=False)
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        beside.write_text(text + "\n", encoding="utf-8")
        os.replace(beside, self._path)


def thin_curve(steps: list[int], losses: list[float]) -> dict[str, list[int] | list[float]]:
    """At most `POINTS_OF_CURVE` points: the last step and the mean loss of stretches of one length."""
    length = math.ceil(len(steps) / POINTS_OF_CURVE)
    starts = range(0, len(steps), max(length, 1))
    return {
        "steps": [steps[min(start + length, len(steps)) - 1] for start in starts],
        "losses": [sum(part) / len(part) for part in (losses[start : start + length] for start in starts)],
    }


def round_numbers(value: Any) -> Any:
    """Six significant digits; what no JSON holds becomes null."""
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}") if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: round_numbers(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [round_numbers(entry) for entry in value]
    return value
