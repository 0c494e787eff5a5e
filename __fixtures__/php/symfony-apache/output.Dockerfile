FROM php:8.2-apache AS builder

RUN apt-get update && apt-get install -y git unzip libicu-dev && docker-php-ext-install intl opcache

ENV APP_ENV=prod
ENV APACHE_DOCUMENT_ROOT /var/www/html/public

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . /var/www/html
RUN composer install --no-dev --optimize-autoloader

FROM php:8.2-apache AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libicu76 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN a2enmod rewrite
ENV APP_ENV=prod
ENV APACHE_DOCUMENT_ROOT /var/www/html/public
RUN sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
RUN sed -ri -e 's!/var/www/!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/apache2.conf /etc/apache2/conf-available/*.conf
COPY . /var/www/html
COPY --from=builder /var/www/html/vendor ./vendor
COPY --from=builder /var/www/html/var ./var
COPY --from=builder /var/www/html/public/bundles ./public/bundles
RUN chown -R www-data:www-data var
