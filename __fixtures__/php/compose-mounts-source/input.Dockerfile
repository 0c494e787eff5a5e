FROM php:8.2-fpm
RUN apt-get update && apt-get install -y git unzip libpng-dev
RUN docker-php-ext-install pdo_mysql gd
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www
COPY . .
RUN composer install
