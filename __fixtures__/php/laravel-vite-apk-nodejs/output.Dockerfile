FROM php:8.2-fpm-alpine AS builder
RUN apk add --no-cache git unzip nodejs npm
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev && npm ci && npm run build && rm -rf node_modules

FROM php:8.2-fpm-alpine AS runtime
WORKDIR /var/www/html
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
COPY --from=builder /var/www/html/bootstrap/cache ./bootstrap/cache
COPY --from=builder /var/www/html/public/build ./public/build
RUN chown -R www-data:www-data storage bootstrap/cache
