#!/bin/sh
. /app/ops/defaults.sh
exec "$@"
