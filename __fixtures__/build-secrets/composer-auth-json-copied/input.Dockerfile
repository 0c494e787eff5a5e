FROM composer:2 AS vendor
WORKDIR /app
COPY composer.json composer.lock auth.json ./
RUN composer install --no-dev

FROM php:8.3-apache
ENV APACHE_DOCUMENT_ROOT=/srv/public
RUN sed -ri 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
WORKDIR /srv
COPY public ./public
COPY --from=vendor /app/vendor ./vendor
