FROM php:8.2-apache AS builder
RUN apt-get update \
    && apt-get install -y --no-install-recommends unzip git \
    && rm -rf /var/lib/apt/lists/*
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY composer.json composer.lock /var/www/html/
COPY packages /var/www/html/packages/
COPY src /var/www/html/src/
RUN composer install --no-dev --optimize-autoloader --no-interaction

FROM php:8.2-apache AS runtime
RUN a2enmod rewrite
COPY composer.json composer.lock /var/www/html/
COPY packages /var/www/html/packages/
COPY src /var/www/html/src/
COPY --from=builder /var/www/html/vendor ./vendor
COPY index.php .htaccess /var/www/html/
COPY css /var/www/html/css/
