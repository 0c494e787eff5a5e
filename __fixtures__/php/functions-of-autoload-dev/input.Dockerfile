FROM php:8.3-cli-bookworm
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000", "-t", "public"]
