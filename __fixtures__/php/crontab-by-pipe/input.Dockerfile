FROM php:8.2-fpm-bookworm
RUN apt-get update && apt-get install -y cron git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install
RUN (crontab -l 2>/dev/null; echo "* * * * * cd /var/www/html && /usr/local/bin/php artisan schedule:run >> /dev/null 2>&1") | crontab -
CMD cron && php-fpm
