#!/bin/sh
# Makes the tarball of the last commit and proves it: unpacked elsewhere it builds, as a shared and a static library,
# and its tests pass. With a FOLDER the tarball is left there. The last line is "N passed, N failed".
#     sh tests/release.sh [FOLDER]
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/examples/prepare.sh"
. "$root/tests/count.sh"

if ! [ -e "$root/.git" ]; then
    echo "skipped: a tarball is made of a commit, and this is no clone"
    echo "0 passed, 0 failed"
    exit 77
fi
need_for_tests
need git git --version
need xz-utils xz --version
install_missing

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

tarball() {
    meson setup -Dtests=false "$folder/dist" "$root" && meson dist -C "$folder/dist" --no-tests --allow-dirty
}

built() {
    meson setup --buildtype=release -Ddefault_library=both "$folder/build" "$folder"/claimex-*/ \
        && ninja -C "$folder/build"
}

check quietly tarball || finish
tar -xf "$folder"/dist/meson-dist/claimex-*.tar.xz -C "$folder"
if check built; then
    suite release "$folder/build"
fi
if [ $# != 0 ]; then
    cp "$folder"/dist/meson-dist/claimex-* "$1/"
fi
finish
