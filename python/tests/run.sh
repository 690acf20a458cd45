#!/bin/sh
# Builds the wheel, installs it into an empty environment together with the packages that it works with, and runs the
# tests and mypy there; says what Python adds to a scan. Installs what building takes on a system with apt-get. The last
# line is "N passed, N failed".
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
. "$root/examples/prepare.sh"
. "$root/tests/count.sh"

need python3-venv python3 -c 'import ensurepip, venv'
install_missing

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
python=$folder/venv/bin/python
unset PYTHONPATH CLAIMEX_LIBRARY
export PYTHONDONTWRITEBYTECODE=1

installed() {
    "$python" -m pip --quiet wheel --no-deps --wheel-dir "$folder" "$root" \
        && "$python" -m pip --quiet install "$folder"/claimex-*-py3-none-manylinux_*.whl \
            pytest mypy numpy pandas pandas-stubs polars pyarrow duckdb
}

typed() {
    cd "$root/python" && "$python" -m mypy --strict claimex
}

# outcome WORD: how many tests pytest says have come to that.
outcome() {
    tail -n 1 "$folder/log" | sed -n "s/^\(.* \)\{0,1\}\([0-9][0-9]*\) $1.*/\2/p"
}

tested() {
    cd "$folder"
    "$python" -m pytest --quiet -p no:cacheprovider "$root/python/tests" >"$folder/log" 2>&1 || status=$?
    cat "$folder/log"
    count "$(outcome passed)" "$(outcome failed)"
    count 0 "$(outcome error)"
    [ "$status" = 0 ] || [ "$failed" != 0 ] || count 0 1
}

if check installed; then
    check typed || true
    status=0
    tested
    "$python" "$root/python/tests/cost.py" || count 0 1
fi
finish
