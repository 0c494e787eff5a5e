FROM php:8.2-apache-bookworm AS builder

RUN apt-get update && apt-get install -y \
    curl \
    git \
    libzip-dev \
    unzip
RUN docker-php-ext-install zip

RUN curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer

WORKDIR /var/www
COPY . .
RUN composer install --no-dev --no-interaction

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /var/www
COPY . .
COPY --from=builder /var/www/vendor ./vendor

RUN sed -i 's#/var/www/html#/var/www/public#' /etc/apache2/sites-available/000-default.conf && a2enmod rewrite
