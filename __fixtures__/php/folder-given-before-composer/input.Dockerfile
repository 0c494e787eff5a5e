FROM php:8.2-cli-bookworm
RUN apt-get update && apt-get install -y git unzip libzip-dev && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN mkdir -p /app && chown www-data:www-data /app
WORKDIR /app
USER www-data
COPY --chown=www-data:www-data . .
RUN composer install
EXPOSE 8080
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
