FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install

FROM php:8.2-apache-bookworm AS runtime
WORKDIR /var/www/html
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
COPY --from=builder /var/www/html/tools ./tools
CMD tools/migrator migrate && apache2-foreground
