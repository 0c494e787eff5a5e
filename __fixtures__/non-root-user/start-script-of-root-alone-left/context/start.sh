#!/bin/sh
echo "bell $BELL_NAME"
exec "$@"
