FROM dunglas/frankenphp:1-php8.3 AS builder
RUN apt-get update && apt-get install -y git unzip
RUN install-php-extensions pdo_mysql intl
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
ENV SERVER_NAME=:80
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --no-dev

FROM dunglas/frankenphp:1-php8.3 AS runtime
RUN install-php-extensions pdo_mysql intl
ENV SERVER_NAME=:80
COPY Caddyfile /etc/frankenphp/Caddyfile
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
