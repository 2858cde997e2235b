"""Units dealt into folds, of which each training leaves one out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

MOST_FOLDS = 4
LEAST_KEPT = 0.5
"""Share of the training images that is left without a fold. A convention: two folds, the fewest of a cross-validation,
leave half. A model of fewer images is worse for that reason too."""


@dataclass(frozen=True)
class Unit:
    name: str
    scored_images: int
    training_images: int


def deal_folds(units: Sequence[Unit], training_images: int, seed: int) -> list[list[Unit]]:
    """Folds about equal in scored images: the fewest that each leave `LEAST_KEPT` of the `training_images`, and at most
    `MOST_FOLDS`, also where these leave less. The seed decides between units of one size."""
    order = torch.randperm(len(units), generator=torch.Generator().manual_seed(seed)).tolist()
    largest_first = sorted((units[place] for place in order), key=lambda unit: -unit.scored_images)
    most = min(MOST_FOLDS, len(units))
    folds: list[list[Unit]] = []
    for count in range(1, most + 1):
        folds = _deal(largest_first, count)
        left_out = max(sum(unit.training_images for unit in fold) for fold in folds)
        if training_images - left_out >= LEAST_KEPT * training_images:
            break
    return folds


def _deal(units: Sequence[Unit], count: int) -> list[list[Unit]]:
    """Each unit in turn to the fold that has the fewest scored images."""
    folds: list[list[Unit]] = [[] for _ in range(count)]
    for unit in units:
        min(folds, key=lambda fold: sum(other.scored_images for other in fold)).append(unit)
    return folds
