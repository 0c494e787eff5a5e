FROM composer:2 AS vendor
WORKDIR /app
COPY . .
RUN composer install --no-dev --ignore-platform-reqs

FROM php:8.2-apache
RUN a2enmod rewrite
COPY . .
COPY --from=vendor /app/vendor ./vendor
