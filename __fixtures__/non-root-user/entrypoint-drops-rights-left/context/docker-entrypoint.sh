#!/bin/sh
set -e
chown -R queue /data
exec su-exec queue "$@"
