"""The stages of a run, each of which asks one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn

from .document import Document, Sample
from .failure import Failure
from .load_samples import Loaded
from .result import ResultFile
from .scores import (
    Row,
    Values,
    describe,
    describe_classes,
    describe_groups,
    dice_by_class,
    mean_over_subjects,
    score_images,
)
from .tasks import Task
from .train import Machine, Normalization, measure_normalization, predict, train

FEWEST_TRAINING_IMAGES = 4
HELD_OUT = ("val", "test")
RATE_BY_HEART = 2
SHARE_OF_ENDS = 0.1
"""Of the steps, the first and the last, over which the loss at the beginning and at the end is averaged."""

ModelBuilder = Callable[[], nn.Module]


@dataclass(frozen=True)
class Run:
    """What all stages share."""

    document: Document
    data: Loaded
    task: Task
    build_model: ModelBuilder
    machine: Machine
    result: ResultFile
    say: Callable[[str], None]

    def fit(self, stage: str, data: Loaded, *, steps: int, by_heart: bool = False, seed: int | None = None) -> Fitted:
        """A fresh model trained on `data`. Every stage starts from the same weights and draws its own batches, by the
        seed of the settings where none is given. To learn `by_heart`, images come as they are, and the learning rate is
        higher and stays."""
        settings = self.document.settings
        seed = settings.seed if seed is None else seed
        torch.manual_seed(seed)
        model = self.build_model()
        normalization = measure_normalization(data.images)
        curve = self.result.start_curve(stage)

        def on_step(step: int, loss: float) -> None:
            self.result.add_point(curve, step, loss)
            if step == steps or step % max(1, steps // 10) == 0:
                self.say(f"{stage}: step {step} of {steps}, loss {loss:.4g}")

        train(
            model,
            self.task,
            data,
            normalization,
            self.machine,
            steps=steps,
            learning_rate=settings.learning_rate * (RATE_BY_HEART if by_heart else 1),
            seed=seed,
            augments=not by_heart,
            decays=not by_heart,
            on_step=on_step,
        )
        return Fitted(self, model, normalization, curve.losses)


@dataclass(frozen=True)
class Fitted:
    run: Run
    model: nn.Module
    normalization: Normalization
    losses: list[float]

    def count(self, data: Loaded) -> Tensor:
        """Counts of `Task.count` for every sample."""
        predictions = predict(self.model, self.run.task, data, self.normalization, self.run.machine)
        return self.run.task.count(predictions, data.targets)

    def score_each(self, data: Loaded) -> Values:
        return score_images(dice_by_class(self.count(data)))

    def score(self, data: Loaded) -> float | None:
        return mean_over_subjects(self.score_each(data), data.samples)

    def describe_losses(self) -> dict[str, Any]:
        length = max(1, round(len(self.losses) * SHARE_OF_ENDS))
        first, last = self.losses[:length], self.losses[-length:]
        return {
            "steps": len(self.losses),
            "firstLoss": sum(first) / len(first),
            "lastLoss": sum(last) / len(last),
        }


def split_data(data: Loaded) -> dict[str, Loaded]:
    """By split. Raises `Failure` "too-few-samples" where nothing can be learned or nothing is held out."""
    splits = {name: data.where(lambda s, name=name: s.split == name) for name in ("train", *HELD_OUT)}  # type: ignore[misc]
    if len(splits["train"]) < FEWEST_TRAINING_IMAGES:
        count = len(splits["train"])
        raise Failure("too-few-samples", f"train holds {count} usable images; {FEWEST_TRAINING_IMAGES} are the fewest")
    if not any(len(splits[name]) for name in HELD_OUT):
        raise Failure("too-few-samples", "neither val nor test holds a usable image")
    return splits


def run_overfit(run: Run, training: Loaded) -> dict[str, Any]:
    """Can the model learn a single batch by heart? If not, images, labels, loss or optimiser do not fit together."""
    settings = run.document.settings
    batch = training.select(choose_batch(run.task, training, run.machine.batch_size))
    fitted = run.fit("overfit", batch, steps=settings.overfit_steps, by_heart=True)
    # The very first loss, not a mean of the first: a batch is learned within the first tenth.
    losses = {**fitted.describe_losses(), "firstLoss": fitted.losses[0]}
    return {"images": len(batch), **losses, "score": fitted.score(batch)}


def choose_batch(task: Task, training: Loaded, size: int) -> list[int]:
    """Images that show as many classes as can be: in turn the one that adds the most to those chosen."""
    shown = task.count(training.targets, training.targets)[..., 2] > 0
    chosen: list[int] = []
    seen = torch.zeros(shown.shape[1], dtype=torch.bool)
    while len(chosen) < min(size, len(training)):
        gains = (shown & ~seen).sum(1)
        gains[chosen] = -1
        place = int(gains.argmax())
        if gains[place] == 0 and seen.any():
            # All are shown: the next image begins another round.
            seen.zero_()
            continue
        chosen.append(place)
        seen |= shown[place]
    return chosen


def run_shuffled(run: Run, training: Loaded, held_out: Loaded) -> dict[str, Any]:
    """Trained with the labels of other images, a model must not do well: where it does, the score measures something
    else than what the labels say of the image."""
    settings = run.document.settings
    generator = torch.Generator().manual_seed(settings.seed)
    # In a random circle, each image gets the label of the next: none keeps its own.
    circle = torch.randperm(len(training), generator=generator)
    targets = torch.empty_like(training.targets)
    targets[circle] = training.targets[circle.roll(1)]
    shuffled = Loaded(training.samples, training.images, targets)
    fitted = run.fit("shuffled", shuffled, steps=settings.shuffled_steps)
    return {
        **fitted.describe_losses(),
        "score": fitted.score(held_out),
        "trivialScore": score_trivially(run.task, training, held_out),
    }


def run_learning(run: Run, training: Loaded, held_out: Loaded, split: str) -> tuple[dict[str, Any], Fitted]:
    """Does the loss fall, and does the model know more than a constant does?"""
    fitted = run.fit("learning", training, steps=run.document.settings.steps)
    learned = {
        **fitted.describe_losses(),
        "split": split,
        "score": fitted.score(held_out),
        "trivialScore": score_trivially(run.task, training, held_out),
    }
    return learned, fitted


def score_trivially(task: Task, training: Loaded, held_out: Loaded) -> float | None:
    """The best score that one prediction for all images reaches, made from the training labels."""
    scores = []
    for constant in task.constants(training.targets):
        repeated = constant.expand(len(held_out), *constant.shape)
        scores.append(_score(task.count(repeated, held_out.targets), held_out.samples))
    return max((score for score in scores if score is not None), default=None)


def run_score(run: Run, fitted: Fitted, splits: dict[str, Loaded]) -> dict[str, Any]:
    """How well does it do, on all that was held out: nothing is chosen by val, so val counts as test does."""
    document = run.document
    seed = document.settings.seed
    held_out = run.data.where(lambda sample: sample.split in HELD_OUT)
    samples = held_out.samples
    dice = dice_by_class(fitted.count(held_out))
    values = score_images(dice)
    domains = [sample.domain for sample in samples]
    subjects = [None if s.subject is None else _name_owner(s) for s in samples]
    owners = {_name_owner(sample): sample for sample in samples if sample.subject is not None}
    rows = describe_groups(values, samples, subjects, seed)
    by_domain = describe_groups(values, samples, domains, seed)
    training_domain = _most_frequent(sample.domain for sample in splits["train"].samples)
    return {
        "overall": _write(describe("held out", values, samples, seed)),
        "splits": [_write(row) for row in describe_groups(values, samples, [s.split for s in samples], seed)],
        "classes": [_write(row) for row in describe_classes(dice, document.classes, samples, seed)],
        "domains": [_write(row) for row in by_domain],
        "subjects": [_write_subject(row, owners[row.name]) for row in rows],
        **_compare_domains(by_domain, training_domain, document.target_domain),
    }


def _compare_domains(rows: Sequence[Row], training: str | None, target: str | None) -> dict[str, Any]:
    scores = {row.name: row.score for row in rows}
    high, low = scores.get(training or ""), scores.get(target or "")
    if training is None or target is None or training == target or high is None or low is None:
        return {}
    return {"domainGap": {"training": training, "target": target, "difference": high - low}}


def _score(counts: Tensor, samples: Sequence[Sample]) -> float | None:
    return mean_over_subjects(score_images(dice_by_class(counts)), samples)


def _name_owner(sample: Sample) -> str:
    """One name a subject and split: a subject that leaks has a row in each."""
    return f"{sample.subject}\0{sample.split}\0{sample.domain}"


def _write(row: Row) -> dict[str, Any]:
    written = {key: value for key, value in asdict(row).items() if key != "interval"}
    return written if row.interval is None else {**written, "interval": asdict(row.interval)}


def _write_subject(row: Row, sample: Sample) -> dict[str, Any]:
    return {
        "name": sample.subject,
        "split": sample.split,
        **({} if sample.domain is None else {"domain": sample.domain}),
        "images": row.images,
        "score": row.score,
    }


def _most_frequent(names: Iterable[str | None]) -> str | None:
    counts = Counter(name for name in names if name is not None)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
