FROM php:8.2-cli-bookworm
RUN apt-get update && apt-get install -y libicu-dev unzip && docker-php-ext-install intl
COPY --from=composer:2 /usr/bin/composer /usr/local/bin/composer
WORKDIR /usr/src/report
COPY . .
RUN composer install --no-dev
ENTRYPOINT ["php", "bin/report.php"]
