FROM php:8.4-apache-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends libicu-dev libpq-dev unzip
RUN docker-php-ext-configure intl && docker-php-ext-install -j2 intl bcmath
RUN docker-php-ext-install pdo_pgsql
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
COPY docker/vhost.conf /etc/apache2/sites-available/000-default.conf
RUN a2enmod rewrite headers
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-progress
