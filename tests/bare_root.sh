#!/bin/sh
# Proves that examples/run.sh and tests/run.sh need no more than a shell and apt: makes a bare Debian 12 in an empty
# folder, puts the committed tree there, and runs both. Needs root, debootstrap, git and the network:
#     sh tests/bare_root.sh FOLDER
set -eu
folder=${1:?an empty folder is needed}
mirror=$(apt-get indextargets --format '$(SITE)' 'Codename: bookworm' | head -n 1)

debootstrap --variant=minbase bookworm "$folder" "$mirror"
mkdir "$folder/claimex"
git archive HEAD | tar -x -C "$folder/claimex"
cp /etc/resolv.conf "$folder/etc/"
trap 'umount "$folder/dev/pts" "$folder/proc"' EXIT
mount -t proc proc "$folder/proc"
mount -t devpts devpts "$folder/dev/pts"

run() {
    chroot "$folder" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c "cd /claimex && sh $*"
}
run examples/run.sh
run tests/run.sh
