from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from holdout_baseline.document import Limits, Palette
from holdout_baseline.failure import Failure
from holdout_baseline.read_picture import IGNORED, decode_mask, decode_places, read_image, read_mask

LIMITS = Limits(pixels=1_000_000, file_bytes=1_000_000)
VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "mask-vectors.json").read_text())


def encode(pixels: Any, file_format: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.asarray(pixels)).save(file, file_format)
    return file.getvalue()


NOISE = encode(np.random.default_rng(1).integers(0, 256, (40, 40), np.uint8))


@pytest.mark.parametrize("case", VECTORS, ids=[case["name"] for case in VECTORS])
def test_masks_are_decoded_as_holdout_decodes_them(case: dict[str, Any]) -> None:
    palette = Palette(case["kind"], tuple(case["values"]), tuple(range(len(case["values"]))))
    places = decode_places(base64.b64decode(case["png"]), "m.png", palette=palette, limits=LIMITS)
    assert places.shape == (32, 32)
    assert places.ravel().tolist() == case["places"]


def test_targets_are_classes_and_ignored_pixels() -> None:
    palette = Palette("index", (0, 9, 4, 200), (0, 1, 2, None))
    mask = decode_mask(encode(np.uint8([[0, 9, 4], [200, 7, 0]])), "m.png", palette=palette, limits=LIMITS)
    assert mask.tolist() == [[0, 1, 2], [IGNORED, IGNORED, 0]]


def test_reducing_a_mask_mixes_no_classes() -> None:
    palette = Palette("index", (0, 1, 2, 3), (0, 1, 2, 3))
    stripes = np.tile(np.uint8([1, 3]), (64, 32))
    reduced = read_mask(encode(stripes), "m.png", palette=palette, size=16, limits=LIMITS)
    assert set(np.unique(reduced)) <= {1, 3}


def test_sixteen_bits_are_reduced_by_257() -> None:
    grey = np.uint16([[0, 257], [32896, 65535]])
    image = read_image(encode(grey), "i.png", channels=1, size=2, limits=LIMITS)
    assert image.tolist() == [[[0, 1], [128, 255]]]


def test_colours_stay_where_three_channels_are_wanted() -> None:
    image = read_image(encode(np.uint8([[[10, 20, 30]]])), "i.png", channels=3, size=1, limits=LIMITS)
    assert image.ravel().tolist() == [10, 20, 30]


@pytest.mark.parametrize("content", [b"", b"not an image", NOISE[: len(NOISE) // 2]])
def test_broken_files_are_unreadable(content: bytes) -> None:
    with pytest.raises(Failure) as caught:
        read_image(content, "a/b.png", channels=1, size=8, limits=LIMITS)
    assert caught.value.code == "unreadable-file"
    assert "a/b.png" in str(caught.value)


def test_pictures_above_the_limit_are_not_decoded() -> None:
    with pytest.raises(Failure, match="at most 99 are decoded"):
        read_image(encode(np.zeros((10, 10), np.uint8)), "i.png", channels=1, size=8, limits=Limits(99, 10**6))
