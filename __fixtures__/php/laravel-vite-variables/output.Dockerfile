FROM php:8.2-apache AS builder
ENV COMPOSER_ALLOW_SUPERUSER=1
ENV APACHE_DOCUMENT_ROOT=/var/www/html/public
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY --chown=www-data:www-data . .
RUN cp .env.example .env
RUN composer install --no-dev

FROM node:20 AS assets
WORKDIR /var/www/html
COPY . .
RUN cp .env.example .env
# Where the pages find the API
ARG VITE_API_URL=/api
RUN npm ci && npm run build && rm -rf node_modules

FROM php:8.2-apache AS runtime
ENV APACHE_DOCUMENT_ROOT=/var/www/html/public
RUN a2enmod rewrite && sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
WORKDIR /var/www/html
COPY --chown=www-data:www-data . .
RUN cp .env.example .env
COPY --from=builder /var/www/html/vendor ./vendor
COPY --from=builder /var/www/html/bootstrap/cache ./bootstrap/cache
COPY --from=assets /var/www/html/public/build ./public/build
