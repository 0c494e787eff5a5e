#!/bin/sh
set -e
exec poetry run gunicorn --bind 0.0.0.0:8000 tides:app
