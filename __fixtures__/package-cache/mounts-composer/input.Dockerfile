FROM composer:2 AS vendor
WORKDIR /app
COPY composer.json ./
COPY src ./src
RUN composer install --no-dev --no-interaction && composer clear-cache

FROM php:8.3-apache
WORKDIR /var/www/html
COPY --from=vendor /app/vendor ./vendor
COPY index.php ./
COPY src ./src
