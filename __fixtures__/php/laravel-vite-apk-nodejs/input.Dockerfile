FROM php:8.2-fpm-alpine
RUN apk add --no-cache git unzip nodejs npm
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev && npm ci && npm run build && rm -rf node_modules
RUN chown -R www-data:www-data storage bootstrap/cache
