#!/bin/sh
set -e
test -f src/index.ts
echo 'sources are there'
