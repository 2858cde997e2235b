"""A run from the input to the result, whatever happens on the way."""

from __future__ import annotations

import platform
import signal
import traceback
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import Any

import torch

from . import VERSION
from .device import DeviceChoice, choose_device, make_repeatable
from .document import Document, read_document
from .failure import Failure
from .leak import has_leak, run_leak
from .load_samples import Loaded, load_samples
from .result import ResultFile
from .stages import (
    HELD_OUT,
    ModelBuilder,
    Run,
    run_learning,
    run_overfit,
    run_score,
    run_shuffled,
    split_data,
)
from .tasks import create_task
from .train import Machine

PACKAGES = ("torch", "monai", "numpy", "pillow")


def run_baseline(
    document_path: Path,
    root: Path,
    output: Path,
    *,
    device: DeviceChoice = "auto",
    say: Callable[[str], None] = print,
    build_model: ModelBuilder | None = None,
) -> bool:
    """Runs all stages and writes `result.json` and `curves.jsonl` into `output`; `build_model` puts another network in
    the place of the task's own. Returns whether the run finished."""
    result = ResultFile(output)
    content = result.content
    content["trainer"] = {"name": "holdout-baseline", "version": VERSION}
    result.write()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _interrupt)
    try:
        _run_stages(document_path, root, result, device=device, say=say, build_model=build_model)
        content["status"] = "finished"
    except Failure as failure:
        content["status"] = "interrupted" if failure.code == "interrupted" else "failed"
        content["reason"] = {"code": failure.code, "message": str(failure)}
    except Exception as error:
        traceback.print_exc()
        content["status"] = "failed"
        content["reason"] = {"code": "error", "message": f"the trainer itself failed: {error!r}"[:1000]}
    result.write()
    if "reason" in content:
        say(f"{content['status']}: {content['reason']['message']}")
    return bool(content["status"] == "finished")


def _run_stages(
    document_path: Path,
    root: Path,
    result: ResultFile,
    *,
    device: DeviceChoice,
    say: Callable[[str], None],
    build_model: ModelBuilder | None,
) -> None:
    content = result.content
    document = read_document(document_path)
    settings = document.settings
    content["input"] = {"digest": document.digest}
    if document.revision is not None:
        content["input"]["revision"] = document.revision
    content["task"] = document.task
    make_repeatable(settings.seed, settings.threads)
    chosen = choose_device(device)
    machine = Machine(chosen, settings.batch_size, notes=content["notes"])
    content["environment"] = {
        "device": chosen.torch_device.type,
        "deviceName": chosen.name,
        "precision": chosen.precision,
        "threads": settings.threads,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }
    say(f"{document.task} on {chosen.name} ({chosen.precision}), {len(document.samples)} samples")
    data = load_samples(document, root)
    if len(data) < len(document.samples):
        content["notes"].append(
            f"{len(data)} of {len(document.samples)} samples are used: at most {settings.max_images} of each split"
        )
    content["samples"] = {name: _count(data, name) for name in ("train", *HELD_OUT)}
    splits = split_data(data)
    task = create_task(document)
    build = task.build_model if build_model is None else build_model
    content["model"] = {"name": task.network, "parameters": sum(p.numel() for p in build().parameters())}
    content["settings"] = _describe_settings(document)
    run = Run(document, data, task, build, machine, result, say)
    judging = "val" if len(splits["val"]) > 0 else "test"
    held_out = splits[judging]

    def keep(stage: str, outcome: dict[str, Any]) -> None:
        content["stages"][stage] = outcome
        content["settings"]["batchSize"] = machine.batch_size
        content["resources"] = _describe_resources(machine)
        result.write()

    keep("overfit", run_overfit(run, splits["train"]))
    keep("shuffled", run_shuffled(run, splits["train"], held_out))
    learned, fitted = run_learning(run, splits["train"], held_out, judging)
    keep("learning", learned)
    keep("score", run_score(run, fitted, splits))
    if has_leak(document):
        keep("leak", run_leak(run, fitted, splits))


def _count(data: Loaded, split: str) -> dict[str, int]:
    samples = [sample for sample in data.samples if sample.split == split]
    return {"images": len(samples), "subjects": len({s.subject for s in samples if s.subject is not None})}


def _describe_settings(document: Document) -> dict[str, Any]:
    settings = document.settings
    return {
        "seed": settings.seed,
        "imageSize": settings.image_size,
        "batchSize": settings.batch_size,
        "steps": settings.steps,
        "overfitSteps": settings.overfit_steps,
        "shuffledSteps": settings.shuffled_steps,
        "leakSeeds": settings.leak_seeds,
        "learningRate": settings.learning_rate,
        "features": settings.features,
    }


def _describe_resources(machine: Machine) -> dict[str, Any]:
    seconds = machine.training_seconds
    resources: dict[str, Any] = {
        "trainingSeconds": seconds,
        "imagesPerSecond": machine.trained_images / seconds if seconds > 0 else 0.0,
    }
    if machine.device.is_gpu:
        resources["peakMemoryBytes"] = torch.cuda.max_memory_allocated()
    return resources


def _interrupt(number: int, _frame: FrameType | None) -> None:
    raise Failure("interrupted", f"the run was stopped by {signal.Signals(number).name}")
