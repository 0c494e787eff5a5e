FROM php:8.4-apache-bookworm AS builder
RUN apt-get update && apt-get install -y --no-install-recommends libicu-dev libpq-dev unzip
RUN docker-php-ext-configure intl && docker-php-ext-install -j2 intl bcmath
RUN docker-php-ext-install pdo_pgsql
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev --no-progress

FROM php:8.4-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libicu72 libpq5 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini"
COPY docker/vhost.conf /etc/apache2/sites-available/000-default.conf
RUN a2enmod rewrite headers
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
