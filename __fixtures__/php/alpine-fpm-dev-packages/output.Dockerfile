FROM php:8.4-fpm-alpine AS builder

WORKDIR /app

RUN apk add --no-cache libpng-dev libzip-dev icu-dev postgresql-dev git unzip
RUN docker-php-ext-install gd zip intl pdo_pgsql

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . /app
RUN composer install --no-dev --optimize-autoloader

FROM php:8.4-fpm-alpine AS runtime
WORKDIR /app
RUN apk add --no-cache libpng libzip icu-libs icu-data-full libpq
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY . /app
COPY --from=builder /app/vendor ./vendor

EXPOSE 9000
CMD ["php-fpm"]
