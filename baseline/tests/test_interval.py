from __future__ import annotations

import numpy as np
import pytest

from holdout_baseline.interval import find_interval


@pytest.mark.parametrize(("count", "least"), [(2, 0.93), (3, 0.93), (4, 0.93), (12, 0.87), (40, 0.92)])
def test_intervals_cover_the_true_mean(count: int, least: float) -> None:
    """Of 1,000 samples of normal scores, about 95 % hold the mean; the percentile bootstrap of few falls short."""
    generator = np.random.default_rng(3)
    covered = 0
    for seed in range(1000):
        interval = find_interval(list(generator.normal(0.5, 0.02, count)), seed)
        covered += interval.low <= 0.5 <= interval.high
    assert least <= covered / 1000 <= 0.975


def test_one_subject_says_nothing() -> None:
    interval = find_interval([0.8], 1)
    assert (interval.low, interval.high, interval.method) == (0, 1, "none")


def test_differences_may_be_negative() -> None:
    assert find_interval([0.8], 1, lowest=-1.0).low == -1
    assert find_interval([-0.4, 0.6], 1, lowest=-1.0).low == -1
    differences = [-0.1, -0.4, 0.2, -0.3, -0.2]
    assert find_interval(differences, 1, lowest=-1.0).low == pytest.approx(-0.32, abs=0.03)
    assert find_interval(differences, 1).low == 0


def test_two_subjects_say_little() -> None:
    # Mean 0.5, standard deviation 0.1 · √2, t = 12.706 of one degree of freedom: beyond all scores.
    interval = find_interval([0.4, 0.6], 1)
    assert (interval.low, interval.high, interval.method) == (0, 1, "student")
    assert find_interval([0.50, 0.51], 1).low == pytest.approx(0.505 - 12.706204736 * 0.005)


def test_the_seed_decides() -> None:
    scores = [0.1, 0.4, 0.5, 0.7, 0.9, 0.3]
    assert find_interval(scores, 4) == find_interval(scores, 4)
    assert find_interval(scores, 4) != find_interval(scores, 5)
