FROM php:8.2-apache-bookworm

RUN apt-get update && apt-get install -y \
    curl \
    git \
    libzip-dev \
    unzip
RUN docker-php-ext-install zip

RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer

WORKDIR /var/www
COPY . .
RUN composer install --no-interaction

RUN sed -i 's#/var/www/html#/var/www/public#' /etc/apache2/sites-available/000-default.conf && a2enmod rewrite
