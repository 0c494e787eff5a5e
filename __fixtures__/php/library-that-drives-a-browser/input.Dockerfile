FROM php:8.3-cli-bookworm
RUN apt-get update && apt-get install -y git unzip libzip-dev nodejs npm && docker-php-ext-install zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/posters
COPY . .
RUN composer install --no-dev
RUN npm install
CMD ["php", "print.php"]
