FROM php:8.2-cli-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN mkdir /srv/queue
RUN mkdir /srv/queue/spool
WORKDIR /srv/queue
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN mkdir /srv/queue
RUN mkdir /srv/queue/spool
WORKDIR /srv/queue
COPY . .
COPY --from=builder /srv/queue/vendor ./vendor
RUN chown www-data:www-data spool
USER www-data
CMD ["php", "worker.php"]
