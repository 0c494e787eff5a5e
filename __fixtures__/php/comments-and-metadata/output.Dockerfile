# The web site of Acme
FROM php:8.2-apache AS builder

# --- tools -------------------------------------------------
# git: composer clones packages without a dist
RUN apt-get update && apt-get install -y \
    # archives
    unzip \
    git

# --- the site ----------------------------------------------
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
COPY . .
# as root, because the image has nobody else
RUN COMPOSER_ALLOW_SUPERUSER=1 composer install --no-dev

FROM php:8.2-apache AS runtime
MAINTAINER Ada <ada@example.com>
EXPOSE 80

# --- web server --------------------------------------------
RUN a2enmod rewrite expires
RUN sed -i 's#/var/www/html#/var/www/html/public#' \
    /etc/apache2/sites-available/000-default.conf
COPY php/opcache.ini /usr/local/etc/php/conf.d/
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor

# the image's own command, said again
CMD ["apache2-foreground"]
