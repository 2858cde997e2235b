from __future__ import annotations

from itertools import product

import pytest

from holdout_baseline.folds import LEAST_KEPT, MOST_FOLDS, Unit, deal_folds


def deal(units: list[Unit], training_images: int, seed: int = 1) -> list[list[str]]:
    return [sorted(unit.name for unit in fold) for fold in deal_folds(units, training_images, seed)]


def test_one_fold_is_enough_where_half_the_training_images_stay() -> None:
    units = [Unit("a", 2, 3), Unit("b", 1, 2)]
    assert deal(units, 10) == [["a", "b"]]
    assert len(deal(units, 9)) == 2


def test_folds_are_as_few_as_keep_half() -> None:
    # Patients of equal images: two folds leave half.
    assert len(deal([Unit(name, 3, 9) for name in "abcd"], 36)) == 2
    # With c and d in one fold, 14 of 36 were left.
    units = [Unit("a", 5, 8), Unit("b", 1, 6), Unit("c", 2, 8), Unit("d", 4, 14)]
    assert deal(units, 36) == [["a"], ["d"], ["b", "c"]]


def test_there_are_no_more_folds_than_units_or_four() -> None:
    assert deal([Unit("a", 2, 30), Unit("b", 2, 1)], 31) in ([["a"], ["b"]], [["b"], ["a"]])
    assert deal([Unit("a", 1, 30)], 31) == [["a"]]
    assert len(deal([Unit(f"{n}", 1, 100 if n == 0 else 1) for n in range(9)], 108)) == MOST_FOLDS


@pytest.mark.parametrize("seed", range(20))
def test_folds_share_the_units_out_and_are_balanced(seed: int) -> None:
    units = [Unit(f"{n}", 1 + n % 5, 1 + n % 7) for n in range(16)]
    training = sum(unit.training_images for unit in units)
    folds = deal_folds(units, training, seed)
    assert sorted(unit.name for fold in folds for unit in fold) == sorted(unit.name for unit in units)
    sizes = [sum(unit.scored_images for unit in fold) for fold in folds]
    # A fold gets a unit only where it is the smallest.
    assert max(sizes) - min(sizes) <= max(unit.scored_images for unit in units)
    kept = [1 - sum(unit.training_images for unit in fold) / training for fold in folds]
    assert len(folds) == MOST_FOLDS or min(kept) >= LEAST_KEPT


def test_the_seed_decides_between_units_of_one_size() -> None:
    units = [Unit(name, 2, 5) for name in "abcdefgh"]
    assert deal(units, 40) == deal(units, 40)
    assert any(deal(units, 40, seed) != deal(units, 40) for seed in range(2, 6))


def test_three_folds_are_never_fewer_than_need_be() -> None:
    """Against all ways to deal five units of one size into two folds: none keeps half of 40 where five have 8 each."""
    units = [Unit(name, 1, 8) for name in "abcde"]
    ways = product(range(2), repeat=5)
    assert not any(all(40 - 8 * way.count(fold) >= 20 for fold in range(2)) for way in ways)
    assert len(deal(units, 40)) == 3
