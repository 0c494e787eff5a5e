#!/bin/sh
set -e

. ./config/defaults.env
export PORT

exec node dist/index.js "$@"
