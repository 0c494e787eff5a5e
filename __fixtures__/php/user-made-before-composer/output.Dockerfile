FROM php:8.2-cli-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN useradd -m app
WORKDIR /home/app/site
RUN chown app:app /home/app/site
USER app
COPY --chown=app:app . .
RUN composer install --no-dev

FROM php:8.2-cli-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
RUN useradd -m app
WORKDIR /home/app/site
RUN chown app:app /home/app/site
USER app
COPY --chown=app:app . .
COPY --from=builder --chown=app /home/app/site/vendor ./vendor
EXPOSE 8080
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
