FROM php:8.2-cli-bookworm AS builder
RUN apt-get update && apt-get install -y $PHPIZE_DEPS git libssl-dev libzip-dev \
    && docker-php-ext-install zip

FROM php:8.2-cli-bookworm AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libzip4 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /app
COPY . .
USER www-data
CMD ["php", "worker.php"]
