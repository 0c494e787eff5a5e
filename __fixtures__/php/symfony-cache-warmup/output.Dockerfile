FROM php:8.2-apache AS builder
ENV APP_ENV=prod APP_DEBUG=0
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/blog
COPY composer.json composer.lock ./
COPY packages packages/
RUN composer install --no-dev --no-scripts --no-progress
COPY . .
RUN php bin/console cache:warmup && chown -R www-data:www-data var

FROM php:8.2-apache AS runtime
ENV APP_ENV=prod APP_DEBUG=0
COPY docker/vhost.conf /etc/apache2/sites-enabled/000-default.conf
RUN a2enmod rewrite
WORKDIR /var/www/blog
COPY --from=builder /var/www/blog/vendor ./vendor
COPY . .
COPY --from=builder --chown=www-data:www-data /var/www/blog/var ./var
