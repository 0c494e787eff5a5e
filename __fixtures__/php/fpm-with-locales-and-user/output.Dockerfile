FROM php:8.2-fpm-bookworm AS builder
RUN apt-get update && apt-get install -y locales git unzip libpq-dev \
    && docker-php-ext-install pdo_pgsql
ENV LANG=de_DE.UTF-8
RUN groupadd -g 1000 app && useradd -u 1000 -g app -m app
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/app
COPY --chown=app:app . .
RUN composer install --no-dev

FROM php:8.2-fpm-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends locales libpq5 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN sed -i 's/# de_DE.UTF-8/de_DE.UTF-8/' /etc/locale.gen && locale-gen
ENV LANG=de_DE.UTF-8
RUN groupadd -g 1000 app && useradd -u 1000 -g app -m app
COPY docker/www.conf /usr/local/etc/php-fpm.d/zz-www.conf
WORKDIR /srv/app
COPY --chown=app:app . .
COPY --from=builder /srv/app/vendor ./vendor
EXPOSE 9000
CMD ["php-fpm"]
