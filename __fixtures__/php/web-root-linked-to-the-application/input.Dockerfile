FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
# Apache serves the application where it lies
RUN composer install --no-dev && rm -rf /var/www/html && ln -s /app/public /var/www/html && chown -R www-data /app/data
