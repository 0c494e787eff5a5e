FROM php:8.2-apache
ENV COMPOSER_ALLOW_SUPERUSER=1
ENV APACHE_DOCUMENT_ROOT=/var/www/html/public
RUN apt-get update && apt-get install -y git unzip
RUN a2enmod rewrite && sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY --from=node:20 /usr/local /usr/local
WORKDIR /var/www/html
COPY --chown=www-data:www-data . .
RUN cp .env.example .env
RUN composer install --no-dev
# Where the pages find the API
ARG VITE_API_URL=/api
RUN npm ci && npm run build && rm -rf node_modules
