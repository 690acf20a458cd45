#!/bin/sh
# Runs every test three times: as claimex is shipped, under ASan and UBSan, and with the patterns interpreted instead of
# compiled to machine code. Installs what that takes on a system with apt-get. The last line is "N passed, N failed".
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
. examples/prepare.sh

need g++ c++ --version
need libcmocka-dev pkg-config --exists cmocka
need abigail-tools abidw --version
need cmake cmake --version
need mandoc command -v mandoc
install_missing

passed=0
failed=0

# number LABEL LOG: what the runner counted.
number() {
    count=$(sed -n "s/^$1: *\([0-9][0-9]*\).*/\1/p" "$2" | tail -n 1)
    echo "${count:-0}"
}

# suite NAME FOLDER: runs the tests that are built there and adds up the runner's counts.
suite() {
    log=$2/meson-logs/$1.txt
    rm -f "$log"
    echo "== $1"
    status=0
    meson test -C "$2" --no-rebuild --print-errorlogs --logbase "$1" --timeout-multiplier 5 </dev/null || status=$?
    bad=$(($(number Fail "$log") + $(number 'Unexpected Pass' "$log") + $(number Timeout "$log")))
    if [ "$status" != 0 ] && [ "$bad" = 0 ]; then
        bad=1 # the runner itself failed
    fi
    passed=$((passed + $(number Ok "$log") + $(number 'Expected Fail' "$log")))
    failed=$((failed + bad))
}

# built FOLDER OPTION…: a build that fails counts as one failed test.
built() {
    folder=$1
    shift
    build "$root/$folder" all "$@" && return
    failed=$((failed + 1))
    return 1
}

# examples/run.sh configures without the tests.
grep -qs name build/meson-info/intro-tests.json || rm -rf build
if built build --buildtype=release; then
    suite plain build
    CLAIMEX_TEST_NO_JIT=1 suite no-jit build
fi

export ASAN_OPTIONS=abort_on_error=1:print_summary=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
if built build-sanitized --buildtype=debugoptimized -Db_sanitize=address,undefined \
    -Dc_args=-fno-sanitize-recover=all; then
    suite sanitized build-sanitized
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
