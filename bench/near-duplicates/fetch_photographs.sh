#!/bin/sh
# Fetches the photographs that the wheels of scikit-image and scikit-learn ship, for the held-out part of the benchmark.
# Usage: fetch_photographs.sh FOLDER, the folder that run.ts is given.
set -eu
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
python3 -m pip download --quiet --no-deps --only-binary=:all: --dest "$work" scikit-image==0.26.0 scikit-learn==1.9.1
mkdir -p "$1/photographs"
for wheel in "$work"/*.whl; do
  python3 - "$wheel" "$1/photographs" <<'PYTHON'
import pathlib, re, sys, zipfile

wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        # Drawings of two levels say nothing of photographs.
        if re.search(r"/(data|images)/[^/]*\.(png|jpe?g)$", name) and not re.search("chessboard|horse|logo", name):
            pathlib.Path(folder, pathlib.Path(name).name).write_bytes(archive.read(name))
PYTHON
done
