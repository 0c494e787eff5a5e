FROM php:8.2-apache

RUN apt-get update && apt-get install -y git unzip libicu-dev && docker-php-ext-install intl opcache
RUN a2enmod rewrite

ENV APP_ENV=prod
ENV APACHE_DOCUMENT_ROOT /var/www/html/public
RUN sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
RUN sed -ri -e 's!/var/www/!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/apache2.conf /etc/apache2/conf-available/*.conf

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . /var/www/html
RUN composer install --optimize-autoloader
RUN chown -R www-data:www-data var
