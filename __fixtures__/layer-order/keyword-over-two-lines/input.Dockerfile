FROM php:8.3-apache
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RU\
N composer install
EXPOSE 80
CMD ["apache2-foreground"]
