"""Training and prediction, with batches that shrink where memory does not hold them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from .augment import augment
from .device import Device
from .failure import Failure
from .load_samples import Loaded
from .tasks import Task

PREDICTION_BATCH = 32
MAX_GRADIENT = 1.0
"""Norm to which longer gradients are cut: without, the loss of a batch learned by heart leaps now and then."""

Progress = Callable[[int, float], None]
"""Called with the step, from 1, and its loss."""


@dataclass
class Machine:
    """What batches run on, and how large they may be there."""

    device: Device
    batch_size: int
    notes: list[str] = field(default_factory=list)
    trained_images: int = 0
    training_seconds: float = 0.0

    def halve(self, size: int) -> int:
        """Half a size of batch that was too large. Raises `Failure` "out-of-memory" where it was a single image."""
        if self.device.is_gpu:
            torch.cuda.empty_cache()
        if size <= 1:
            raise Failure("out-of-memory", "the memory does not hold a batch of one image")
        self.notes.append(f"out of memory with a batch of {size}; went on with {size // 2}")
        return size // 2


@dataclass(frozen=True)
class Normalization:
    mean: Tensor
    deviation: Tensor

    def apply(self, images: Tensor, device: torch.device) -> Tensor:
        """Grey levels as float32 with mean 0 and deviation 1 over the training images, by channel."""
        scaled = images.to(device).float()
        return (scaled - self.mean.to(device)) / self.deviation.to(device)


def measure_normalization(images: Tensor) -> Normalization:
    """Over all pixels of the images, by channel; one that is the same everywhere is only moved."""
    channels = images.transpose(0, 1).flatten(1)
    # By channel and in double precision: millions of levels lose digits in a float32 sum.
    means = torch.stack([channel.double().mean() for channel in channels]).float().view(1, -1, 1, 1)
    deviations = torch.stack([channel.double().std(correction=0) for channel in channels])
    return Normalization(means, deviations.float().clamp(min=1).view(1, -1, 1, 1))


def train(
    model: nn.Module,
    task: Task,
    data: Loaded,
    normalization: Normalization,
    machine: Machine,
    *,
    steps: int,
    learning_rate: float,
    seed: int,
    augments: bool,
    decays: bool,
    on_step: Progress,
) -> None:
    """AdamW; the learning rate stays, or `decays` on a cosine to zero. Raises `Failure` "nan-loss" and
    "out-of-memory"."""
    device = machine.device
    generator = torch.Generator().manual_seed(seed)
    model.to(device.torch_device).train()
    if device.is_gpu:
        # The type stubs of PyTorch leave this form out.
        model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimizer = torch.optim.AdamW(model.parameters(), lr=learning_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _cosine(step, steps) if decays else 1.0)
    scaler = torch.amp.GradScaler(device.torch_device.type, enabled=device.half == torch.float16)
    batches = _draw_batches(len(data), machine, generator)
    started = time.monotonic()
    for step in range(1, steps + 1):
        while True:
            places = next(batches)
            images = normalization.apply(data.images[places], device.torch_device)
            targets = data.targets[places].to(device.torch_device)
            if augments:
                images, targets = augment(images, targets, generator)
            try:
                optimizer.zero_grad(set_to_none=True)
                loss = _compute_loss(model, task, images, targets, device)
                value = float(loss.detach())
                if not math.isfinite(value):
                    raise Failure("nan-loss", f"the loss is {value} at step {step}")
                scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
                break
            except torch.OutOfMemoryError:
                machine.batch_size = machine.halve(len(places))
        scaler.unscale_(optimizer)
        nn.utils.clip_grad_norm_(model.parameters(), MAX_GRADIENT)
        scaler.step(optimizer)
        scaler.update()
        schedule.step()
        machine.trained_images += len(places)
        on_step(step, value)
    machine.training_seconds += time.monotonic() - started


def predict(model: nn.Module, task: Task, data: Loaded, normalization: Normalization, machine: Machine) -> Tensor:
    """What the model predicts for every sample, on the processor."""
    device = machine.device
    model.eval()
    size = PREDICTION_BATCH
    predictions: list[Tensor] = []
    done = 0
    with torch.no_grad():
        while done < len(data):
            images = normalization.apply(data.images[done : done + size], device.torch_device)
            try:
                with _autocast(device):
                    logits = model(images.contiguous(memory_format=device.memory_format))
                predictions.append(task.predict(logits).cpu())
            except torch.OutOfMemoryError:
                size = machine.halve(len(images))
                continue
            done += len(images)
    return torch.cat(predictions)


def _compute_loss(model: nn.Module, task: Task, images: Tensor, targets: Tensor, device: Device) -> Tensor:
    with _autocast(device):
        logits = model(images.contiguous(memory_format=device.memory_format))
    return task.loss(logits, targets)


def _autocast(device: Device) -> torch.autocast:
    return torch.autocast(device.torch_device.type, dtype=device.half, enabled=device.half is not None)


def _draw_batches(count: int, machine: Machine, generator: torch.Generator) -> Iterator[Tensor]:
    """Without end: all samples in a random order, then in another; the last of an order are joined by the next."""
    waiting = torch.randperm(count, generator=generator)
    while True:
        size = min(machine.batch_size, count)
        while len(waiting) < size:
            waiting = torch.cat([waiting, torch.randperm(count, generator=generator)])
        batch, waiting = waiting[:size], waiting[size:]
        yield batch


def _cosine(step: int, steps: int) -> float:
    return 0.5 * (1 + math.cos(math.pi * step / steps))
