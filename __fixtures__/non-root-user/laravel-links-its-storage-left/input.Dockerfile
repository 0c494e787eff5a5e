FROM composer:2 AS packages
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --no-dev

FROM php:8.3-cli
WORKDIR /app
COPY --from=packages /app .
EXPOSE 8000
CMD php artisan storage:link && php artisan migrate --force && php artisan serve --host=0.0.0.0
