FROM php:8.2-apache-bookworm AS builder
RUN apt-get update && apt-get install -y libzip-dev libmagickwand-dev git unzip libreoffice-writer graphviz && docker-php-ext-install zip && pecl install imagick && docker-php-ext-enable imagick

FROM php:8.2-apache-bookworm AS runtime
RUN apt-get update && apt-get install -y libzip4 libmagickwand-6.q16-6 libmagickcore-6.q16-6-extra ghostscript libreoffice-writer graphviz && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY . /var/www/html
