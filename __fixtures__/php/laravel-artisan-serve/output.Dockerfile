FROM php:8.2-cli AS builder

RUN apt-get update && apt-get install -y \
    git \
    unzip \
    libonig-dev \
    libxml2-dev \
    libzip-dev \
 && rm -rf /var/lib/apt/lists/*
RUN docker-php-ext-install pdo_mysql zip pcntl

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer

WORKDIR /var/www
COPY . .
RUN composer install --no-dev --no-interaction --prefer-dist

FROM php:8.2-cli AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip5 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /var/www
COPY . .
COPY --from=builder /var/www/vendor ./vendor
COPY --from=builder /var/www/bootstrap/cache ./bootstrap/cache
RUN chown -R www-data:www-data /var/www/storage /var/www/bootstrap/cache

EXPOSE 8000
CMD ["php", "artisan", "serve", "--host=0.0.0.0", "--port=8000"]
