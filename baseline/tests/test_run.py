from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from holdout_baseline.document import parse_document
from holdout_baseline.run import run_baseline
from holdout_baseline.tasks import create_task
from tests.test_train import Greedy
from tests.tiny_dataset import draw_classification, draw_marked, draw_segmentation, save

PACKAGE = Path(__file__).parents[1]


def run(document: dict[str, Any], root: Path, **options: Any) -> dict[str, Any]:
    run_baseline(save(document, root), root, root / "out", say=lambda _: None, **options)
    result: dict[str, Any] = json.loads((root / "out/result.json").read_text())
    return result


def drop_times(result: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in result.items() if key != "resources"}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("finished")
    # With a dozen images, labels of other images can fit by chance.
    document = draw_segmentation(root, images_of_subject=8, shuffledSteps=60, steps=100)
    return run({**document, "revision": "abc"}, root)


def test_a_pipeline_that_works_is_told_from_luck(finished: dict[str, Any]) -> None:
    assert finished["status"] == "finished"
    assert "reason" not in finished
    stages = finished["stages"]
    assert list(stages) == ["learning", "overfit", "score", "shuffled"]
    overfit, shuffled, learning = stages["overfit"], stages["shuffled"], stages["learning"]
    assert overfit["lastLoss"] < 0.15 * overfit["firstLoss"]
    assert overfit["score"] > 0.8
    assert shuffled["score"] < shuffled["trivialScore"]
    assert learning["lastLoss"] < 0.5 * learning["firstLoss"]
    assert learning["split"] == "val"
    assert learning["score"] > learning["trivialScore"] + 0.3


def test_scores_are_told_by_class_domain_and_subject(finished: dict[str, Any]) -> None:
    score = finished["stages"]["score"]
    assert [row["name"] for row in score["classes"]] == ["square", "disc"]
    assert [(row["name"], row["images"], row["subjects"]) for row in score["domains"]] == [
        ("real", 8, 1),
        ("sim", 16, 2),
    ]
    subjects = [(row["name"], row["split"], row["domain"], row["images"]) for row in score["subjects"]]
    assert subjects == [("d", "val", "sim", 8), ("e", "test", "sim", 8), ("f", "test", "real", 8)]
    mean = sum(row["score"] for row in score["subjects"]) / 3
    assert score["overall"]["score"] == pytest.approx(mean, abs=1e-5)
    assert score["overall"]["interval"]["method"] == "student"
    gap = score["domainGap"]
    assert (gap["training"], gap["target"]) == ("sim", "real")
    scores = {row["name"]: row["score"] for row in score["domains"]}
    assert gap["difference"] == pytest.approx(scores["sim"] - scores["real"], abs=1e-5)


def test_a_result_says_what_it_is_of(finished: dict[str, Any]) -> None:
    assert finished["input"] == {"digest": "0" * 64, "revision": "abc"}
    assert finished["samples"]["train"] == {"images": 24, "subjects": 3}
    assert finished["environment"]["packages"]["monai"]
    assert finished["model"]["name"] == "MONAI BasicUNet"
    assert [(curve["stage"], curve["steps"][-1]) for curve in finished["curves"]] == [
        ("overfit", 60),
        ("shuffled", 60),
        ("learning", 100),
    ]
    assert finished["resources"]["imagesPerSecond"] > 0


def test_the_seed_decides_all_on_a_processor(tmp_path: Path) -> None:
    document = draw_segmentation(tmp_path, steps=5, overfitSteps=5, shuffledSteps=5)
    first = run(document, tmp_path)
    second = run(document, tmp_path)
    assert drop_times(first) == drop_times(second)
    document["settings"]["seed"] = 2
    assert run(document, tmp_path)["stages"] != first["stages"]


def draw_leak(root: Path, moved: dict[str, str], **settings: Any) -> dict[str, Any]:
    """Subjects are units; images in `moved` stand in another split than their subject's others."""
    document = draw_segmentation(root, **{"steps": 5, "overfitSteps": 5, "shuffledSteps": 5, **settings})
    for sample in document["samples"]:
        sample["unit"] = sample["subject"]
        sample["cleanSplit"] = sample["split"]
        sample["split"] = moved.get(sample["image"], sample["split"])
    return document


