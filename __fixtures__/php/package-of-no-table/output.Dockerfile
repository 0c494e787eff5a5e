FROM php:8.2-cli-bookworm AS builder
RUN apt-get update && apt-get install -y software-properties-common apt-transport-https git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/jobs
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --no-dev

FROM php:8.2-cli-bookworm AS runtime
WORKDIR /srv/jobs
COPY . .
COPY --from=builder /srv/jobs/vendor ./vendor
USER www-data
CMD ["php", "worker.php"]
