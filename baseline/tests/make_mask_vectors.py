"""Writes mask-vectors.json: masks of 32 x 32 pixels with the place that holdout and the trainer read at each pixel.

Expected places are found pixel by pixel in whole numbers, by the rule alone: a colour is the nearest declared one in
RGB, the first of equals; an index is itself. Run it from this folder: python make_mask_vectors.py
"""

from __future__ import annotations

import base64
import json
import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SIZE = 32
GREY, RGB, INDEXED, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6

Pixel = tuple[int, ...]


@dataclass(frozen=True)
class Case:
    name: str
    kind: str
    values: list[int]
    png: bytes
    places: list[int]


def encode_png(color_type: int, depth: int, pixels: list[Pixel], palette: list[Pixel] | None = None) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = bytearray()
    for row in range(SIZE):
        samples = [sample for pixel in pixels[row * SIZE : (row + 1) * SIZE] for sample in pixel]
        bits = "".join(format(sample, f"0{depth}b") for sample in samples)
        rows += b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, depth, color_type, 0, 0, 0))
    if palette is not None:
        content += chunk(b"PLTE", bytes(level for color in palette for level in color))
    return content + chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")


def find_nearest(color: Pixel, colors: list[int]) -> int:
    best, least = 0, 1 << 30
    for place, declared in enumerate(colors):
        levels = (declared >> 16, (declared >> 8) & 255, declared & 255)
        distance = sum((a - b) ** 2 for a, b in zip(color, levels, strict=True))
        if distance < least:
            best, least = place, distance
    return best


def find_index(index: int, indices: list[int]) -> int:
    return indices.index(index) if index in indices else -1


def draw(generator: random.Random, make: Callable[[], Pixel]) -> list[Pixel]:
    return [make() for _ in range(SIZE * SIZE)]


def make_cases() -> list[Case]:
    generator = random.Random(8)
    organs = [0x000000, 0x640064, 0xFFFFFF, 0x00FF00, 0xFFFF00, 0x0000FF, 0xFF0000, 0xFF00FF, 0x00FFFF]
    # Greys of one distance from two declared colours, in an order that is not that of their values.
    ties = [0x808080, 0x000000, 0xFFFFFF, 0x404040]
    indices = [0, 3, 1, 255]

    def color() -> Pixel:
        return tuple(generator.randrange(256) for _ in range(3))

    def near(colors: list[int]) -> Pixel:
        value = generator.choice(colors)
        levels = (value >> 16, (value >> 8) & 255, value & 255)
        return tuple(min(255, max(0, level + generator.randint(-40, 40))) for level in levels)

    cases: list[Case] = []

    def add_colors(name: str, colors: list[int], png: bytes, seen: list[Pixel]) -> None:
        cases.append(Case(name, "color", colors, png, [find_nearest(pixel, colors) for pixel in seen]))

    def add_indices(name: str, png: bytes, seen: list[int]) -> None:
        cases.append(Case(name, "index", indices, png, [find_index(index, indices) for index in seen]))

    pixels = draw(generator, color)
    add_colors("any colours", organs, encode_png(RGB, 8, pixels), pixels)
    pixels = draw(generator, lambda: near(organs))
    add_colors("colours near the palette", organs, encode_png(RGB, 8, pixels), pixels)
    pixels = draw(generator, lambda: (generator.choice([0x20, 0x40, 0x60, 0x80, 0xC0, 0xBF]),) * 3)
    add_colors("colours between two of the palette", ties, encode_png(RGB, 8, pixels), pixels)
    add_colors("the same as greys", ties, encode_png(GREY, 8, [pixel[:1] for pixel in pixels]), pixels)
    pixels = draw(generator, color)
    alpha = [(*pixel, generator.choice([0, 128, 255])) for pixel in pixels]
    add_colors("colours with an alpha channel", organs, encode_png(RGBA, 8, alpha), pixels)
    table = [color() for _ in range(16)]
    entries = [generator.randrange(16) for _ in range(SIZE * SIZE)]
    png = encode_png(INDEXED, 4, [(entry,) for entry in entries], table)
    add_colors("an indexed file read by colours", organs, png, [table[entry] for entry in entries])
    wide = draw(generator, lambda: tuple(generator.randrange(65536) for _ in range(3)))
    add_colors(
        "colours of sixteen bits", organs, encode_png(RGB, 16, wide), [tuple(v >> 8 for v in pixel) for pixel in wide]
    )

    for depth in (1, 2, 4, 8, 16):
        values = [generator.choice([0, 1, 2, 3, 7, 255, 256, 771]) % (1 << depth) for _ in range(SIZE * SIZE)]
        add_indices(f"indices as greys of {depth} bits", encode_png(GREY, depth, [(v,) for v in values]), values)
    for depth in (1, 2, 4, 8):
        values = [generator.choice([0, 1, 2, 3]) % (1 << depth) for _ in range(SIZE * SIZE)]
        table = [color() for _ in range(1 << min(depth, 3))]
        add_indices(
            f"an indexed file of {depth} bits", encode_png(INDEXED, depth, [(v,) for v in values], table), values
        )
    values = [generator.choice([0, 1, 2, 3, 255]) for _ in range(SIZE * SIZE)]
    add_indices("indices as equal channels", encode_png(RGB, 8, [(v, v, v) for v in values]), values)
    add_indices("indices with an alpha channel", encode_png(GREY_ALPHA, 8, [(v, 7) for v in values]), values)
    colors = [(v, v, v) for v in values]
    colors[5] = (1, 2, 3)
    add_indices("one colour among indices", encode_png(RGB, 8, colors), [-1] * len(values))
    return cases


if __name__ == "__main__":
    written = [
        {
            "name": case.name,
            "kind": case.kind,
            "values": case.values,
            "png": base64.b64encode(case.png).decode(),
            "places": case.places,
        }
        for case in make_cases()
    ]
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in written)
    Path("mask-vectors.json").write_text(f"[\n{lines}\n]\n")
