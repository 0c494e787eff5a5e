FROM php:8.2-apache-bookworm AS builder

WORKDIR /var/www/html

RUN apt-get update \
 && export DEBIAN_FRONTEND=noninteractive \
 && apt-get install -y libpng-dev libzip-dev libpq-dev git unzip \
 && apt-get clean -y && rm -rf /var/lib/apt/lists/* \
 && a2enmod rewrite \
 # the database is PostgreSQL
 && docker-php-ext-install gd zip pdo_pgsql
COPY --from=composer:latest /usr/bin/composer /usr/local/bin/composer
COPY --chown=www-data:www-data . .
RUN composer install --no-dev

FROM php:8.2-apache-bookworm AS runtime
LABEL org.opencontainers.image.title="Acme's site"
WORKDIR /var/www/html
RUN apt-get update \
 && export DEBIAN_FRONTEND=noninteractive \
 && apt-get install -y --no-install-recommends libpng16-16 libzip4 libpq5 \
 && apt-get clean -y && rm -rf /var/lib/apt/lists/* \
 && a2enmod rewrite
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/

COPY docker/php.ini /usr/local/etc/php/conf.d/app.ini
RUN sed -i 's#DocumentRoot /var/www/html#DocumentRoot /var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY --chown=www-data:www-data . .
COPY --from=builder /var/www/html/vendor ./vendor
