#!/bin/sh
set -e
ln -sf /usr/share/zoneinfo/"$TZ" /etc/localtime
exec "$@"
