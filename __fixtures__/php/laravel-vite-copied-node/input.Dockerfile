FROM php:8.2-apache

RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
RUN a2enmod rewrite && sed -ri 's!/var/www/html!/var/www/html/public!g' /etc/apache2/sites-available/000-default.conf

COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
# Node, for the assets
COPY --from=node:20 /usr/local/bin/node /usr/local/bin/node
COPY --from=node:20 /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s /usr/local/lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
    && ln -s /usr/local/bin/node /usr/local/bin/nodejs

WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev
RUN npm ci
RUN npm run build
RUN chown -R www-data:www-data storage bootstrap/cache
