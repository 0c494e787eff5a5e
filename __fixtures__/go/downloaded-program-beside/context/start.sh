#!/bin/sh
set -e
waits db:5432
exec ./orders
