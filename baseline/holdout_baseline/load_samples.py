"""The samples as tensors in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .document import Document, Sample
from .draw_boxes import draw_boxes
from .failure import Failure
from .read_file import read_file
from .read_picture import read_image, read_mask


@dataclass(frozen=True)
class Loaded:
    """Samples of several splits, in the order of the input."""

    samples: tuple[Sample, ...]
    images: Tensor
    """Grey levels as uint8, of shape (samples, channels, size, size)."""
    targets: Tensor
    """Segmentation: uint8 (samples, size, size). Classification: int64 (samples). Multi-label: 0 or 1, float32
    (samples, classes)."""

    def select(self, places: Sequence[int]) -> Loaded:
        index = torch.tensor(list(places), dtype=torch.int64)
        return Loaded(tuple(self.samples[place] for place in places), self.images[index], self.targets[index])

    def where(self, accept: Callable[[Sample], bool]) -> Loaded:
        return self.select([place for place, sample in enumerate(self.samples) if accept(sample)])

    def __len__(self) -> int:
        return len(self.samples)


def load_samples(document: Document, root: Path) -> Loaded:
    """Reads every file once. Raises `Failure`."""
    samples = choose_samples(document)
    size = document.settings.image_size
    images = np.zeros((len(samples), document.channels, size, size), dtype=np.uint8)
    targets = []
    for place, sample in enumerate(samples):
        content = read_file(root, sample.image, sample.image_hash, document.limits.file_bytes)
        images[place] = read_image(content, sample.image, channels=document.channels, size=size, limits=document.limits)
        targets.append(_read_target(sample, document, root))
    stacked = torch.stack(targets) if targets else torch.zeros(0)
    return Loaded(samples, torch.from_numpy(images), stacked)


def choose_samples(document: Document) -> tuple[Sample, ...]:
    """At most `max_images` of each split, so that memory is bounded: of every subject in turn, its images in the
    order of a hash of their path."""
    chosen: set[str] = set()
    for split in sorted({sample.split for sample in document.samples}):
        rounds: dict[str, int] = {}
        ranked: list[tuple[int, str, str]] = []
        for sample in sorted((s for s in document.samples if s.split == split), key=_hash_path):
            owner = sample.subject if sample.subject is not None else sample.image
            turn = rounds.get(owner, 0)
            rounds[owner] = turn + 1
            ranked.append((turn, _hash_path(sample), sample.image))
        ranked.sort()
        chosen.update(image for _, _, image in ranked[: document.settings.max_images])
    return tuple(sample for sample in document.samples if sample.image in chosen)


def _hash_path(sample: Sample) -> str:
    return hashlib.sha256(sample.image.encode()).hexdigest()


def _read_target(sample: Sample, document: Document, root: Path) -> Tensor:
    if document.task == "classification":
        return torch.tensor(sample.classes[0], dtype=torch.int64)
    if document.task == "multi-label":
        shown = torch.zeros(len(document.classes))
        shown[list(sample.classes)] = 1
        return shown
    size = document.settings.image_size
    if sample.boxes is not None:
        return torch.from_numpy(draw_boxes(sample.boxes, size))
    if sample.label is None or sample.label_hash is None or document.palette is None:
        raise Failure("bad-input", f"{sample.image} has neither a mask nor boxes")
    content = read_file(root, sample.label, sample.label_hash, document.limits.file_bytes)
    mask = read_mask(content, sample.label, palette=document.palette, size=size, limits=document.limits)
    return torch.from_numpy(mask.copy())
