FROM php:8.2-apache AS builder
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY auth.json /root/.composer/auth.json
COPY . .
RUN composer install --no-dev

FROM php:8.2-apache AS runtime
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
