from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from holdout_baseline.device import Device, choose_device
from holdout_baseline.document import parse_document
from holdout_baseline.failure import Failure
from holdout_baseline.load_samples import Loaded, load_samples
from holdout_baseline.tasks import Task, create_task
from holdout_baseline.train import Machine, _draw_batches, measure_normalization, predict, train
from tests.tiny_dataset import draw_segmentation

CPU = Device(torch.device("cpu"), "processor", None)


class Greedy(nn.Module):
    """Has memory for `most` images."""

    def __init__(self, inner: nn.Module, most: int) -> None:
        super().__init__()
        self.inner = inner
        self.most = most

    def forward(self, images: Tensor) -> Tensor:
        if len(images) > self.most:
            raise torch.OutOfMemoryError("out of memory")
        logits: Tensor = self.inner(images)
        return logits


class Broken(nn.Module):
    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner
        self.calls = 0

    def forward(self, images: Tensor) -> Tensor:
        self.calls += 1
        logits: Tensor = self.inner(images)
        return logits * float("nan") if self.calls == 3 else logits


@pytest.fixture
def given(tmp_path: Path) -> tuple[Task, Loaded]:
    document = parse_document(draw_segmentation(tmp_path))
    torch.manual_seed(1)
    return create_task(document), load_samples(document, tmp_path)


def fit(task: Task, data: Loaded, model: nn.Module, machine: Machine, steps: int = 4) -> list[float]:
    losses: list[float] = []
    train(
        model,
        task,
        data,
        measure_normalization(data.images),
        machine,
        steps=steps,
        learning_rate=0.01,
        seed=1,
        augments=True,
        decays=True,
        on_step=lambda _, loss: losses.append(loss),
    )
    return losses


def test_a_batch_that_is_too_large_is_halved_until_it_fits(given: tuple[Task, Loaded]) -> None:
    task, data = given
    machine = Machine(CPU, 8)
    losses = fit(task, data, Greedy(task.build_model(), 3), machine)
    assert len(losses) == 4
    assert machine.batch_size == 2
    assert machine.trained_images == 8
    assert machine.notes == [
        "out of memory with a batch of 8; went on with 4",
        "out of memory with a batch of 4; went on with 2",
    ]


def test_a_single_image_that_is_too_large_stops_the_run(given: tuple[Task, Loaded]) -> None:
    task, data = given
    with pytest.raises(Failure) as caught:
        fit(task, data, Greedy(task.build_model(), 0), Machine(CPU, 4))
    assert caught.value.code == "out-of-memory"


def test_predictions_do_not_depend_on_the_memory(given: tuple[Task, Loaded]) -> None:
    task, data = given
    model = task.build_model()
    normalization = measure_normalization(data.images)
    machine = Machine(CPU, 4)
    whole = predict(model, task, data, normalization, machine)
    assert machine.notes == []
    parts = predict(Greedy(model, 5), task, data, normalization, machine)
    assert torch.equal(whole, parts)
    assert len(whole) == len(data)
    assert machine.notes[0] == f"out of memory with a batch of {len(data)}; went on with {len(data) // 2}"


def test_a_loss_that_is_no_number_stops_the_run(given: tuple[Task, Loaded]) -> None:
    task, data = given
    with pytest.raises(Failure) as caught:
        fit(task, data, Broken(task.build_model()), Machine(CPU, 4))
    assert caught.value.code == "nan-loss"
    assert "at step 3" in str(caught.value)


def test_every_image_comes_once_before_any_comes_again() -> None:
    batches: Iterator[Tensor] = _draw_batches(5, Machine(CPU, 2), torch.Generator().manual_seed(1))
    drawn = torch.cat([next(batches) for _ in range(5)]).tolist()
    assert sorted(drawn[:5]) == sorted(drawn[5:]) == [0, 1, 2, 3, 4]


def test_images_are_normalised_by_channel() -> None:
    images = torch.randint(0, 256, (6, 3, 8, 8), generator=torch.Generator().manual_seed(1), dtype=torch.uint8)
    images[:, 1] //= 4
    images[:, 2] = 77
    normalised = measure_normalization(images).apply(images, torch.device("cpu"))
    channels = normalised.transpose(0, 1).flatten(1)
    assert channels.mean(1).tolist() == pytest.approx([0, 0, 0], abs=1e-5)
    assert channels.std(1, correction=0).tolist() == pytest.approx([1, 1, 0], abs=1e-5)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_a_gpu_that_is_asked_for_and_missing_stops_the_run() -> None:
    with pytest.raises(Failure) as caught:
        choose_device("cuda")
    assert caught.value.code == "no-gpu"
    assert choose_device("auto").torch_device.type == "cpu"
