FROM php:8.2-cli AS builder
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/shelf
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader
COPY . .
RUN composer dump-autoload --no-dev && composer run-script --no-dev post-install-cmd

FROM php:8.2-cli AS runtime
WORKDIR /srv/shelf
COPY --from=builder /srv/shelf ./
# Readers put their files here
RUN chown -R www-data:www-data uploads
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000", "-t", "public"]
