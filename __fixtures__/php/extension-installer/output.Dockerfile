FROM php:8.3-apache AS builder
COPY --from=mlocati/php-extension-installer /usr/bin/install-php-extensions /usr/local/bin/
RUN install-php-extensions gd intl @composer
RUN apt-get update && apt-get install -y git unzip
COPY . .
RUN composer install --no-dev

FROM php:8.3-apache AS runtime
COPY --from=mlocati/php-extension-installer /usr/bin/install-php-extensions /usr/local/bin/
RUN install-php-extensions gd intl @composer
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
RUN a2enmod rewrite && sed -i 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf
