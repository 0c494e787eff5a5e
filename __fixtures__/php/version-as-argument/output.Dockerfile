ARG PHP_VERSION=8.2
FROM php:${PHP_VERSION}-apache AS builder
ARG APP_VERSION=dev
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev

FROM php:${PHP_VERSION}-apache AS runtime
ARG APP_VERSION=dev
LABEL version=$APP_VERSION
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
