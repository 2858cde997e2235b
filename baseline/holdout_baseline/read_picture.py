"""Decoding images and masks as holdout does: stored values, no rotation, no colour management."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from .document import Limits, Palette
from .failure import Failure

IGNORED = 255
"""Target of pixels that count nowhere."""

Bytes = npt.NDArray[np.uint8]
Keys = npt.NDArray[np.int64]

_COLOR_KEY_OFFSET = 1 << 24
"""Above all 16-bit values: a colour in a mask of indices is none of them."""

_COMPARED_AT_ONCE = 1 << 16

_WIDE_MODES = ("I;16", "I;16L", "I;16B", "I;16N", "I")


def open_picture(content: bytes, path: str, limits: Limits) -> Image.Image:
    """Decodes the first page. Raises `Failure` "unreadable-file"."""
    try:
        # Pillow warns of large pictures at a limit of its own; the one that counts is the dataset's.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content))
            if picture.width * picture.height > limits.pixels:
                size = f"{picture.width} × {picture.height} pixels"
                raise Failure("unreadable-file", f"{path} has {size}; at most {limits.pixels} are decoded")
            picture.load()
        return picture
    except Failure:
        raise
    except Exception as error:
        # Decoders raise whatever they like on broken files.
        raise Failure("unreadable-file", f"{path} cannot be decoded: {str(error)[:200]}") from error


def read_image(content: bytes, path: str, *, channels: int, size: int, limits: Limits) -> Bytes:
    """Grey levels 0–255 of shape (channels, size, size); the picture is stretched to the square, bilinearly."""
    picture = open_picture(content, path, limits)
    if picture.mode in _WIDE_MODES:
        # As holdout reduces 16 bits.
        picture = Image.fromarray((np.asarray(picture).clip(0, 65535) / 257).round().astype(np.uint8))
    picture = picture.convert("L" if channels == 1 else "RGB")
    pixels = np.asarray(picture.resize((size, size), Image.Resampling.BILINEAR), dtype=np.uint8)
    return pixels[np.newaxis] if channels == 1 else np.ascontiguousarray(pixels.transpose(2, 0, 1))


def read_mask(content: bytes, path: str, *, palette: Palette, size: int, limits: Limits) -> Bytes:
    """Targets of shape (size, size): every pixel is decoded, then the nearest one is taken, so that no class is
    mixed from two others."""
    targets = decode_mask(content, path, palette=palette, limits=limits)
    square = Image.fromarray(targets).resize((size, size), Image.Resampling.NEAREST)
    return np.asarray(square, dtype=np.uint8)


def decode_mask(content: bytes, path: str, *, palette: Palette, limits: Limits) -> Bytes:
    """Target of every pixel; pixels of no declared index are `IGNORED`."""
    places = decode_places(content, path, palette=palette, limits=limits)
    table = np.array([IGNORED if target is None else target for target in palette.targets] + [IGNORED])
    return table[places].astype(np.uint8)


def decode_places(content: bytes, path: str, *, palette: Palette, limits: Limits) -> Keys:
    """Place in the palette of every pixel: of the nearest colour, the first of equals; of exactly this index, -1
    where there is none. tests/mask-vectors.json holds what holdout makes of the same files."""
    picture = open_picture(content, path, limits)
    is_color = palette.kind == "color"
    keys = _color_keys(picture) if is_color else _index_keys(picture, _read_png_header(content), path)
    read_as = _nearest_colors if is_color else _equal_indices
    distinct, inverse = np.unique(keys, return_inverse=True)
    return read_as(distinct, np.array(palette.values, dtype=np.int64))[inverse].reshape(keys.shape)


def _color_keys(picture: Image.Image) -> Keys:
    if picture.mode in _WIDE_MODES:
        # Colours are declared in eight bits a channel: of sixteen, the higher byte counts.
        grey = np.asarray(picture).astype(np.int64) >> 8
        return grey * 0x010101
    return _pack(np.asarray(picture.convert("RGB")))


def _index_keys(picture: Image.Image, png: PngHeader | None, path: str) -> Keys:
    if png is not None and png.depth == 16 and png.color_type != _PNG_GREY:
        raise Failure("unreadable-file", f"{path} has indices of 16 bits beside other channels, which Pillow cuts to 8")
    if picture.mode == "1" or picture.mode in _WIDE_MODES or (picture.mode == "P" and png is not None):
        return np.asarray(picture).astype(np.int64)
    if picture.mode in ("L", "LA"):
        grey = np.asarray(picture.getchannel(0)).astype(np.int64)
        # Decoders scale greys of two and four bits to 0–255.
        return np.rint(grey * ((1 << png.depth) - 1) / 255).astype(np.int64) if png and png.depth < 8 else grey
    colors = np.asarray(picture.convert("RGB"))
    # One colour among them makes all pixels of the file colours, as holdout reads it.
    if (colors == colors[..., :1]).all():
        return colors[..., 0].astype(np.int64)
    return _pack(colors) + _COLOR_KEY_OFFSET


@dataclass(frozen=True)
class PngHeader:
    depth: int
    """Bits a channel."""
    color_type: int


_PNG_GREY = 0


def _read_png_header(content: bytes) -> PngHeader | None:
    """What the first chunk of a PNG file says; None for other files."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 26:
        return None
    return PngHeader(depth=content[24], color_type=content[25])


def _pack(colors: npt.NDArray[np.uint8]) -> Keys:
    red, green, blue = (colors[..., channel].astype(np.int64) for channel in range(3))
    return (red << 16) | (green << 8) | blue


def _nearest_colors(keys: Keys, colors: Keys) -> Keys:
    def split(packed: Keys) -> Keys:
        return np.stack([(packed >> 16) & 255, (packed >> 8) & 255, packed & 255], axis=-1)

    declared = split(colors)
    nearest = np.empty(len(keys), dtype=np.int64)
    # In parts: a picture of noise has millions of colours.
    for start in range(0, len(keys), _COMPARED_AT_ONCE):
        part = slice(start, start + _COMPARED_AT_ONCE)
        distances = ((split(keys[part])[:, np.newaxis] - declared[np.newaxis]) ** 2).sum(axis=-1)
        nearest[part] = distances.argmin(axis=1)
    return nearest


def _equal_indices(keys: Keys, indices: Keys) -> Keys:
    matches = keys[:, np.newaxis] == indices[np.newaxis]
    return np.where(matches.any(axis=1), matches.argmax(axis=1), -1)
