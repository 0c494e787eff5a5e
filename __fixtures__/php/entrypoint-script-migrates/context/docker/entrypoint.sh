#!/bin/sh
set -e

php artisan migrate --force
chown -R www-data:www-data storage

exec docker-php-entrypoint "$@"
