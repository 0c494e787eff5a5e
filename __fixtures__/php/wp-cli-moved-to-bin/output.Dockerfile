FROM php:8.2-apache AS builder
RUN apt-get update && apt-get install -y libpng-dev less && docker-php-ext-install gd mysqli
RUN curl -O https://raw.githubusercontent.com/wp-cli/builds/gh-pages/phar/wp-cli.phar \
 && chmod +x wp-cli.phar \
 && mv wp-cli.phar /usr/local/bin/wp

FROM php:8.2-apache AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends libpng16-16t64 less && rm -rf /var/lib/apt/lists/*
COPY --from=builder /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=builder /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/
COPY --from=builder /usr/local/bin/wp /usr/local/bin/wp
RUN a2enmod rewrite
COPY . /var/www/html/
