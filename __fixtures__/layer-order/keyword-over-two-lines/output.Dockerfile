FROM php:8.3-apache AS builder
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY composer.json composer.lock ./
RU\
N composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --no-dev

FROM php:8.3-apache AS runtime
WORKDIR /var/www/html
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
EXPOSE 80
CMD ["apache2-foreground"]
