#!/bin/bash
set -euo pipefail
cat /app/scripts/words.txt
exec node /app/scripts/sum.js
