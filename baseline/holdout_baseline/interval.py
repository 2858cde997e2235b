"""Intervals of a mean over subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

RESAMPLES = 2000
FEWEST_FOR_BOOTSTRAP = 5
"""With fewer units the percentile bootstrap is far too narrow (n^n resamples, all within the values seen); Student's
interval says what so few can say."""

_STUDENT = {1: 12.706204736, 2: 4.302652730, 3: 3.182446305}
"""97.5th percentile of Student's t by degrees of freedom (Student 1908, doi:10.1093/biomet/6.1.1)."""


@dataclass(frozen=True)
class Interval:
    low: float
    high: float
    method: Literal["bootstrap", "student", "none"]


def find_interval(values: Sequence[float], seed: int, *, lowest: float = 0.0) -> Interval:
    """95 % interval of the mean of values in [lowest, 1], one a subject: percentile bootstrap over subjects (Efron
    1979, doi:10.1214/aos/1176344552), Student's t for two to four; a single subject says nothing: all that there is."""
    count = len(values)
    if count < 2:
        return Interval(lowest, 1.0, "none")
    scores = np.asarray(values, dtype=np.float64)
    if count < FEWEST_FOR_BOOTSTRAP:
        half = _STUDENT[count - 1] * float(scores.std(ddof=1)) / count**0.5
        mean = float(scores.mean())
        return Interval(max(lowest, mean - half), min(1.0, mean + half), "student")
    generator = np.random.default_rng(seed)
    means = scores[generator.integers(0, count, size=(RESAMPLES, count))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Interval(max(lowest, float(low)), min(1.0, float(high)), "bootstrap")
