FROM php:8.2-cli AS builder
RUN apt-get update && apt-get install -y git unzip
RUN docker-php-ext-install pcntl bcmath
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli AS runtime
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
COPY --from=builder /app/bootstrap/cache ./bootstrap/cache
RUN chown -R www-data:www-data bootstrap/cache storage
USER www-data
CMD ["php", "artisan", "queue:work", "--stop-when-empty"]
