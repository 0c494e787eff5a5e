FROM php:8.2-cli AS builder
RUN apt-get update && apt-get install -y git unzip ffmpeg libzip-dev
RUN docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg libzip5 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
EXPOSE 8080
CMD php -S 0.0.0.0:8080 -t public
