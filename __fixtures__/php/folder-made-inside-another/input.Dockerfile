FROM php:8.2-cli-bookworm
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN mkdir /srv/queue
RUN mkdir /srv/queue/spool
WORKDIR /srv/queue
COPY . .
RUN composer install --no-dev
CMD ["php", "worker.php"]
