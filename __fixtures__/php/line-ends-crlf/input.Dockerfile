FROM php:8.2-apache

# Erweiterungen für die Datenbank
RUN apt-get update && apt-get install -y libpq-dev git unzip
RUN docker-php-ext-install pdo_pgsql

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
