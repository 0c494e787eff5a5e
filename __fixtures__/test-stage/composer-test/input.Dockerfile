FROM composer:2 AS vendor
WORKDIR /app
COPY . .
RUN composer install --no-interaction
RUN composer test
RUN composer install --no-dev --no-interaction

FROM php:8.3-apache
WORKDIR /var/www/html
COPY --from=vendor /app/vendor ./vendor
COPY index.php ./
COPY src ./src