def test_the_price_of_a_leak_is_told_twice(tmp_path: Path) -> None:
    # Subject c stands in train and test; the clean division has it in train.
    result = run(draw_leak(tmp_path, {"c0.png": "test", "c1.png": "test"}), tmp_path)
    leak = result["stages"]["leak"]
    assert leak["split"] == "test"
    assert leak["inflation"] == pytest.approx(leak["declaredScore"] - leak["cleanScore"], abs=1e-5)
    paired = leak["paired"]
    assert {key: paired[key] for key in ("images", "units", "folds", "trainingImages", "unseenTrainingImages")} == {
        "images": 2,
        "units": 1,
        "folds": 1,
        "trainingImages": 10,
        "unseenTrainingImages": 8,
    }
    assert paired["inflation"] == pytest.approx(paired["seenScore"] - paired["unseenScore"], abs=1e-5)
    assert paired["interval"] == {"low": -1, "high": 1, "method": "none"}
    steps = {curve["stage"]: curve["steps"][-1] for curve in result["curves"]}
    assert steps["clean split"] == steps["leak removed"] == 5


def test_where_all_leak_each_image_is_scored_by_a_model_that_has_not_seen_its_unit(tmp_path: Path) -> None:
    # All five subjects of train stand in test, too: without them nothing would be left.
    moved = {f"{subject}{number}.png": "train" for subject in "def" for number in (1, 2, 3)}
    moved |= {f"{subject}0.png": "test" for subject in "abcdef"}
    document = draw_leak(tmp_path, moved)
    result = run(document, tmp_path)
    paired = result["stages"]["leak"]["paired"]
    assert (paired["images"], paired["units"], paired["folds"]) == (6, 6, 2)
    assert (paired["trainingImages"], paired["unseenTrainingImages"]) == (18, 9)
    assert paired["interval"]["method"] == "bootstrap"
    assert paired["interval"]["low"] <= paired["inflation"] <= paired["interval"]["high"]
    assert paired["inflation"] == pytest.approx(paired["seenScore"] - paired["unseenScore"], abs=1e-5)
    stages = [curve["stage"] for curve in result["curves"]]
    assert stages[3:] == ["leak removed, fold 1 of 2", "leak removed, fold 2 of 2", "clean split"]


def test_the_price_is_a_mean_over_seeds(tmp_path: Path) -> None:
    moved = {"c0.png": "test", "c1.png": "test"}
    result = run(draw_leak(tmp_path, moved, leakSeeds=2), tmp_path)
    assert [curve["stage"] for curve in result["curves"]][3:] == [
        "leak removed, seed 1",
        "learning, seed 2",
        "leak removed, seed 2",
        "clean split",
    ]
    alone = [run(draw_leak(tmp_path, moved, seed=seed), tmp_path)["stages"]["leak"]["paired"] for seed in (1, 2)]
    paired = result["stages"]["leak"]["paired"]
    for key in ("seenScore", "unseenScore", "inflation"):
        assert paired[key] == pytest.approx((alone[0][key] + alone[1][key]) / 2, abs=1e-5)
    assert alone[0]["unseenScore"] != alone[1]["unseenScore"]


def test_what_a_unit_alone_tells_is_found_as_inflation(tmp_path: Path) -> None:
    """Neighbouring stripes have the other class: a model that has seen a subject knows, one that has not errs."""
    document = draw_marked(tmp_path, steps=80, batchSize=8)
    paired = run(document, tmp_path)["stages"]["leak"]["paired"]
    assert paired["seenScore"] > 0.9
    # A half would be known if either fold's model scored all.
    assert paired["unseenScore"] < 0.3
    assert paired["interval"]["low"] > 0


def test_a_leak_without_which_nothing_is_left_has_no_price(tmp_path: Path) -> None:
    # Subject a alone is in train, and stands in test, too.
    moved = {f"{subject}{number}.png": "val" for subject in "bc" for number in range(6)} | {"a0.png": "test"}
    result = run(draw_leak(tmp_path, moved, images_of_subject=6), tmp_path)
    assert result["status"] == "finished"
    assert "paired" not in result["stages"]["leak"]
    assert result["notes"] == [
        "no price is told on the 1 leaking images: without what they belong to, 0 training images are left; "
        "4 are the fewest"
    ]


@pytest.mark.parametrize("task", ["classification", "multi-label"])
def test_classes_of_images_are_learned(tmp_path: Path, task: str) -> None:
    result = run(draw_classification(tmp_path, task, steps=80, batchSize=8), tmp_path)
    assert result["status"] == "finished"
    learning = result["stages"]["learning"]
    assert learning["score"] > 0.9 > learning["trivialScore"] + 0.1
    shuffled = result["stages"]["shuffled"]
    assert shuffled["score"] <= shuffled["trivialScore"] + 0.2
    assert "domainGap" not in result["stages"]["score"]


