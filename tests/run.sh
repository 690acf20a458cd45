#!/bin/sh
# Runs every test three times: as claimex is shipped, under ASan and UBSan, and with the patterns interpreted instead of
# compiled to machine code; those with threads under TSan too. Installs what that takes on a system with apt-get. The
# last line is "N passed, N failed".
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
. examples/prepare.sh
. tests/count.sh

need_for_tests
install_missing

# built FOLDER TARGET OPTION…: a build that fails counts as one failed test.
built() {
    folder=$1
    shift
    build "$root/$folder" "$@" || { count 0 1 && return 1; }
}

# examples/run.sh configures without the tests.
grep -qs name build/meson-info/intro-tests.json || rm -rf build
if built build all --buildtype=release; then
    suite plain build
    CLAIMEX_TEST_NO_JIT=1 suite no-jit build
fi

export ASAN_OPTIONS=abort_on_error=1:print_summary=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
if built build-sanitized all --buildtype=debugoptimized -Db_sanitize=address,undefined \
    -Dc_args=-fno-sanitize-recover=all; then
    suite sanitized build-sanitized
fi

export TSAN_OPTIONS=halt_on_error=1
if built build-threads tests/api/threads_test --buildtype=debugoptimized -Db_sanitize=thread; then
    suite threads build-threads threads
fi
finish
