from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
import torch

from holdout_baseline.document import Sample
from holdout_baseline.scores import (
    describe,
    describe_classes,
    describe_groups,
    dice_by_class,
    find_difference_interval,
    mean_over_subjects,
    score_images,
)

STUDENT_OF_TWO = 4.302652730
"""97.5th percentile of Student's t, two degrees of freedom."""


def sample(image: str, subject: str | None = None, unit: str | None = None) -> Sample:
    return Sample(image, "", None, None, (), None, "test", None, unit, subject, None)


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


def test_the_interval_of_a_difference_is_that_of_the_subjects_where_each_is_a_unit() -> None:
    samples = [sample("1", "p", "u"), sample("2", "p", "u"), sample("3", "q", "v"), sample("4", "r", "w")]
    interval = find_difference_interval(np.array([0.1, 0.3, 0.1, -0.1]), samples, 1)
    subjects = [0.2, 0.1, -0.1]
    mean, half = statistics.mean(subjects), STUDENT_OF_TWO * statistics.stdev(subjects) / math.sqrt(3)
    assert (interval.low, interval.high) == pytest.approx((mean - half, mean + half))
    assert interval.method == "student"


def test_subjects_of_one_unit_are_not_independent() -> None:
    """Against the cluster-robust variance of a mean: squares of the units' sums of residuals, u / (u - 1) over n²."""
    units = {"u": [0.30, 0.28, 0.32], "v": [0.05], "w": [0.10, 0.14]}
    samples = [sample(f"{unit}{n}", f"{unit}{n}", unit) for unit, part in units.items() for n in range(len(part))]
    differences = np.array([value for part in units.values() for value in part])
    mean = differences.mean()
    squares = sum(sum(value - mean for value in part) ** 2 for part in units.values())
    half = STUDENT_OF_TWO * math.sqrt(squares * 3 / 2) / 6
    interval = find_difference_interval(differences, samples, 1)
    assert (interval.low, interval.high) == pytest.approx((mean - half, mean + half))
    alone = [sample(str(n), str(n), str(n)) for n in range(6)]
    narrow = find_difference_interval(differences, alone, 1)
    assert narrow.high - narrow.low < interval.high - interval.low


def test_a_single_unit_says_nothing_of_a_difference() -> None:
    interval = find_difference_interval(np.array([0.4, 0.2]), [sample("1", "p", "u"), sample("2", "q", "u")], 1)
    assert (interval.low, interval.high, interval.method) == (-1, 1, "none")
