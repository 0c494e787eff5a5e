FROM php:8.2-cli-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli-bookworm AS runtime
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
CMD ["composer", "start"]
