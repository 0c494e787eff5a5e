FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y libmagickwand-dev --no-install-recommends git unzip \
    && pecl install imagick \
    && docker-php-ext-enable imagick \
    && docker-php-ext-install exif
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install
