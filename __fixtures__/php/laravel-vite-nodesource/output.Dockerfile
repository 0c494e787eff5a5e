FROM php:8.3-fpm AS builder

RUN apt-get update && apt-get install -y \
    git \
    unzip \
    libpng-dev \
    libzip-dev
RUN docker-php-ext-install pdo_mysql gd zip

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer

WORKDIR /var/www
COPY . .

RUN composer install --no-dev --optimize-autoloader

FROM node:20 AS assets
WORKDIR /var/www
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM php:8.3-fpm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libpng16-16t64 libzip5 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /var/www
COPY . .
COPY --from=builder /var/www/vendor ./vendor
COPY --from=builder /var/www/bootstrap/cache ./bootstrap/cache
COPY --from=assets /var/www/public/build ./public/build
RUN chown -R www-data:www-data /var/www

EXPOSE 9000
CMD ["php-fpm"]
