FROM php:8.2-fpm-bookworm
RUN apt-get update && apt-get install -y gnupg2 lsb-release git unzip libpq-dev
RUN curl -fsSL https://www.postgresql.org/media/keys/ACCC4CF8.asc | gpg --dearmor -o /usr/share/keyrings/pgdg.gpg \
    && echo "deb [signed-by=/usr/share/keyrings/pgdg.gpg] https://apt.postgresql.org/pub/repos/apt $(lsb_release -cs)-pgdg main" > /etc/apt/sources.list.d/pgdg.list \
    && apt-get update && apt-get install -y postgresql-client-16
RUN apt-get update && apt-get install -y libpq-dev libzip-dev
RUN docker-php-ext-install pdo_pgsql zip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev
RUN chown -R www-data:www-data storage bootstrap/cache
