FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY composer.json composer.lock ./
RUN composer install --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload && composer run-script post-install-cmd

FROM php:8.2-apache-bookworm AS runtime
WORKDIR /var/www/html
COPY --from=builder /var/www/html ./
