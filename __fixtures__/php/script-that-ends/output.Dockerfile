FROM php:8.2-cli-bookworm AS builder
RUN apt-get update && apt-get install -y libicu-dev unzip && docker-php-ext-install intl
COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
WORKDIR /usr/src/report
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libicu72 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /usr/src/report
COPY . .
COPY --from=builder /usr/src/report/vendor ./vendor
USER www-data
ENTRYPOINT ["php", "bin/report.php"]
