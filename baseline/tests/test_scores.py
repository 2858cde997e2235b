from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from holdout_baseline.document import Sample
from holdout_baseline.scores import (
    describe,
    describe_classes,
    describe_groups,
    dice_by_class,
    mean_over_subjects,
    score_images,
)


def sample(image: str, subject: str | None = None) -> Sample:
    return Sample(image, "", None, None, (), None, "test", None, None, subject, None)


def test_dice_by_class_is_twice_the_overlap_over_the_sum() -> None:
    counts = torch.tensor([[[3, 5, 7], [0, 0, 0]], [[0, 4, 0], [2, 2, 2]]])
    dice = dice_by_class(counts)
    assert dice[0, 0] == 0.5
    assert math.isnan(dice[0, 1])
    assert dice[1].tolist() == [0, 1]


def test_images_are_scored_by_the_classes_that_are_shown() -> None:
    dice = np.array([[0.5, np.nan], [0.0, 1.0], [np.nan, np.nan]])
    assert score_images(dice).tolist() == [0.5, 0.5, 1.0]


def test_every_subject_counts_once_and_an_unknown_one_by_image() -> None:
    samples = [sample("1", "p"), sample("2", "p"), sample("3", "p"), sample("4", "q"), sample("5"), sample("6")]
    values = np.array([1.0, 1.0, 0.4, 0.2, 0.0, np.nan])
    # p 0.8, q 0.2, image 5 0.0; image 6 does not count.
    assert mean_over_subjects(values, samples) == pytest.approx(1 / 3)
    row = describe("all", values, samples, 1)
    assert (row.images, row.subjects, row.name) == (5, 3, "all")
    assert row.score == pytest.approx(1 / 3)


def test_a_subject_called_like_an_image_is_no_image() -> None:
    assert describe("x", np.array([0.0, 1.0]), [sample("1"), sample("2", "1")], 1).subjects == 2


def test_nothing_that_counts_has_no_score() -> None:
    row = describe("none", np.array([np.nan]), [sample("1", "p")], 1)
    assert (row.score, row.images, row.subjects, row.interval) == (None, 0, 0, None)


def test_rows_by_class_and_by_name() -> None:
    samples = [sample("1", "p"), sample("2", "q")]
    rows = describe_classes(np.array([[0.2, np.nan], [0.4, 1.0]]), ["a", "b"], samples, 1)
    assert [(row.name, row.score, row.images) for row in rows] == [("a", pytest.approx(0.3), 2), ("b", 1.0, 1)]
    groups = describe_groups(np.array([0.2, 0.6]), samples, ["z", None], 1)
    assert [(row.name, row.score) for row in groups] == [("z", 0.2)]


def test_the_order_of_the_images_changes_nothing() -> None:
    generator = np.random.default_rng(2)
    values = generator.random(40)
    samples = [sample(str(place), f"s{place % 8}") for place in range(40)]
    order = generator.permutation(40)
    shuffled = describe("x", values[order], [samples[place] for place in order], 3)
    straight = describe("x", values, samples, 3)
    assert shuffled.interval is not None and straight.interval is not None
    assert shuffled.interval.low == pytest.approx(straight.interval.low, abs=1e-12)
    assert shuffled.score == pytest.approx(straight.score)
