FROM php:8.4-fpm-alpine

RUN apk add --no-cache \
    bash \
    curl \
    icu-dev \
    nginx \
    supervisor \
    unzip

RUN docker-php-ext-install intl pdo_mysql opcache

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev --no-interaction --prefer-dist

COPY docker/nginx.conf /etc/nginx/http.d/default.conf
COPY docker/supervisord.conf /etc/supervisord.conf

EXPOSE 8080
CMD ["supervisord", "-c", "/etc/supervisord.conf"]
