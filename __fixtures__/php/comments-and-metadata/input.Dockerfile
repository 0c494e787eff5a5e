# The web site of Acme
FROM php:8.2-apache
MAINTAINER Ada <ada@example.com>
EXPOSE 80

# --- tools -------------------------------------------------
# git: composer clones packages without a dist
RUN apt-get update && apt-get install -y \
    # archives
    unzip \
    git

# --- web server --------------------------------------------
RUN a2enmod rewrite expires
RUN sed -i 's#/var/www/html#/var/www/html/public#' \
    /etc/apache2/sites-available/000-default.conf
COPY php/opcache.ini /usr/local/etc/php/conf.d/

# --- the site ----------------------------------------------
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
# as root, because the image has nobody else
RUN COMPOSER_ALLOW_SUPERUSER=1 composer install --no-dev

# the image's own command, said again
CMD ["apache2-foreground"]
