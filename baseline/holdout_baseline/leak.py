"""The price of a leak: what the score owes to images that belong to training images."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

import numpy as np

from .document import Document
from .folds import Unit, deal_folds
from .load_samples import Loaded
from .scores import Values, find_difference_interval, mean_over_subjects
from .stages import FEWEST_TRAINING_IMAGES, Fitted, Run


def has_leak(document: Document) -> bool:
    return any(sample.unit is not None for sample in document.samples)


def run_leak(run: Run, fitted: Fitted, splits: dict[str, Loaded]) -> dict[str, Any]:
    """What is the leak worth: on the leaking images, the score less that of models that have not seen what they belong
    to; and the score on the split as it is, less that on one that keeps together what belongs together."""
    split = "test" if len(splits["test"]) > 0 else "val"
    price: dict[str, Any] = {"split": split, "declaredScore": fitted.score(splits[split])}
    paired = _compare_pairs(run, fitted, splits["train"], splits[split])
    if paired is not None:
        price["paired"] = paired

    clean_training = run.data.where(lambda sample: sample.clean_split == "train")
    clean_test = run.data.where(lambda sample: sample.clean_split == split)
    if len(clean_training) >= FEWEST_TRAINING_IMAGES and len(clean_test) > 0:
        clean = run.fit("clean split", clean_training, steps=run.document.settings.steps)
        price["cleanScore"] = clean.score(clean_test)
        price["inflation"] = _subtract(price["declaredScore"], price["cleanScore"])
    return price


def _compare_pairs(run: Run, fitted: Fitted, training: Loaded, scored: Loaded) -> dict[str, Any] | None:
    """Cross-fitting by unit: the leaking units are dealt into folds, and each leaking image is scored by a model
    trained without its fold. None where no image leaks or too little is left to train on, which the result notes."""
    seed = run.document.settings.seed
    counts = _count_units(training)
    leaking = scored.where(lambda sample: sample.unit in counts)
    if len(leaking) == 0:
        return None
    units = [Unit(name, images, counts[name]) for name, images in sorted(_count_units(leaking).items())]
    folds = [{unit.name for unit in fold} for fold in deal_folds(units, len(training), seed)]
    fewest = min(sum(sample.unit not in fold for sample in training.samples) for fold in folds)
    if fewest < FEWEST_TRAINING_IMAGES:
        run.machine.notes.append(
            f"no price is told on the {len(leaking)} leaking images: without what they belong to, {fewest} training "
            f"images are left; {FEWEST_TRAINING_IMAGES} are the fewest"
        )
        return None
    seen, unseen = _score_pairs(run, fitted, training, leaking, folds)
    return {
        "images": len(leaking),
        "units": len(units),
        "folds": len(folds),
        "trainingImages": len(training),
        "unseenTrainingImages": fewest,
        "seenScore": mean_over_subjects(seen, leaking.samples),
        "unseenScore": mean_over_subjects(unseen, leaking.samples),
        "inflation": mean_over_subjects(seen - unseen, leaking.samples),
        "interval": asdict(find_difference_interval(seen - unseen, leaking.samples, seed)),
    }


def _score_pairs(
    run: Run, fitted: Fitted, training: Loaded, leaking: Loaded, folds: list[set[str]]
) -> tuple[Values, Values]:
    """By image, the scores of models trained with its unit and without its fold, each a mean over `leak_seeds`. The
    first of the former is `fitted`."""
    settings = run.document.settings

    def fit(stage: str, data: Loaded, seed: int) -> Fitted:
        of_seed = "" if settings.leak_seeds == 1 else f", seed {seed}"
        return run.fit(stage + of_seed, data, steps=settings.steps, seed=seed)

    seen, unseen = np.zeros(len(leaking)), np.zeros(len(leaking))
    for seed in range(settings.seed, settings.seed + settings.leak_seeds):
        model = fitted if seed == settings.seed else fit("learning", training, seed)
        seen += model.score_each(leaking)
        for number, fold in enumerate(folds, start=1):
            of_fold = "" if len(folds) == 1 else f", fold {number} of {len(folds)}"
            rest = training.where(lambda sample, fold=fold: sample.unit not in fold)  # type: ignore[misc]
            places = [place for place, sample in enumerate(leaking.samples) if sample.unit in fold]
            unseen[places] += fit(f"leak removed{of_fold}", rest, seed).score_each(leaking.select(places))
    return seen / settings.leak_seeds, unseen / settings.leak_seeds


def _count_units(data: Loaded) -> Counter[str]:
    return Counter(sample.unit for sample in data.samples if sample.unit is not None)


def _subtract(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a - b
