FROM composer:2 AS base
WORKDIR /app
COPY . .
RUN composer install --no-interaction

FROM base AS test
RUN composer test

FROM base AS vendor
RUN composer install --no-dev --no-interaction

FROM php:8.3-apache
WORKDIR /var/www/html
COPY --from=vendor /app/vendor ./vendor
COPY index.php ./
COPY src ./src
