"""Counts the planted copies that other tools find at their defaults, on the folders that plant.ts writes.

Usage: python other_tools.py FOLDER. Runs those of imagededup, cleanvision, dataset-doctor-audit and vision-data-doctor that
are installed. dataset-doctor-audit is given the originals as one split and the copies as the other, which it asks for.
"""

import contextlib
import importlib.metadata
import io
import pathlib
import sys
import tempfile
import time
from collections import defaultdict


def stem(name):
    return name.split("--", 1)[1].rsplit(".", 1)[0]


def with_imagededup(folder):
    from imagededup.methods import PHash

    method = PHash(verbose=False)
    found = method.find_duplicates(image_dir=str(folder), max_distance_threshold=10)
    return {(a, b) for a, others in found.items() for b in others if a < b}


def with_cleanvision(folder):
    from cleanvision import Imagelab

    with contextlib.redirect_stdout(io.StringIO()):
        lab = Imagelab(data_path=str(folder), verbose=False)
        lab.find_issues({"near_duplicates": {}, "exact_duplicates": {}}, n_jobs=1, verbose=False)
    pairs = set()
    for kind in ("near_duplicates", "exact_duplicates"):
        for group in lab.info.get(kind, {}).get("sets", []):
            names = sorted(pathlib.Path(path).name for path in group)
            pairs |= {(a, b) for i, a in enumerate(names) for b in names[i + 1 :]}
    return pairs


def with_dataset_doctor(folder):
    from dataset_doctor_audit.audit import audit_dataset

    with tempfile.TemporaryDirectory() as root:
        for path in folder.iterdir():
            split = pathlib.Path(root, "train" if path.name.startswith("original") else "test", "picture")
            split.mkdir(parents=True, exist_ok=True)
            (split / path.name).write_bytes(path.read_bytes())
        findings = audit_dataset(root).report.findings
    pairs = set()
    for finding in findings:
        if finding.rule_id == "DD004":
            for pair in finding.evidence["pairs"]:
                names = sorted(pathlib.Path(pair[side]).name for side in ("image_a", "image_b"))
                pairs.add((names[0], names[1]))
        elif finding.rule_id == "DD003":
            for group in finding.evidence["groups"]:
                names = sorted(pathlib.Path(member["sample_id"]).name for member in group["members"])
                pairs |= {(a, b) for i, a in enumerate(names) for b in names[i + 1 :]}
    return pairs


def with_vision_data_doctor(folder):
    from data_doctor.scan import scan_directory

    result = scan_directory(folder)
    pairs = {tuple(sorted((pair["a"], pair["b"]))) for pair in result.near_duplicate_pairs}
    for names in result.exact_duplicate_groups:
        pairs |= {(a, b) for i, a in enumerate(names) for b in names[i + 1 :]}
    return pairs


tools = {
    "imagededup": with_imagededup,
    "cleanvision": with_cleanvision,
    "dataset-doctor-audit": with_dataset_doctor,
    "vision-data-doctor": with_vision_data_doctor,
}


def main(root):
    for tool, find in tools.items():
        try:
            version = importlib.metadata.version(tool)
        except importlib.metadata.PackageNotFoundError:
            print(f"{tool}: not installed")
            continue
        for data_set in sorted(path for path in root.iterdir() if path.is_dir()):
            cells = {}
            false_pairs = 0
            clean_pairs = defaultdict(int)
            seconds = 0.0
            for folder in sorted(data_set.iterdir()):
                started = time.perf_counter()
                pairs = find(folder)
                seconds += time.perf_counter() - started
                copies = [path.name for path in folder.glob("copy--*")]
                found = {name for pair in pairs if stem(pair[0]) == stem(pair[1]) for name in pair}
                cells[folder.name] = sum(name in found for name in copies), len(copies)
                false_pairs = max(
                    false_pairs,
                    sum(a.startswith("original") and b.startswith("original") for a, b in pairs),
                )
            total = sum(hit for hit, _ in cells.values()), sum(count for _, count in cells.values())
            row = " ".join(f"{name} {hit}/{count}" for name, (hit, count) in cells.items())
            print(f"{tool} {version} | {data_set.name} | {total[0]}/{total[1]} | {false_pairs} clean pairs | {seconds:.0f} s | {row}", flush=True)


main(pathlib.Path(sys.argv[1]))
