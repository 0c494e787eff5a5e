#!/bin/sh
if [ "$1" = node ]; then echo migrating; fi
exec "$@"
