FROM php:8.2-apache-bookworm
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
ENV APP_ENV=prod APACHE_DOCUMENT_ROOT=/srv/blog/public
RUN sed -ri -e 's!/var/www/html!${APACHE_DOCUMENT_ROOT}!g' /etc/apache2/sites-available/*.conf
RUN sed -ri -e 's!/var/www/!/srv/blog/!g' /etc/apache2/apache2.conf
WORKDIR /srv/blog
COPY . .
RUN composer install --no-dev
RUN mkdir -p var && chown -R www-data:www-data var
