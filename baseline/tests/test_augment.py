from __future__ import annotations

import torch

from holdout_baseline.augment import augment


def test_masks_move_with_their_images() -> None:
    generator = torch.Generator().manual_seed(1)
    targets = torch.zeros(64, 48, 48, dtype=torch.uint8)
    targets[:, 8:20, 14:30] = 1
    images = targets.unsqueeze(1).float() * 20
    moved, masks = augment(images, targets, generator)
    bright = moved.squeeze(1) > 10
    assert masks.dtype == torch.uint8
    # They differ where bilinear and nearest fall on two sides of an edge.
    assert (bright != (masks == 1)).float().mean() < 0.01
    assert masks.flatten(1).sum(1).float().std() > 0
    # Some are flipped: the rectangle is then on the other side.
    sides = (masks.float() * torch.linspace(-1, 1, 48)).flatten(1).sum(1)
    assert (sides > 0).any() and (sides < 0).any()


def test_classes_stay() -> None:
    generator = torch.Generator().manual_seed(1)
    labels = torch.tensor([3, 1])
    moved, same = augment(torch.zeros(2, 3, 16, 16), labels, generator)
    assert moved.shape == (2, 3, 16, 16)
    assert same is labels


def test_the_seed_decides() -> None:
    images, targets = torch.rand(2, 1, 16, 16), torch.zeros(2, 16, 16, dtype=torch.uint8)
    first, _ = augment(images, targets, torch.Generator().manual_seed(7))
    second, _ = augment(images, targets, torch.Generator().manual_seed(7))
    other, _ = augment(images, targets, torch.Generator().manual_seed(8))
    assert torch.equal(first, second) and not torch.equal(first, other)
