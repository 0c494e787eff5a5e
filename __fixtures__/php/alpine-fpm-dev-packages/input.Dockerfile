FROM php:8.4-fpm-alpine

WORKDIR /app

RUN apk add --no-cache libpng-dev libzip-dev icu-dev postgresql-dev git unzip
RUN docker-php-ext-install gd zip intl pdo_pgsql

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . /app
RUN composer install --no-dev --optimize-autoloader

EXPOSE 9000
CMD ["php-fpm"]
