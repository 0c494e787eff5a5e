#!/bin/sh
set -e
awk 'END { if (NR == 0) exit 1 }' src/index.ts
echo 'sources are there'
