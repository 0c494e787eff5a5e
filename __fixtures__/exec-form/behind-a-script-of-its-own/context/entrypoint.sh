#!/bin/sh
# what is run comes as arguments
set -e
echo "starting"
exec "$@"
