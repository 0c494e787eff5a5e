FROM php:8.2-apache
# composer needs these two
RUN apt-get update && apt-get install -y git unzip && rm -rf /var/lib/apt/lists/*
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
RUN composer install --no-dev --classmap-authoritative
RUN chown -R www-data:www-data /var/www/html/uploads
# pictures of visitors
VOLUME /var/www/html/uploads
HEALTHCHECK --interval=30s --timeout=5s CMD curl --fail http://localhost/health.php || exit 1
