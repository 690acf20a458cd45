# Sourced by what runs tests: every check adds to what passed and what failed, and the last line says how many.

passed=0
failed=0

# count PASSED FAILED
count() {
    passed=$((passed + ${1:-0}))
    failed=$((failed + ${2:-0}))
}

# check COMMAND…: one test, which passes when the command does.
check() {
    if "$@"; then
        count 1 0
    else
        count 0 1
        return 1
    fi
}

# number LABEL LOG: what meson counted.
number() {
    sed -n "s/^$1: *\([0-9][0-9]*\).*/\1/p" "$2" | tail -n 1
}

# suite NAME FOLDER TEST…: runs those tests, or all that are built there.
suite() {
    name=$1
    folder=$2
    shift 2
    log=$folder/meson-logs/$name.txt
    rm -f "$log"
    echo "== $name"
    status=0
    meson test -C "$folder" --no-rebuild --print-errorlogs --logbase "$name" --timeout-multiplier 5 "$@" </dev/null \
        || status=$?
    before=$failed
    for label in Fail 'Unexpected Pass' Timeout; do
        count 0 "$(number "$label" "$log")"
    done
    if [ "$status" != 0 ] && [ "$failed" = "$before" ]; then
        count 0 1 # the runner itself failed
    fi
    count "$(number Ok "$log")"
    count "$(number 'Expected Fail' "$log")"
}

# The end of a script.
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}
