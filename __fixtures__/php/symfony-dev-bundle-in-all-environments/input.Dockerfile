FROM php:8.2-apache
ENV APP_ENV=prod
RUN apt-get update && apt-get install -y git unzip libicu-dev && docker-php-ext-install intl
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install
RUN mkdir -p var && chown -R www-data:www-data var
