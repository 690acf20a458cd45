# Sourced by the scripts that build, with $root set: gets what that takes, and builds.

export LC_ALL=C.UTF-8 # a bare system has no other locale that knows UTF-8
missing=

# need "PACKAGE…" COMMAND…: the Debian packages are missing when the command fails.
need() {
    package=$1
    shift
    "$@" >/dev/null 2>&1 </dev/null || missing="$missing $package"
}

compiles() {
    printf '#include <stdio.h>\n' | ${CC:-cc} -fsyntax-only -x c -
}

need "gcc libc6-dev" compiles
need meson meson --version
need ninja-build ninja --version
need pkg-config pkg-config --version
need python3 python3 --version
need libpcre2-dev pkg-config --exists libpcre2-8
need libutf8proc-dev pkg-config --exists libutf8proc
need libjansson-dev pkg-config --exists jansson

# What only the tests take.
need_for_tests() {
    need g++ c++ --version
    need libcmocka-dev pkg-config --exists cmocka
    need abigail-tools abidw --version
    need cmake cmake --version
    need mandoc command -v mandoc
}

stop() {
    echo "$0: $1" >&2
    exit 1
}

# Runs a command as root without asking for a password.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

# Shows what a command printed only when it fails.
quietly() {
    log=$(mktemp)
    status=0
    "$@" >"$log" 2>&1 </dev/null || status=$?
    [ "$status" = 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

install_missing() {
    if [ -z "$missing" ]; then
        return
    fi
    command -v apt-get >/dev/null || stop "these are missing, and there is no apt-get to install them with:$missing"
    as_root true 2>/dev/null || stop "these are missing, and installing them takes root or sudo without a password:$missing"
    echo "installing$missing" >&2
    quietly as_root apt-get -q update
    # shellcheck disable=SC2086 # one word a package
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing
}

# build FOLDER TARGET OPTION…: makes the target there. The folder is configured anew when it belongs to another copy of
# the tree, or has not seen what was just installed.
build() {
    folder=$1
    target=$2
    shift 2
    if [ -n "$missing" ] || ! [ -f "$folder/build.ninja" ] \
        || ! grep -q "\"source\": \"$root\"" "$folder/meson-info/meson-info.json"; then
        rm -rf "$folder" && meson setup "$@" "$folder" "$root" || return 1
    fi
    ninja -C "$folder" "$target"
}
