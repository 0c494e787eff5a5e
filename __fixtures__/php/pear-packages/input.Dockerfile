FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
RUN pear install Mail Net_SMTP
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install
