FROM php:8.2-apache
RUN apt-get update && apt-get install -y git unzip
RUN pecl install redis xdebug \
    && docker-php-ext-enable redis xdebug
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev
RUN a2enmod rewrite && sed -i 's!/var/www/html!/var/www/html/public!' /etc/apache2/sites-available/000-default.conf
