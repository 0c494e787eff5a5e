#!/bin/sh
set -e

# volumes belong to root when they are new
mkdir -p /app/data
chown -R node:node /app/data

exec gosu node "$@"
