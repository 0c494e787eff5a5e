#!/bin/sh
# Waits for $DATABASE_HOST, where one is named.
while [ -n "$DATABASE_HOST" ] && ! nc -z "$DATABASE_HOST" "${DATABASE_PORT:-5432}"; do
  sleep 1
done

exec "$@"
