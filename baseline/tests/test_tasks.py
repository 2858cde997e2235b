from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from monai.losses.dice import DiceCELoss

from holdout_baseline.document import parse_document
from holdout_baseline.read_picture import IGNORED
from holdout_baseline.tasks import Task, create_task, normalize_weights
from tests.tiny_dataset import draw_classification, draw_segmentation


def make_task(tmp_path: Path, **changes: Any) -> Task:
    return create_task(parse_document({**draw_segmentation(tmp_path, images_of_subject=1), **changes}))


def test_the_loss_is_that_of_monai_where_nothing_is_ignored(tmp_path: Path) -> None:
    task = make_task(tmp_path)
    generator = torch.Generator().manual_seed(1)
    logits = torch.randn(3, 3, 8, 8, generator=generator)
    targets = torch.randint(0, 3, (3, 8, 8), generator=generator, dtype=torch.uint8)
    # MONAI's weights act on both parts; ours, as the class balance has them, on the cross entropy.
    reference = DiceCELoss(to_onehot_y=True, softmax=True, batch=True)
    task.weights = torch.ones(3)
    expected = reference(logits, targets.unsqueeze(1).long())
    assert task.loss(logits, targets).item() == pytest.approx(expected.item(), abs=1e-6)


def test_one_class_leaves_the_background_out_of_dice(tmp_path: Path) -> None:
    task = make_task(tmp_path, classes=[{"name": "square", "weight": 0.5}])
    generator = torch.Generator().manual_seed(1)
    logits = torch.randn(3, 2, 8, 8, generator=generator)
    targets = torch.randint(0, 2, (3, 8, 8), generator=generator, dtype=torch.uint8)
    reference = DiceCELoss(to_onehot_y=True, softmax=True, batch=True, include_background=False)
    expected = reference(logits, targets.unsqueeze(1).long())
    assert task.loss(logits, targets).item() == pytest.approx(expected.item(), abs=1e-6)


def test_ignored_pixels_are_in_no_loss_and_no_count(tmp_path: Path) -> None:
    task = make_task(tmp_path)
    generator = torch.Generator().manual_seed(2)
    logits = torch.randn(2, 3, 8, 8, generator=generator)
    targets = torch.randint(0, 3, (2, 8, 8), generator=generator, dtype=torch.uint8)
    targets[:, :, 4:] = IGNORED
    other = logits.clone()
    other[..., 4:] = torch.randn(2, 3, 8, 4, generator=generator)
    assert task.loss(logits, targets).item() == pytest.approx(task.loss(other, targets).item(), abs=1e-6)
    assert torch.equal(task.count(task.predict(logits), targets), task.count(task.predict(other), targets))
    cut = task.loss(logits[..., :4], targets[..., :4])
    assert task.loss(logits, targets).item() == pytest.approx(cut.item(), abs=1e-6)


def test_an_image_whose_pixels_are_all_ignored_teaches_nothing(tmp_path: Path) -> None:
    task = make_task(tmp_path)
    logits = torch.randn(1, 3, 4, 4, requires_grad=True)
    loss = task.loss(logits, torch.full((1, 4, 4), IGNORED, dtype=torch.uint8))
    loss.backward()  # type: ignore[no-untyped-call]
    assert loss.item() == 0
    assert logits.grad is not None and not logits.grad.any()


def test_counts_are_those_of_a_loop_over_pixels(tmp_path: Path) -> None:
    task = make_task(tmp_path)
    generator = torch.Generator().manual_seed(3)
    predictions = torch.randint(0, 3, (2, 6, 6), generator=generator, dtype=torch.uint8)
    targets = torch.tensor([0, 1, 2, IGNORED], dtype=torch.uint8)[torch.randint(0, 4, (2, 6, 6), generator=generator)]
    counts = task.count(predictions, targets)
    for image in range(2):
        for place in (1, 2):
            pairs = list(zip(predictions[image].flatten().tolist(), targets[image].flatten().tolist(), strict=True))
            pairs = [(p, t) for p, t in pairs if t != IGNORED]
            both = sum(p == place == t for p, t in pairs)
            shown, wanted = (sum(pair[side] == place for pair in pairs) for side in (0, 1))
            assert counts[image, place - 1].tolist() == [both, shown, wanted]


def test_the_mean_mask_is_the_commonest_class_of_each_pixel(tmp_path: Path) -> None:
    task = make_task(tmp_path)
    task.weights = torch.tensor([0.1, 1.0, 1.0])
    targets = torch.tensor([[[0, 1]], [[0, 1]], [[2, 0]]], dtype=torch.uint8)
    plain, _, weighed, *_ = task.constants(targets)
    assert plain.tolist() == [[0, 1]]
    assert weighed.tolist() == [[2, 1]]


def test_a_constant_guesses_at_what_is_small(tmp_path: Path) -> None:
    task = make_task(tmp_path)
    # Class 1 is in a third of the images at the first pixel, class 2 in a sixth at the second, nothing at the third.
    targets = torch.tensor([[[1, 0, 0]]] * 2 + [[[0, 2, 0]]] + [[[0, 0, 0]]] * 3, dtype=torch.uint8)
    plain, *_, quarter, half, most = task.constants(targets)
    assert plain.tolist() == [[0, 0, 0]]
    assert quarter.tolist() == [[1, 2, 0]]
    assert half.tolist() == most.tolist() == [[1, 0, 0]]


def test_classes_of_an_image_are_counted_once(tmp_path: Path) -> None:
    single = create_task(parse_document(draw_classification(tmp_path)))
    counts = single.count(torch.tensor([0, 1]), torch.tensor([0, 0]))
    assert counts.tolist() == [[[1, 1, 1], [0, 0, 0]], [[0, 0, 1], [0, 1, 0]]]
    assert [constant.item() for constant in single.constants(torch.tensor([1, 1, 0]))] == [1]

    several = create_task(parse_document(draw_classification(tmp_path, "multi-label")))
    shown, wanted = torch.tensor([[1.0, 1.0]]), torch.tensor([[1.0, 0.0]])
    assert several.count(shown, wanted).tolist() == [[[1, 1, 1], [0, 1, 0]]]
    constants = several.constants(torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]))
    assert [constant.tolist() for constant in constants] == [[1, 1], [1, 0], [1, 0]]


def test_weights_have_a_mean_of_one_over_the_classes_that_occur() -> None:
    assert normalize_weights((0.5, 0.0, 1.5)).tolist() == [0.5, 0.0, 1.5]
    assert normalize_weights((1.0, 0.0, 3.0)).tolist() == [0.5, 0.0, 1.5]
    assert normalize_weights((0.0, 0.0)).tolist() == [1, 1]
