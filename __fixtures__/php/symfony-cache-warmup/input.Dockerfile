FROM php:8.2-apache
ENV APP_ENV=prod APP_DEBUG=0
RUN apt-get update && apt-get install -y git unzip
COPY docker/vhost.conf /etc/apache2/sites-enabled/000-default.conf
RUN a2enmod rewrite
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/blog
COPY composer.json composer.lock ./
COPY packages packages/
RUN composer install --no-dev --no-scripts --no-progress
COPY . .
RUN php bin/console cache:warmup && chown -R www-data:www-data var
