FROM php:8.2-fpm-alpine

RUN apk add --no-cache libpng \
    && apk add --no-cache --virtual .build-deps $PHPIZE_DEPS libpng-dev \
    && docker-php-ext-install gd \
    && pecl install redis \
    && docker-php-ext-enable redis \
    && apk del .build-deps

COPY src /var/www/html
