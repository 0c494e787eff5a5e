#!/bin/sh
set -e
. ./tools/names.sh
exec git --version
