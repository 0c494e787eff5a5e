FROM php:8.3-cli-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/museum
COPY . .
RUN composer install --no-dev

FROM php:8.3-cli-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /srv/museum
COPY . .
COPY --from=builder /srv/museum/vendor ./vendor
RUN mkdir -p bootstrap/cache public/scans drawers && chown -R www-data:www-data bootstrap/cache storage public/scans drawers
USER www-data
EXPOSE 8000
CMD ["php", "artisan", "serve", "--host=0.0.0.0"]
