FROM php:8.2-cli-alpine AS builder
RUN apk add --no-cache git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli-alpine AS runtime
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
RUN chown -R www-data:www-data data
VOLUME /app/data
USER www-data
EXPOSE 8080
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public", "public/index.php"]
