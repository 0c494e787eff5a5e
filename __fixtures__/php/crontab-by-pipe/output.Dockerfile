FROM php:8.2-fpm-bookworm AS builder
RUN apt-get update && apt-get install -y cron git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev

FROM php:8.2-fpm-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends cron libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
COPY --from=builder /var/www/html/bootstrap/cache ./bootstrap/cache
RUN (crontab -l 2>/dev/null; echo "* * * * * cd /var/www/html && /usr/local/bin/php artisan schedule:run >> /dev/null 2>&1") | crontab -
CMD cron && php-fpm
