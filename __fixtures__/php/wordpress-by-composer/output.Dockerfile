FROM php:8.2-apache AS builder
RUN apt-get update && apt-get install -y git unzip libpng-dev && docker-php-ext-install gd mysqli
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
WORKDIR /var/www/html
COPY . .
RUN composer install --no-dev

FROM php:8.2-apache AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libpng16-16t64 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
WORKDIR /var/www/html
COPY . .
COPY --from=builder /var/www/html/vendor ./vendor
COPY --from=builder /var/www/html/web/app/plugins ./web/app/plugins
COPY --from=builder /var/www/html/web/wp ./web/wp
RUN sed -i "s!/var/www/html!/var/www/html/web!g" /etc/apache2/sites-available/000-default.conf
