#!/bin/sh
# Builds the wheel, installs it into an empty environment together with the packages that it works with, and runs the
# tests and mypy there. Needs python3 with venv, a C compiler, and the static libraries of PCRE2 and utf8proc.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
python=$folder/venv/bin/python
unset PYTHONPATH CLAIMEX_LIBRARY
export PYTHONDONTWRITEBYTECODE=1
"$python" -m pip --quiet wheel --no-deps --wheel-dir "$folder" "$root"
"$python" -m pip --quiet install "$folder"/claimex-*-py3-none-manylinux_*.whl \
    pytest mypy numpy pandas pandas-stubs polars pyarrow duckdb

cd "$root/python"
"$python" -m mypy --strict claimex
cd "$folder"
"$python" -m pytest --quiet -p no:cacheprovider "$root/python/tests"
