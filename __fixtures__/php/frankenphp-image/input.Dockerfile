FROM dunglas/frankenphp:1-php8.3
RUN apt-get update && apt-get install -y git unzip
RUN install-php-extensions pdo_mysql intl
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
ENV SERVER_NAME=:80
COPY Caddyfile /etc/frankenphp/Caddyfile
WORKDIR /app
COPY . .
RUN composer install --no-dev
