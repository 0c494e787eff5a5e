#!/bin/sh
set -e
for program in git curl; do
  command -v "$program" >/dev/null || { echo "$program is needed"; exit 1; }
done
[ -x /usr/bin/unzip ] || exit 1
hash openssl
exec node index.js
