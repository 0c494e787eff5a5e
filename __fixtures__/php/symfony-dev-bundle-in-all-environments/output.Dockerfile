FROM php:8.2-apache AS builder
ENV APP_ENV=prod
RUN apt-get update && apt-get install -y git unzip libicu-dev && docker-php-ext-install intl
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install

FROM php:8.2-apache AS runtime
ENV APP_ENV=prod
RUN apt-get update && apt-get install -y --no-install-recommends libicu76 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
COPY --from=builder /var/www/html/var ./var
COPY --from=builder /var/www/html/public/bundles ./public/bundles
RUN mkdir -p var && chown -R www-data:www-data var
