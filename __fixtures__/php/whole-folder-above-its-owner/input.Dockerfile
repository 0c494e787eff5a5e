FROM php:8.2-cli
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /srv/shelf
COPY . .
# Readers put their files here
RUN chown -R www-data:www-data uploads
RUN composer install --no-dev
EXPOSE 8000
CMD ["php", "-S", "0.0.0.0:8000", "-t", "public"]
