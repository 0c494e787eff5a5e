#!/bin/bash
set -euo pipefail
export STARTED_BY="entrypoint"
exec "$@"
