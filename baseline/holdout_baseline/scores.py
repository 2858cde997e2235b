"""Scores from counts: Dice by image and class, then means over images and subjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from torch import Tensor

from .document import Sample
from .interval import Interval, find_interval

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Row:
    """A line of a table of scores: the mean over subjects of the mean over their images."""

    name: str
    score: float | None
    """None where no image counts."""
    images: int
    subjects: int
    interval: Interval | None


def dice_by_class(counts: Tensor) -> Values:
    """Dice of shape (images, classes) from `Task.count`; NaN where neither prediction nor label shows the class. For a
    class an image it is 1 for a hit and 0 for a miss."""
    overlap, shown, wanted = (counts[..., part].double().numpy() for part in range(3))
    total = shown + wanted
    dice: Values = np.divide(2 * overlap, total, out=np.full(total.shape, np.nan), where=total > 0)
    return dice


def score_images(dice: Values) -> Values:
    """The mean over the classes that prediction or label show; 1 where neither shows any."""
    counted = ~np.isnan(dice)
    number = counted.sum(axis=1)
    total = np.where(counted, dice, 0).sum(axis=1)
    return np.where(number > 0, total / np.maximum(number, 1), 1.0)


def mean_over_subjects(values: Values, samples: Sequence[Sample]) -> float | None:
    """Mean over subjects of the mean over their images; None without any. NaN does not count."""
    means = list(_average_subjects(values, samples).values())
    return float(np.mean(means)) if means else None


def find_difference_interval(differences: Values, samples: Sequence[Sample], seed: int) -> Interval:
    """95 % interval of `mean_over_subjects` of paired differences in [-1, 1], one an image, over units: subjects of one
    unit are not independent. A unit counts with the sum of what its subjects add to the mean, linearised (Taylor
    linearisation of a ratio mean, Cochran 1977, § 6.3); with one subject a unit, these are the differences of the
    subjects themselves. Needs an image at least."""
    subjects = _average_subjects(differences, samples)
    unit_of = {name_subject(sample): sample.unit for sample in samples}
    units: dict[str | None, list[float]] = {}
    for name, difference in subjects.items():
        units.setdefault(unit_of[name], []).append(difference)
    mean = float(np.mean(list(subjects.values())))
    size = len(subjects) / len(units)
    return find_interval([mean + sum(d - mean for d in unit) / size for unit in units.values()], seed, lowest=-1.0)


def describe(name: str, values: Values, samples: Sequence[Sample], seed: int) -> Row:
    means = _average_subjects(values, samples)
    images = int((~np.isnan(values)).sum())
    if not means:
        return Row(name, None, images, 0, None)
    scores = list(means.values())
    return Row(name, float(np.mean(scores)), images, len(scores), find_interval(scores, seed))


def describe_classes(dice: Values, classes: Iterable[str], samples: Sequence[Sample], seed: int) -> list[Row]:
    return [describe(name, dice[:, place], samples, seed) for place, name in enumerate(classes)]


def describe_groups(values: Values, samples: Sequence[Sample], names: Sequence[str | None], seed: int) -> list[Row]:
    """A row for each name, sorted; samples whose name is None are in none."""
    rows = []
    for name in sorted({name for name in names if name is not None}):
        places = [place for place, other in enumerate(names) if other == name]
        rows.append(describe(name, values[places], [samples[place] for place in places], seed))
    return rows


def _average_subjects(values: Values, samples: Sequence[Sample]) -> dict[str, float]:
    """By subject, sorted, so that resampling does not depend on the order of the images. An image whose subject is
    unknown is a subject of its own."""
    groups: dict[str, list[float]] = {}
    for value, sample in zip(values, samples, strict=True):
        if not np.isnan(value):
            groups.setdefault(name_subject(sample), []).append(float(value))
    return {name: float(np.mean(groups[name])) for name in sorted(groups)}


def name_subject(sample: Sample) -> str:
    return f"image {sample.image}" if sample.subject is None else f"subject {sample.subject}"
