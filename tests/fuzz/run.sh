#!/bin/sh
# tests/fuzz/run.sh [SECONDS]: builds scan_fuzz with clang under ASan and UBSan in build-fuzz, and runs it on one core,
# ten minutes long unless said otherwise. What it finds is written to build-fuzz as crash-*, timeout-* or oom-*; the inputs
# that it makes stay in build-fuzz/corpus for the next run. Needs clang and libclang-rt of the same version.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$root"
[ -d build-fuzz/meson-info ] || CC=clang CXX=clang++ meson setup build-fuzz --buildtype=debugoptimized \
    -Db_sanitize=address,undefined -Db_lundef=false -Dc_args='-fsanitize=fuzzer-no-link -fno-sanitize-recover=all'
ninja -C build-fuzz tests/fuzz/scan_fuzz
mkdir -p build-fuzz/corpus
python3 tests/fuzz/seeds.py build-fuzz/seeds build-fuzz/words.dict
cd build-fuzz
exec tests/fuzz/scan_fuzz -max_len=4096 -timeout=10 -max_total_time="${1:-600}" -dict=words.dict -print_final_stats=1 \
    corpus seeds
