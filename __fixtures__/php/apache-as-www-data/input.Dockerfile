FROM php:8.2-apache
RUN apt-get update && apt-get install -y git unzip
RUN sed -i 's/Listen 80$/Listen 8080/' /etc/apache2/ports.conf
RUN sed -i 's/:80>/:8080>/; s#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
RUN a2enmod rewrite
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY --chown=www-data:www-data . .
RUN composer install && chown -R www-data:www-data vendor
USER www-data
EXPOSE 8080
