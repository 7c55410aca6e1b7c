#!/bin/sh
# sh scripts/checkDeb.sh FILE.deb, as root on a bare Debian or Ubuntu (a container that is thrown away): the package
# brings everything the app needs, stands where the desktop looks for it, and goes without a trace and without the data.
set -eu
export DEBIAN_FRONTEND=noninteractive
deb=$(readlink -f "$1")
fail() {
  echo "WRONG: $1" >&2
  exit 1
}

apt-get update -qq
apt-get install -y -qq --no-install-recommends desktop-file-utils "$deb" > /dev/null

missing=$(ldd /opt/Microbrand/microbrand | grep 'not found' || true)
[ -z "$missing" ] || fail "libraries are missing: $missing"
[ "$(readlink -f /usr/bin/microbrand)" = /opt/Microbrand/microbrand ] || fail 'there is no command microbrand'
desktop-file-validate /usr/share/applications/microbrand.desktop
grep -q 'text/csv=.*microbrand.desktop' /usr/share/applications/mimeinfo.cache || fail 'it is not offered for .csv files'
[ "$(stat -c '%U:%G' /opt/Microbrand/chrome-sandbox)" = root:root ] || fail 'the helper of the sandbox is not of root'
if unshare --user true 2> /dev/null; then wanted=755; else wanted=4755; fi
[ "$(stat -c %a /opt/Microbrand/chrome-sandbox)" = $wanted ] || fail "the helper of the sandbox should have mode $wanted"
grep -q 'Permission is hereby granted' /usr/share/doc/microbrand/copyright || fail 'the licence is not there'

data=/root/.config/Microbrand
mkdir -p $data && echo kept > $data/witness.json
apt-get install -y -qq --reinstall "$deb" > /dev/null
apt-get purge -y -qq microbrand > /dev/null
[ "$(cat $data/witness.json)" = kept ] || fail 'the records went with the app'
left=$(ls -d /opt/Microbrand /usr/bin/microbrand /etc/apparmor.d/microbrand /usr/share/applications/microbrand.desktop \
  /usr/share/icons/hicolor/*/apps/microbrand.png /usr/share/metainfo/app.microbrand.* /usr/share/doc/microbrand 2> /dev/null || true)
[ -z "$left" ] || fail "this was left behind: $left"
echo "$(basename "$deb") is whole on $(. /etc/os-release && echo "$PRETTY_NAME")"
