FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y libmagickwand-dev --no-install-recommends git unzip \
    && pecl install imagick \
    && docker-php-ext-enable imagick \
    && docker-php-ext-install exif
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libmagickwand-6.q16-6 libmagickcore-6.q16-6-extra && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
