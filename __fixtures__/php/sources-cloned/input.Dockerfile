FROM php:8.2-apache
RUN apt-get update && apt-get install -y git
RUN git clone https://github.com/acme/site.git /var/www/html
RUN docker-php-ext-install pdo_mysql
