FROM php:8.2-cli-alpine AS builder

RUN apk add --no-cache git libpng libzip \
    && apk add --no-cache --virtual .build-deps $PHPIZE_DEPS libpng-dev libzip-dev \
    && docker-php-ext-install bcmath gd zip \
    && apk del .build-deps

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/app
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli-alpine AS runtime
RUN apk add --no-cache libpng libzip
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /srv/app
COPY . .
COPY --from=builder /srv/app/vendor ./vendor
USER www-data

EXPOSE 8080
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
