FROM php:8.2-cli
RUN apt-get update && apt-get install -y git unzip libicu-dev
RUN docker-php-ext-install intl
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /app
COPY . .
RUN composer install
EXPOSE 8080
CMD ["php", "-S", "0.0.0.0:8080", "-t", "public"]
