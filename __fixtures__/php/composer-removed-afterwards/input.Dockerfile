FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev && composer clear-cache && rm /usr/bin/composer
RUN apt-get purge -y git unzip && apt-get autoremove -y
