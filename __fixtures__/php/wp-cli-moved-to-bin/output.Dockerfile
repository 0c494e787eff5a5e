FROM php:8.2-apache
RUN apt-get update && apt-get install -y libpng-dev less && docker-php-ext-install gd mysqli && rm -rf /var/lib/apt/lists/*
RUN curl -O https://raw.githubusercontent.com/wp-cli/builds/gh-pages/phar/wp-cli.phar \
 && chmod +x wp-cli.phar \
 && mv wp-cli.phar /usr/local/bin/wp
RUN a2enmod rewrite
COPY . /var/www/html/
