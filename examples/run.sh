#!/bin/sh
# Prints the claims of the files, or of examples/article.txt: sh examples/run.sh [FILE…]
# Builds build/claimex first, and installs what that takes on a system with apt-get.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/examples/prepare.sh"

install_missing
[ -x "$root/build/claimex" ] || echo "building claimex" >&2
quietly build "$root/build" claimex --buildtype=release -Dtests=false || stop "claimex could not be built"
if [ $# = 0 ]; then
    set -- "$(dirname -- "$0")/article.txt"
fi
"$root/build/claimex" "$@"
