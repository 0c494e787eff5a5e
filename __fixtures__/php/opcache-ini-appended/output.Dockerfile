FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN docker-php-ext-install opcache
COPY . .
RUN composer install --no-dev

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN echo "opcache.enable=1" >> /usr/local/etc/php/conf.d/docker-php-ext-opcache.ini
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
