#!/bin/sh
# prints.sh FILE PROGRAM: passes when the program prints exactly what the file holds.
set -eu
"$2" | diff -u "$1" -
