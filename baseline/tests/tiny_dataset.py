"""Small datasets of shapes, drawn from a seed: what the trainer is tried on."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

SIZE = 32
SPLITS = {"train": ("a", "b", "c"), "val": ("d",), "test": ("e", "f")}
"""Subjects by split."""

SETTINGS: dict[str, Any] = {
    "seed": 1,
    "imageSize": SIZE,
    "batchSize": 4,
    "steps": 60,
    "overfitSteps": 60,
    "shuffledSteps": 30,
    "leakSeeds": 1,
    "learningRate": 0.01,
    "features": 4,
    "threads": 2,
    "maxImages": 1000,
}


def draw_segmentation(root: Path, *, images_of_subject: int = 4, **settings: Any) -> dict[str, Any]:
    """A bright square (class 1) and a dark disc (class 2) on grey noise; a document with masks of indices."""
    generator = np.random.default_rng(5)
    samples = []
    for split, subjects in SPLITS.items():
        for subject in subjects:
            for number in range(images_of_subject):
                picture = generator.normal(128, 12, (SIZE, SIZE))
                mask = np.zeros((SIZE, SIZE), np.uint8)
                rows, columns = np.mgrid[:SIZE, :SIZE]
                top, left = generator.integers(1, SIZE - 12, 2)
                mask[top : top + 10, left : left + 10] = 1
                center = generator.integers(6, SIZE - 6, 2)
                mask[(rows - center[0]) ** 2 + (columns - center[1]) ** 2 <= 25] = 2
                picture[mask == 1] += 70
                picture[mask == 2] -= 70
                name = f"{subject}{number}"
                image = write(root / f"{name}.png", picture.clip(0, 255).astype(np.uint8))
                label = write(root / f"{name}_mask.png", mask)
                samples.append(
                    {
                        "image": f"{name}.png",
                        "imageHash": image,
                        "label": f"{name}_mask.png",
                        "labelHash": label,
                        "split": split,
                        "subject": subject,
                        "domain": "sim" if subject in "abd" or (subject == "e") else "real",
                    }
                )
    return {
        **head("segmentation", ["square", "disc"], samples, settings),
        "labels": "masks",
        "backgroundWeight": 0.5,
        "palette": {"kind": "index", "values": [{"value": value, "target": value} for value in range(3)]},
    }


def draw_classification(root: Path, task: str = "classification", **settings: Any) -> dict[str, Any]:
    """Class 0 is a bright square, class 1 a dark one; with several labels an image may show both or none."""
    generator = np.random.default_rng(6)
    samples = []
    for split, subjects in SPLITS.items():
        for subject in subjects:
            for number in range(6):
                shown = [number % 2] if task == "classification" else [p for p in (0, 1) if number % 3 != p]
                picture = generator.normal(128, 12, (SIZE, SIZE))
                for place in shown:
                    top, left = generator.integers(1, SIZE - 10, 2)
                    picture[top : top + 8, left : left + 8] += 80 if place == 0 else -80
                name = f"{subject}{number}.png"
                digest = write(root / name, picture.clip(0, 255).astype(np.uint8))
                sample = {"image": name, "imageHash": digest, "classes": shown, "split": split, "subject": subject}
                samples.append(sample)
    return {**head(task, ["bright", "dark"], samples, settings), "labels": "classes"}


def draw_marked(root: Path, **settings: Any) -> dict[str, Any]:
    """Six subjects with five images in train and three in test, each with stripes as wide as no other subject's; the
    class is the same for all images of a subject, and another for the next wider stripes."""
    generator = np.random.default_rng(7)
    samples = []
    for place, period in enumerate((2, 3, 4, 6, 9, 14)):
        for number in range(8):
            stripes = 60 * np.sin(2 * np.pi * (np.arange(SIZE) + generator.uniform(0, period)) / period)
            picture = generator.normal(128, 12, (SIZE, SIZE)) + stripes[:, None]
            name = f"{place}{number}.png"
            digest = write(root / name, picture.clip(0, 255).astype(np.uint8))
            owner = {"subject": f"{place}", "unit": f"{place}", "split": "train" if number < 5 else "test"}
            samples.append({"image": name, "imageHash": digest, "classes": [place % 2], **owner})
    return {**head("classification", ["even", "odd"], samples, settings), "labels": "classes"}


def head(task: str, classes: list[str], samples: list[dict[str, Any]], settings: dict[str, Any]) -> dict[str, Any]:
    return {
        "schemaVersion": 1,
        "tool": {"name": "holdout", "version": "0"},
        "digest": "0" * 64,
        "dataset": {"name": "tiny", "targetDomain": "real"},
        "task": task,
        "classes": [{"name": name, "weight": 1} for name in classes],
        "channels": 1,
        "limits": {"pixels": 1_000_000, "fileBytes": 1_000_000},
        "settings": {**SETTINGS, **settings},
        "samples": samples,
        "excluded": {},
    }


def write(path: Path, pixels: Any) -> str:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    path.write_bytes(file.getvalue())
    return hashlib.sha256(file.getvalue()).hexdigest()


def save(document: dict[str, Any], folder: Path) -> Path:
    path = folder / "input.json"
    path.write_text(json.dumps(document))
    return path
