FROM php:8.3-fpm AS builder
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/desk
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --no-dev --no-scripts && composer dump-env prod

FROM php:8.3-fpm AS runtime
WORKDIR /srv/desk
COPY . .
COPY --from=builder /srv/desk/vendor ./vendor
COPY --from=builder /srv/desk/.env.local.php ./
