"""Boxes as coarse masks."""

from __future__ import annotations

import numpy as np

from .document import Box
from .read_picture import Bytes


def draw_boxes(boxes: tuple[Box, ...], size: int) -> Bytes:
    """Targets of shape (size, size): every box filled, the smaller ones over the larger. A box covers every pixel that
    it touches, so that none is lost to the reduction."""
    targets = np.zeros((size, size), dtype=np.uint8)
    for box in sorted(boxes, key=_area, reverse=True):
        left, top, right, bottom = (min(max(corner, 0.0), 1.0) * size for corner in box.corners)
        rows = slice(int(top), max(int(np.ceil(bottom)), int(top) + 1))
        columns = slice(int(left), max(int(np.ceil(right)), int(left) + 1))
        targets[rows, columns] = box.target
    return targets


def _area(box: Box) -> float:
    left, top, right, bottom = box.corners
    return (right - left) * (bottom - top)
