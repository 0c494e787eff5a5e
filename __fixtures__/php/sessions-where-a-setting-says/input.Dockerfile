FROM php:8.2-cli-bookworm
RUN apt-get update && apt-get install -y git unzip && rm -rf /var/lib/apt/lists/*
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY docker/php.ini /usr/local/etc/php/conf.d/shop.ini
RUN mkdir -p /var/lib/shop/sessions
RUN echo "upload_tmp_dir = /var/lib/shop/uploads" > /usr/local/etc/php/conf.d/uploads.ini
WORKDIR /app
COPY . .
RUN composer install
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000", "-t", "public"]
