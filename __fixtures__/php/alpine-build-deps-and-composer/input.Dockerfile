FROM php:8.2-cli-alpine

RUN apk add --no-cache git libpng libzip \
    && apk add --no-cache --virtual .build-deps $PHPIZE_DEPS libpng-dev libzip-dev \
    && docker-php-ext-install bcmath gd zip \
    && apk del .build-deps

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/app
COPY . .
RUN composer install

EXPOSE 8080
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
