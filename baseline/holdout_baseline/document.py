"""The input: what `holdout baseline export` writes (schemas/baseline-input.schema.json)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .failure import Failure

SCHEMA_VERSION = 1
MAX_BYTES = 1 << 30

TaskKind = Literal["segmentation", "classification", "multi-label"]


@dataclass(frozen=True)
class Palette:
    """How the values of masks are read; entries are in the order in which equal distances are decided."""

    kind: Literal["color", "index"]
    values: tuple[int, ...]
    """Colours as 0xrrggbb, or indices."""
    targets: tuple[int | None, ...]
    """Per value: 0 for background, 1 and up for the classes in their order, None for pixels that do not count."""


@dataclass(frozen=True)
class Box:
    target: int
    """1 and up: the class."""
    corners: tuple[float, float, float, float]
    """xmin, ymin, xmax, ymax as shares of the image's width and height."""


@dataclass(frozen=True)
class Sample:
    image: str
    image_hash: str
    label: str | None
    label_hash: str | None
    classes: tuple[int, ...]
    """Places in the document's classes."""
    boxes: tuple[Box, ...] | None
    split: str
    clean_split: str | None
    unit: str | None
    subject: str | None
    domain: str | None


@dataclass(frozen=True)
class Settings:
    seed: int
    image_size: int
    batch_size: int
    steps: int
    overfit_steps: int
    shuffled_steps: int
    leak_seeds: int
    """Seeds, from `seed` on, that the price of a leak on the same images is averaged over."""
    learning_rate: float
    features: int
    threads: int
    max_images: int


@dataclass(frozen=True)
class Limits:
    pixels: int
    file_bytes: int


@dataclass(frozen=True)
class Document:
    digest: str
    revision: str | None
    task: TaskKind
    channels: int
    classes: tuple[str, ...]
    weights: tuple[float, ...]
    """Background first for segmentation, then the classes."""
    palette: Palette | None
    target_domain: str | None
    limits: Limits
    settings: Settings
    samples: tuple[Sample, ...]


def read_document(path: Path) -> Document:
    """Reads the input. Raises `Failure` "bad-input" for anything else than what the schema describes."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Failure("bad-input", f"the input is longer than {MAX_BYTES} bytes")
        return parse_document(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise Failure("bad-input", f"the input cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise Failure("bad-input", f"the input is not what holdout exports: {error!r}") from error


def parse_document(raw: dict[str, Any]) -> Document:
    """Raises KeyError, TypeError or ValueError for what is not of the schema."""
    if raw["schemaVersion"] != SCHEMA_VERSION:
        raise ValueError(f"schemaVersion {raw['schemaVersion']}; this trainer reads {SCHEMA_VERSION}")
    task = raw["task"]
    if task not in ("segmentation", "classification", "multi-label"):
        raise ValueError(f"task {task!r}")
    classes = tuple(str(entry["name"]) for entry in raw["classes"])
    weights = tuple(float(entry.get("weight", 0)) for entry in raw["classes"])
    if task == "segmentation":
        weights = (float(raw.get("backgroundWeight", 1)), *weights)
    settings = raw["settings"]
    return Document(
        digest=str(raw["digest"]),
        revision=raw.get("revision"),
        task=task,
        channels=int(raw["channels"]),
        classes=classes,
        weights=weights,
        palette=_parse_palette(raw["palette"]) if "palette" in raw else None,
        target_domain=raw["dataset"].get("targetDomain"),
        limits=Limits(int(raw["limits"]["pixels"]), int(raw["limits"]["fileBytes"])),
        settings=Settings(
            seed=int(settings["seed"]),
            image_size=int(settings["imageSize"]),
            batch_size=int(settings["batchSize"]),
            steps=int(settings["steps"]),
            overfit_steps=int(settings["overfitSteps"]),
            shuffled_steps=int(settings["shuffledSteps"]),
            leak_seeds=int(settings["leakSeeds"]),
            learning_rate=float(settings["learningRate"]),
            features=int(settings["features"]),
            threads=int(settings["threads"]),
            max_images=int(settings["maxImages"]),
        ),
        samples=tuple(_parse_sample(sample) for sample in raw["samples"]),
    )


def _parse_palette(raw: dict[str, Any]) -> Palette:
    kind = raw["kind"]
    if kind not in ("color", "index"):
        raise ValueError(f"palette of kind {kind!r}")
    values = tuple(int(v[1:], 16) if kind == "color" else int(v) for v in (e["value"] for e in raw["values"]))
    targets = tuple(None if e["target"] is None else int(e["target"]) for e in raw["values"])
    return Palette(kind, values, targets)


def _parse_sample(raw: dict[str, Any]) -> Sample:
    return Sample(
        image=str(raw["image"]),
        image_hash=str(raw["imageHash"]),
        label=raw.get("label"),
        label_hash=raw.get("labelHash"),
        classes=tuple(int(place) for place in raw.get("classes", ())),
        boxes=tuple(_parse_box(box) for box in raw["boxes"]) if "boxes" in raw else None,
        split=str(raw["split"]),
        clean_split=raw.get("cleanSplit"),
        unit=raw.get("unit"),
        subject=raw.get("subject"),
        domain=raw.get("domain"),
    )


def _parse_box(raw: dict[str, Any]) -> Box:
    left, top, right, bottom = (float(corner) for corner in raw["corners"])
    return Box(int(raw["class"]) + 1, (left, top, right, bottom))
