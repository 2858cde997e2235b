from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from holdout_baseline.document import Box, parse_document
from holdout_baseline.draw_boxes import draw_boxes
from holdout_baseline.load_samples import choose_samples, load_samples
from tests.tiny_dataset import draw_classification, draw_segmentation


def test_images_and_masks_are_in_the_order_of_the_input(tmp_path: Path) -> None:
    document = parse_document(draw_segmentation(tmp_path))
    data = load_samples(document, tmp_path)
    assert [sample.image for sample in data.samples] == [sample.image for sample in document.samples]
    assert data.images.shape == (24, 1, 32, 32)
    assert data.targets.shape == (24, 32, 32)
    # Squares are bright and discs dark, so the masks lie on their images.
    square, disc = (data.images.squeeze(1)[data.targets == place].float().mean() for place in (1, 2))
    assert square > 180 and disc < 80


def test_labels_of_images_are_one_or_several(tmp_path: Path) -> None:
    single = load_samples(parse_document(draw_classification(tmp_path)), tmp_path)
    assert single.targets[:4].tolist() == [0, 1, 0, 1]
    several = load_samples(parse_document(draw_classification(tmp_path, "multi-label")), tmp_path)
    assert several.targets[:3].tolist() == [[0, 1], [1, 0], [1, 1]]


def test_too_many_images_are_taken_from_every_subject_in_turn(tmp_path: Path) -> None:
    document = parse_document(draw_segmentation(tmp_path, maxImages=5))
    chosen = choose_samples(document)
    subjects = [sample.subject for sample in chosen if sample.split == "train"]
    assert sorted(map(str, subjects)) in (
        ["a", "a", "b", "b", "c"],
        ["a", "a", "b", "c", "c"],
        ["a", "b", "b", "c", "c"],
    )
    assert len([sample for sample in chosen if sample.split == "val"]) == 4
    reverse = choose_samples(replace(document, samples=document.samples[::-1]))
    assert {sample.image for sample in reverse} == {sample.image for sample in chosen}


def test_boxes_are_filled_the_smaller_over_the_larger() -> None:
    small, large = Box(1, (0.5, 0.5, 0.75, 0.75)), Box(2, (0.0, 0.25, 1.0, 1.0))
    expected = [[0, 0, 0, 0], [2, 2, 2, 2], [2, 2, 1, 2], [2, 2, 2, 2]]
    assert draw_boxes((small, large), 4).tolist() == expected
    assert draw_boxes((large, small), 4).tolist() == expected


def test_no_box_is_lost_to_the_reduction() -> None:
    assert draw_boxes((Box(1, (0.501, 0.501, 0.502, 0.502)),), 4).sum() == 1
    assert draw_boxes((Box(1, (-0.5, -0.5, 1.5, 1.5)),), 4).sum() == 16
    assert draw_boxes((Box(1, (1.0, 1.0, 1.0, 1.0)),), 4).sum() == 0
