FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install
CMD tools/migrator migrate && apache2-foreground
