#!/bin/sh
set -e
php bin/console > public/state.txt
exec docker-php-entrypoint "$@"
