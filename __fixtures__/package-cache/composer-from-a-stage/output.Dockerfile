FROM composer:2 AS composer

FROM php:8.2-fpm
COPY --from=composer /usr/bin/composer /usr/bin/composer
RUN apt-get update && apt-get install -y libzip-dev && rm -rf /var/lib/apt/lists/*
RUN docker-php-ext-install zip
WORKDIR /app
COPY . .
RUN composer install --no-dev && composer clear-cache
CMD ["php-fpm"]
