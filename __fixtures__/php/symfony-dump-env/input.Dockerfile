FROM php:8.3-fpm
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/desk
COPY . .
RUN composer install --no-dev --no-scripts && composer dump-env prod
