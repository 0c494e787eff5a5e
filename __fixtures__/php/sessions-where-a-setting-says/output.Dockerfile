FROM php:8.2-cli-bookworm AS builder
RUN apt-get update && apt-get install -y git unzip && rm -rf /var/lib/apt/lists/*
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN mkdir -p /var/lib/shop/sessions
WORKDIR /app
COPY . .
RUN composer install --no-dev

FROM php:8.2-cli-bookworm AS runtime
COPY docker/php.ini /usr/local/etc/php/conf.d/shop.ini
RUN mkdir -p /var/lib/shop/sessions
RUN echo "upload_tmp_dir = /var/lib/shop/uploads" > /usr/local/etc/php/conf.d/uploads.ini
WORKDIR /app
COPY . .
COPY --from=builder /app/vendor ./vendor
RUN mkdir -p /var/lib/shop/uploads && chown www-data:www-data /var/lib/shop/sessions /var/lib/shop/uploads
USER www-data
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000", "-t", "public"]
