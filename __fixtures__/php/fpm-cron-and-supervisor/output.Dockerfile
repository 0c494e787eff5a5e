FROM php:8.2-cli AS builder
RUN apt-get update && apt-get install -y cron supervisor git unzip libzip-dev
RUN docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev && chown -R www-data:www-data storage bootstrap/cache

FROM php:8.2-cli AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends cron supervisor libzip5 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY docker/crontab /etc/cron.d/app
RUN chmod 0644 /etc/cron.d/app
COPY docker/supervisord.conf /etc/supervisor/conf.d/app.conf
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
COPY --from=builder --chown=www-data:www-data /app/bootstrap/cache ./bootstrap/cache
RUN chown -R www-data:www-data storage bootstrap/cache
EXPOSE 8000
CMD ["supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"]
