"""Standard augmentation of a batch: flip, turn, scale, shift; gain, offset and noise."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

MAX_TURN = math.radians(10)
MAX_SCALE = 0.1
MAX_SHIFT = 0.05
MAX_GAIN = 0.2
MAX_OFFSET = 0.2
NOISE = 0.05
"""Of a standard deviation of the training images, as gain and offset are."""


def augment(images: Tensor, targets: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Images are normalised, (batch, channels, size, size). Targets that are masks, (batch, size, size), move with
    them; what comes in from outside is background."""
    count = len(images)

    def draw(most: float) -> Tensor:
        return (torch.rand(count, generator=generator) * 2 - 1) * most

    flips = torch.where(torch.rand(count, generator=generator) < 0.5, -1.0, 1.0)
    turn, scale = draw(MAX_TURN), 1 + draw(MAX_SCALE)
    cosine, sine = scale * turn.cos(), scale * turn.sin()
    rows = [torch.stack([cosine * flips, -sine, draw(MAX_SHIFT)], -1)]
    rows.append(torch.stack([sine * flips, cosine, draw(MAX_SHIFT)], -1))
    gain, offset = 1 + draw(MAX_GAIN), draw(MAX_OFFSET)
    noise = torch.randn(images.shape, generator=generator) * NOISE

    def spread(values: Tensor) -> Tensor:
        return values.to(images.device).view(-1, 1, 1, 1)

    grid = functional.affine_grid(torch.stack(rows, 1), list(images.shape), align_corners=False).to(images.device)
    moved = functional.grid_sample(images, grid, mode="bilinear", padding_mode="border", align_corners=False)
    moved = moved * spread(gain) + spread(offset) + noise.to(images.device)
    if targets.dim() != 3:
        return moved, targets
    masks = functional.grid_sample(targets.unsqueeze(1).float(), grid, mode="nearest", align_corners=False)
    return moved, masks.squeeze(1).to(targets.dtype)
