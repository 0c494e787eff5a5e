FROM php:8.2-apache
RUN apt-get update && apt-get install -y git unzip
RUN a2enmod rewrite && sed -ri 's!/var/www/html!/var/www/html/public!g' /etc/apache2/sites-available/000-default.conf
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev
RUN cp .env.example .env && php artisan key:generate
RUN chmod -R 777 storage bootstrap/cache
