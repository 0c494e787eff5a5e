FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
# Apache serves the application where it lies
RUN composer install --no-dev && rm -rf /var/www/html && ln -s /app/public /var/www/html && chown -R www-data /app/data

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
RUN rm -rf /var/www/html && ln -s /app/public /var/www/html && chown -R www-data /app/data
