FROM php:8.2-apache AS builder
ENV COMPOSER_ALLOW_SUPERUSER=1 \
    COMPOSER_HOME=/tmp/composer
ENV APP_ENV=production
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN --mount=type=cache,target=/tmp/composer/cache composer install --no-dev --no-interaction

FROM php:8.2-apache AS runtime
ENV APP_ENV=production
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
