FROM composer:2 AS vendor
WORKDIR /app
ARG COMPOSER_TOKEN
COPY composer.json composer.lock ./
RUN composer config -g http-basic.repo.acme.example token "$COMPOSER_TOKEN"
RUN composer install --no-dev

FROM php:8.3-apache
ENV APACHE_DOCUMENT_ROOT=/srv/public
RUN sed -ri 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
WORKDIR /srv
COPY public ./public
COPY --from=vendor /app/vendor ./vendor
