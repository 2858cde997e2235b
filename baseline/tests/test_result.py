from __future__ import annotations

import json
from pathlib import Path

import pytest

from holdout_baseline.result import ResultFile, round_numbers, thin_curve


def test_a_result_is_whole_at_any_time(tmp_path: Path) -> None:
    result = ResultFile(tmp_path / "new")
    result.write()
    first = json.loads((tmp_path / "new/result.json").read_text())
    assert first["status"] == "running"
    curve = result.start_curve("learning")
    result.add_point(curve, 1, 0.123456789)
    lines = (tmp_path / "new/curves.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == [{"stage": "learning", "step": 1, "loss": 0.123456789}]
    result.write()
    second = json.loads((tmp_path / "new/result.json").read_text())
    assert second["curves"] == [{"stage": "learning", "steps": [1], "losses": [0.123457]}]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["curves.jsonl", "result.json"]


@pytest.mark.parametrize("count", [1, 99, 100, 101, 250, 1000])
def test_thin_curves_keep_their_end_and_their_mean(count: int) -> None:
    losses = [float(step**2 % 17) for step in range(1, count + 1)]
    thin = thin_curve(list(range(1, count + 1)), losses)
    steps, means = thin["steps"], thin["losses"]
    assert len(steps) == len(means) <= 100
    assert steps[-1] == count
    lengths = [end - start for start, end in zip([0, *steps], steps, strict=False)]
    assert sum(mean * length for mean, length in zip(means, lengths, strict=True)) == pytest.approx(sum(losses))


def test_numbers_have_six_digits_and_fit_json() -> None:
    assert round_numbers({"a": [1.23456789, float("nan"), 3], "b": (float("inf"), True)}) == {
        "a": [1.23457, None, 3],
        "b": [None, True],
    }
