FROM php:8.2-apache AS builder
WORKDIR /var/www/html
RUN apt-get update && apt-get install -y git
COPY composer.json composer.lock composer.phar ./
RUN php composer.phar install --no-dev --no-scripts --no-autoloader
COPY . /var/www/html
RUN php composer.phar dump-autoload --no-dev

FROM php:8.2-apache AS runtime
COPY . /var/www/html
WORKDIR /var/www/html
COPY --from=builder /var/www/html/vendor ./vendor
