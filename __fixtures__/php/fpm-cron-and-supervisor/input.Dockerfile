FROM php:8.2-cli
RUN apt-get update && apt-get install -y cron supervisor git unzip libzip-dev
RUN docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY docker/crontab /etc/cron.d/app
RUN chmod 0644 /etc/cron.d/app
COPY docker/supervisord.conf /etc/supervisor/conf.d/app.conf
WORKDIR /app
COPY . .
RUN composer install --no-dev && chown -R www-data:www-data storage bootstrap/cache
EXPOSE 8000
CMD ["supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"]
