FROM php:7.2-apache
RUN sed -i -e 's/deb.debian.org/archive.debian.org/' -e '/buster-updates/d' /etc/apt/sources.list \
    && apt-get update && apt-get install -y git libpng-dev libzip-dev
RUN docker-php-ext-install gd zip
COPY public /var/www/html
EXPOSE 80
