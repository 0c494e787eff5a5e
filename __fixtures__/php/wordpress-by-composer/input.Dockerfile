FROM php:8.2-apache
RUN apt-get update && apt-get install -y git unzip libpng-dev && docker-php-ext-install gd mysqli
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev
RUN sed -i "s!/var/www/html!/var/www/html/web!g" /etc/apache2/sites-available/000-default.conf
