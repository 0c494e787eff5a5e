FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y libzip-dev libmagickwand-dev git unzip libreoffice-writer graphviz && docker-php-ext-install zip && pecl install imagick && docker-php-ext-enable imagick
COPY . /var/www/html
