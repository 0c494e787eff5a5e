FROM composer:2 AS vendor
WORKDIR /app
COPY . .
# Without what only tests need
RUN composer install --no-dev --optimize-autoloader --no-interaction

FROM php:8.3-apache
COPY --from=vendor /app /var/www/html
RUN sed -i 's!/var/www/html!/var/www/html/public!' /etc/apache2/sites-available/000-default.conf
EXPOSE 80
