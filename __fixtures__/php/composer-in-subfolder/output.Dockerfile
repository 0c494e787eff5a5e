FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY --chown=www-data:www-data . .
RUN cd /var/www/html/api \
 && composer install --no-dev

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY --chown=www-data:www-data . .
COPY --from=builder /var/www/html/api/vendor ./api/vendor
