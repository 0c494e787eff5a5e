FROM php:8.2-cli-bookworm
RUN apt-get update && apt-get install -y software-properties-common apt-transport-https git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/jobs
COPY . .
RUN composer install --no-dev
CMD ["php", "worker.php"]