def test_boxes_are_learned_as_coarse_masks(tmp_path: Path) -> None:
    document = draw_segmentation(tmp_path, steps=5, overfitSteps=5, shuffledSteps=5)
    del document["palette"], document["backgroundWeight"]
    for sample in document["samples"]:
        del sample["label"], sample["labelHash"]
        sample["boxes"] = [{"class": 1, "corners": [0.1, 0.1, 0.5, 0.5]}]
    result = run(document, tmp_path)
    assert result["status"] == "finished"
    assert [row["score"] is None for row in result["stages"]["score"]["classes"]].count(False) >= 1


def test_memory_that_runs_out_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    document = draw_segmentation(tmp_path, steps=3, overfitSteps=3, shuffledSteps=3)

    def build_model() -> nn.Module:
        return Greedy(create_task(parse_document(document)).build_model(), 2)

    result = run(document, tmp_path, build_model=build_model)
    assert result["status"] == "finished"
    assert result["notes"][0] == "out of memory with a batch of 4; went on with 2"
    assert result["settings"]["batchSize"] == 2


class Exploding(nn.Module):
    """Learns one batch by heart, then gives no numbers any more."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.inner(images)
        return logits / 0 * 0


def test_a_loss_that_is_no_number_is_told_with_what_was_had(tmp_path: Path) -> None:
    document = draw_segmentation(tmp_path, steps=3, overfitSteps=3, shuffledSteps=3)
    built = 0

    def build_model() -> nn.Module:
        nonlocal built
        built += 1
        model = create_task(parse_document(document)).build_model()
        # The first is built to be counted, the second for the overfitting.
        return model if built <= 2 else Exploding(model)

    result = run(document, tmp_path, build_model=build_model)
    assert (result["status"], result["reason"]["code"]) == ("failed", "nan-loss")
    assert list(result["stages"]) == ["overfit"]


def test_a_changed_file_stops_the_run_before_it_trains(tmp_path: Path) -> None:
    document = draw_segmentation(tmp_path)
    (tmp_path / "e1_mask.png").write_bytes((tmp_path / "e2_mask.png").read_bytes())
    result = run(document, tmp_path)
    assert (result["status"], result["reason"]["code"]) == ("failed", "unreadable-file")
    assert "e1_mask.png is not the file that was audited" in result["reason"]["message"]
    assert result["stages"] == {}


@pytest.mark.parametrize(
    ("kept", "message"),
    [
        (("val", "test"), "train holds 0 usable images; 4 are the fewest"),
        (("train",), "neither val nor test holds a usable image"),
    ],
)
def test_too_few_samples_stop_the_run(tmp_path: Path, kept: tuple[str, ...], message: str) -> None:
    document = draw_segmentation(tmp_path)
    document["samples"] = [sample for sample in document["samples"] if sample["split"] in kept]
    result = run(document, tmp_path)
    assert (result["reason"]["code"], result["reason"]["message"]) == ("too-few-samples", message)


def test_test_is_judged_where_there_is_no_val(tmp_path: Path) -> None:
    document = draw_segmentation(tmp_path, steps=2, overfitSteps=2, shuffledSteps=2)
    document["samples"] = [sample for sample in document["samples"] if sample["split"] != "val"]
    assert run(document, tmp_path)["stages"]["learning"]["split"] == "test"


@pytest.mark.parametrize("text", ["", "[]", '{"schemaVersion": 2}', '{"schemaVersion": 1}'])
def test_anything_else_than_an_input_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "input.json").write_text(text)
    assert not run_baseline(tmp_path / "input.json", tmp_path, tmp_path / "out", say=lambda _: None)
    result = json.loads((tmp_path / "out/result.json").read_text())
    assert (result["status"], result["reason"]["code"]) == ("failed", "bad-input")


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_a_gpu_that_is_missing_is_told(tmp_path: Path) -> None:
    result = run(draw_segmentation(tmp_path), tmp_path, device="cuda")
    assert (result["status"], result["reason"]["code"]) == ("failed", "no-gpu")


def test_a_run_that_is_stopped_tells_what_it_had(tmp_path: Path) -> None:
    document = save(draw_segmentation(tmp_path, overfitSteps=2, shuffledSteps=100_000), tmp_path)
    output = tmp_path / "out"
    command = [sys.executable, "-m", "holdout_baseline", "--input", document, "--data", tmp_path, "--output", output]
    process = subprocess.Popen(command, cwd=PACKAGE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    curves = output / "curves.jsonl"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and (not curves.exists() or "shuffled" not in curves.read_text()):
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"interrupted: the run was stopped by SIGTERM" in said
    result = json.loads((output / "result.json").read_text())
    assert (result["status"], result["reason"]["code"]) == ("interrupted", "interrupted")
    assert list(result["stages"]) == ["overfit"]
    assert [curve["stage"] for curve in result["curves"]] == ["overfit", "shuffled"]
